package dev.revgraph.cli.application;

import static org.assertj.core.api.Assertions.assertThat;

import dev.revgraph.cli.fixture.Ran;
import dev.revgraph.cli.fixture.Shell;
import dev.revgraph.fixture.Revisions;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Properties that are typed beside a command, good ones and bad ones. */
class ApplicationConfigurationTest {

    @TempDir
    private Path folder;

    @BeforeEach
    void nameTheApplication() {
        Revisions.in(folder).table("a", "base");
        System.setProperty(ApplicationClass.PROPERTY, "org.junit.jupiter.api.Test");
    }

    @AfterEach
    void forgetIt() {
        System.clearProperty(ApplicationClass.PROPERTY);
    }

    @Test
    void goesItsOwnWayWhateverTheStartUpIsToldToDo() {
        Ran heads = shell(
                        "--spring.datasource.url=jdbc:postgresql://localhost:1/db",
                        "--migration.on-startup=upgrade",
                        "--migration.enabled=false",
                        "--spring.main.web-application-type=servlet")
                .json("heads")
                .succeeds();
        assertThat(heads.strings("revisions", "revision")).containsExactly("a");
    }

    @Test
    void prefersAnOptionToTheProperty() {
        Ran failed = shell("--migration.url=jdbc:postgresql://localhost:1/db")
                .json("status", "--url", "postgres://me:hush@no-such-host.invalid/db")
                .exitsWith(1);
        assertThat(failed.json().get("error").get("message").asString())
                .isEqualTo("The database cannot be reached: the host \"no-such-host.invalid\" is not known.");
    }

    @Test
    void makesIdsAsThePropertySaysUnlessAnOptionDoes() {
        Shell shell =
                shell("--spring.datasource.url=jdbc:postgresql://localhost:1/db", "--migration.id-style=timestamp");
        String output = folder.resolve("written").toString();
        assertThat(shell.json("create", "-m", "Add x", "--output", output)
                        .succeeds()
                        .strings("created", "revision"))
                .containsExactly("20260304050607_add_x");
        assertThat(shell.json("create", "-m", "Add x", "--output", output, "--id-style", "date")
                        .succeeds()
                        .strings("created", "revision"))
                .containsExactly("20260304_add_x");
    }

    @Test
    void saysInASentenceThatTheAddressMakesNoSense() {
        Ran failed = shell("--spring.datasource.url=hush").json("heads").exitsWith(2);
        assertThat(failed.errorCode()).isEqualTo("usage");
        assertThat(failed.json().get("error").get("action").asString()).contains("spring.datasource.url");
        assertThat(failed.results() + failed.words()).doesNotContain("hush");
    }

    @Test
    void takesAPlaceholderWithoutValueAsItIsWritten() {
        Ran failed = shell("--spring.datasource.url=jdbc:postgresql://${HOST_OF_NOBODY}/db?password=hush")
                .json("status")
                .exitsWith(1);
        assertThat(failed.errorCode()).isEqualTo("connection");
        assertThat(failed.json().get("error").get("message").asString()).contains("HOST_OF_NOBODY");
        assertThat(failed.results() + failed.words()).doesNotContain("hush");
    }

    private Shell shell(String... properties) {
        return Shell.of(new ApplicationWorkplaces(
                "app",
                Stream.concat(
                                Stream.of("--migration.locations=filesystem:" + folder.resolve("revisions")),
                                Stream.of(properties))
                        .toList()));
    }
}

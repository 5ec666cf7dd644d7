package dev.revgraph.adopt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.revgraph.ErrorCode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FlywayFilesTest {

    @TempDir
    private Path folder;

    private FlywayFolder folderOf(Map<String, String> files) throws IOException {
        for (Map.Entry<String, String> file : files.entrySet()) {
            Path path = folder.resolve(file.getKey());
            Files.createDirectories(path.resolveSibling("."));
            Files.writeString(path, file.getValue());
        }
        return FlywayFolder.read(List.of(folder.toString()));
    }

    private static FlywayRow row(String version, String type) {
        return new FlywayRow(version, "x", type, "V" + version + "__x.sql", null, true);
    }

    @ParameterizedTest
    @CsvSource({
        "V1__init, v1_init, Init",
        "V1.2__add_users, v1_2_add_users, Add users",
        "V1_2__Add-Users, v1_2_add_users, Add-Users",
        "V001__Größe: neu, v001_große_neu, Größe neu",
        "V20260105093000, v20260105093000, Version 20260105093000",
        "B5__base, b5_base, Base",
    })
    void idsComeFromVersionAndDescription(String name, String id, String sentence) {
        FlywayName read = FlywayName.of(name).orElseThrow();

        assertThat(read.id(false)).isEqualTo(id);
        assertThat(read.sentence()).isEqualTo(sentence);
    }

    @Test
    void versionsAreComparedAsNumbers() {
        assertThat(Stream.of("10", "2", "1.10", "1.9", "1_0", "1.0.1")
                        .map(FlywayVersion::of)
                        .sorted()
                        .map(FlywayVersion::toString))
                .containsExactly("1", "1.0.1", "1.9", "1.10", "2", "10");
        assertThat(FlywayVersion.of("1.0")).isEqualTo(FlywayVersion.of("1"));
    }

    @Test
    void namesThatAreNotFlywaysAreLeft() throws IOException {
        FlywayFolder read = folderOf(Map.of(
                "V1__a.sql",
                "",
                "V2_b.sql",
                "",
                "sub/U1__a.sql",
                "",
                "R__v.sql",
                "",
                "beforeMigrate__x.sql",
                "",
                "notes.txt",
                ""));

        assertThat(read.versioned).hasSize(1);
        assertThat(read.undo).hasSize(1);
        assertThat(read.repeatables).containsOnlyKeys("v");
        assertThat(read.callbacks).containsExactly("beforeMigrate__x.sql");
        assertThat(read.unnamed).containsExactly("V2_b.sql");
    }

    @Test
    void oneVersionInTwoFilesIsRefused() {
        assertThatThrownBy(() -> folderOf(Map.of("V1__a.sql", "", "sub/V1.0__b.sql", "")))
                .isInstanceOfSatisfying(
                        AdoptionException.class,
                        refused -> assertThat(refused.code()).isEqualTo(ErrorCode.ADOPTION))
                .hasMessageContaining("V1__a.sql");
    }

    @Test
    void idsThatWouldBeOneKeepTheirDots() throws IOException {
        FlywayChain chain = FlywayChain.of(
                folderOf(Map.of("V1__2_x.sql", "", "V1.2__x.sql", "")), FlywayHistory.of(List.of()), false);

        assertThat(chain.ids(false)).containsExactly("v1_2_x", "v1.2_x");
    }

    /** As Flyway 12 has recorded it for these files. */
    @Test
    void checksumsAreFlyways() throws IOException {
        FlywayFolder read = folderOf(Map.of(
                "V1__init.sql", "\uFEFFCREATE TABLE a (id int);\r\nINSERT INTO a VALUES (1);\r\n",
                "V2__lines.sql", "CREATE TABLE a (id int);\nINSERT INTO a VALUES (1);",
                "R__view.sql", "CREATE OR REPLACE VIEW v AS SELECT id AS ${tab} FROM a;"));

        assertThat(read.versioned.values().stream().map(FlywayFile::checksum)).containsExactly(-279898995, -279898995);
        assertThat(read.repeatables.values())
                .extracting(file -> file.checksum(Map.of("tab", "bb")))
                .containsExactly(-1871286399);
    }

    @Test
    void historyComesToWhatIsAppliedNow() {
        FlywayHistory history = FlywayHistory.of(List.of(
                row("1", "BASELINE"),
                row("2", "SQL"),
                row("3", "SQL"),
                row("4", "JDBC"),
                row("3", "UNDO_SQL"),
                row("2", "DELETE"),
                row("3", "SQL"),
                row("3.0", "UNDO_SQL")));

        assertThat(history.applied.keySet()).containsExactly(FlywayVersion.of("4"));
        assertThat(history.holds(FlywayVersion.of("0.9"))).isTrue();
        assertThat(history.holds(FlywayVersion.of("2"))).isFalse();
        assertThat(history.highest()).isEqualTo(FlywayVersion.of("4"));
    }

    @Test
    void whatOnlyFlywayKnowsStandsInTheWay() throws IOException {
        FlywayChain chain = FlywayChain.of(
                folderOf(Map.of(
                        "V1__a.sql", "SELECT '${flyway:user}';",
                        "V2__b.sql", "SELECT '${x}';",
                        "V2__b.sql.conf", "placeholderReplacement=false")),
                FlywayHistory.of(List.of()),
                false);

        assertThat(chain.obstacles).extracting(Obstacle::action).allMatch(action -> action.contains("flyway repair"));
        assertThat(chain.obstacles).hasSize(2);
    }

    @Test
    void encodingsAreThoseOfTheirSettings() throws IOException {
        Path file = folder.resolve("V1__a.sql");
        Files.write(file, "SELECT 'ä';".getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> FlywayFolder.read(List.of(folder.toString()))).hasMessageContaining("is not UTF-8");

        FlywayFolder read = folderOf(Map.of("V1__a.sql.conf", "encoding=ISO-8859-1"));
        assertThat(read.versioned.values()).extracting(FlywayFile::text).containsExactly("SELECT 'ä';");
    }
}

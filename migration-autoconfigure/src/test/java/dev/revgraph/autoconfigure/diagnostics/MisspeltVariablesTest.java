package dev.revgraph.autoconfigure.diagnostics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.logging.DeferredLogs;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.mock.env.MockEnvironment;

@ExtendWith(OutputCaptureExtension.class)
class MisspeltVariablesTest {

    @Test
    void areNamedWithTheOneThatIsMeant() {
        assertThat(MisspeltVariables.warnings(Map.of("MIGRATION_LOCK_TIMOUT", "1s", "MIGRATION_ALOW_AHEAD", "false")))
                .containsOnly(
                        Map.entry("MIGRATION_LOCK_TIMOUT", "MIGRATION_LOCK_TIMEOUT"),
                        Map.entry("MIGRATION_ALOW_AHEAD", "MIGRATION_ALLOW_AHEAD"));
    }

    @Test
    void areNotThoseThatBind() {
        assertThat(MisspeltVariables.warnings(Map.of(
                        "MIGRATION_LOCKTIMEOUT", "1s",
                        "MIGRATION_LOCK_RETRIES", "3",
                        "MIGRATION_LOCATIONS_0", "classpath:a",
                        "MIGRATION_LOCATIONS_1_", "classpath:b",
                        "MIGRATION_PLACEHOLDERS_URL2", "x")))
                .isEmpty();
    }

    @Test
    void areNotThoseOfSomebodyElse() {
        assertThat(MisspeltVariables.warnings(
                        Map.of("MIGRATION_IMAGE_TAG", "17", "MIGRATIONS", "x", "LOCK_TIMOUT", "1s", "PATH", "/bin")))
                .isEmpty();
    }

    @Test
    void areWarnedOfWithoutTheirValue(CapturedOutput output) {
        DeferredLogs logs = new DeferredLogs();
        MockEnvironment environment = new MockEnvironment() {
            @Override
            public Map<String, Object> getSystemEnvironment() {
                return Map.of("MIGRATION_PASSWROD", "s3cret");
            }
        };

        new MisspeltVariables(logs).postProcessEnvironment(environment, new SpringApplication());
        logs.switchOverAll();

        assertThat(output.getAll())
                .contains("The environment variable MIGRATION_PASSWROD sets no property of migrations."
                        + " Is MIGRATION_PASSWORD meant?")
                .doesNotContain("s3cret");
    }
}

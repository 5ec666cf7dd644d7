package dev.revgraph.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.revgraph.cli.fixture.Ran;
import dev.revgraph.cli.fixture.Shell;
import dev.revgraph.fixture.Revisions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The ids that {@code create} and {@code merge} make. */
class IdStyleTest {

    private static final String HEX = "[0-9a-f]{12}";

    @TempDir
    private Path folder;

    private Revisions revisions;
    private Shell shell;

    @BeforeEach
    void writeRevisions() {
        revisions = Revisions.in(folder).table("a", "base");
        shell = Shell.in(folder);
    }

    @Test
    void aTimestampBeginsTheNameOfTheFile() throws IOException {
        Ran created = shell.json("create", "-m", "Add usage logs", "--id-style", "timestamp")
                .succeeds();

        assertThat(created.strings("created", "revision")).containsExactly("20260304050607_add_usage_logs");
        assertThat(file(created)).hasFileName("20260304050607_add_usage_logs.sql");
        assertThat(Files.readString(file(created))).startsWith("-- Add usage logs\n--\n-- revises: a\n");
        assertThat(heads()).isEqualTo("20260304050607_add_usage_logs");
    }

    @Test
    void hexDigitsAreTheIdAndTheDescriptionStaysInTheNameOfTheFile() throws IOException {
        Ran created = shell.json("create", "-m", "Add usage logs", "--id-style", "hex")
                .succeeds();

        String id = created.strings("created", "revision").get(0);
        assertThat(id).matches(HEX);
        assertThat(file(created)).hasFileName(id + "_add_usage_logs.sql");
        assertThat(Files.readString(file(created)))
                .startsWith("-- Add usage logs\n--\n-- revision: " + id + "\n-- revises: a\n-- created: 2026-03-04\n");
        assertThat(heads()).isEqualTo(id);
        shell.run("create", "-m", "Add usage logs", "--id-style", "hex").succeeds();
    }

    @Test
    void mergesHaveThemToo() {
        revisions.table("b", "a").table("c", "a");

        Ran merged = shell.json("merge", "--id-style", "hex").succeeds();

        String id = merged.strings("created", "revision").get(0);
        assertThat(id).matches(HEX);
        assertThat(file(merged)).hasFileName(id + "_merge_b_and_c.sql");
        assertThat(heads()).isEqualTo(id);
    }

    @Test
    void theEnvironmentMaySayItOnceForAll() {
        shell.variable("MIGRATION_ID_STYLE", "hex");

        assertThat(shell.json("create", "-m", "Add x").succeeds().strings("created", "revision"))
                .singleElement()
                .asString()
                .matches(HEX);
        assertThat(shell.json("create", "-m", "Add y", "--id-style", "date")
                        .succeeds()
                        .strings("created", "revision"))
                .containsExactly("20260304_add_y");
    }

    @ParameterizedTest
    @ValueSource(strings = {"uuid", "HEX", ""})
    void anotherOneIsRefused(String style) {
        Ran refused = shell.json("create", "-m", "Add x", "--id-style", style).exitsWith(2);

        assertThat(refused.errorCode()).isEqualTo("usage");
        assertThat(refused.json().get("error").get("message").asString())
                .contains("--id-style", "date, timestamp, hex", "not \"" + style + "\"");
    }

    @Test
    void anotherOneIsRefusedInTheEnvironment() throws IOException {
        Ran refused = shell.variable("MIGRATION_ID_STYLE", "uuid")
                .json("create", "-m", "Add x")
                .exitsWith(2);

        assertThat(refused.json().get("error").get("message").asString()).contains("MIGRATION_ID_STYLE", "\"uuid\"");
        assertThat(refused.json().get("error").get("action").asString()).contains("date or timestamp or hex");
        try (var files = Files.list(folder.resolve("revisions"))) {
            assertThat(files).hasSize(1);
        }
    }

    /** Where digits say nothing and by chance look like a poor name, the description counts. */
    @Test
    void validateLooksAtTheDescriptionOfRandomDigits() {
        revisions.remove("a").table("users", "base");
        revisions.file("123456789012", "-- Add bills", "-- revises: users", "-- +upgrade", "-- +downgrade");
        shell.run("validate", "--offline").succeeds();

        revisions.file("123456789abc", "-- Fix", "-- revises: 123456789012", "-- +upgrade", "-- +downgrade");
        Ran found = shell.json("validate", "--offline").exitsWith(3);
        assertThat(found.strings("findings", "message"))
                .containsExactly("The description \"Fix\" of revision \"123456789abc\" does not say what is changed.");
    }

    private String heads() {
        return String.join(" ", shell.json("heads").succeeds().strings("revisions", "revision"));
    }

    private static Path file(Ran created) {
        return Path.of(created.strings("created", "path").get(0));
    }
}

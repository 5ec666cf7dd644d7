package dev.revgraph.autoconfigure.guide;

import static dev.revgraph.autoconfigure.guide.Trouble.LOGINS;

import dev.revgraph.fixture.PostgresTest;
import dev.revgraph.fixture.TestDatabase;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Sections of the troubleshooting page about what a revision meets in the database, and about what is logged. */
@PostgresTest
@ExtendWith(OutputCaptureExtension.class)
class TroubleWithDataTest {

    private final TestDatabase database;
    private final Path folder;

    TroubleWithDataTest(TestDatabase database, @TempDir Path folder) {
        this.database = database;
        this.folder = folder;
    }

    @Test
    void s01ANewTableRefersToATableThatIsMissingOrHasNoKey(CapturedOutput output) {
        try (Trouble trouble = new Trouble(
                "S01 A new table refers to a table that is missing, or has no key", database, folder, output)) {
            trouble.starts();
            next(trouble, "CREATE TABLE sessions (user_id bigint REFERENCES user_accounts (id));");
            trouble.isRefusedAsShown();
            trouble.jdbc()
                    .sql("INSERT INTO users VALUES (1, 'Ada'), (2, 'Ada')")
                    .update();
            next(trouble, "CREATE TABLE sessions (user_name text REFERENCES users (name));");
            trouble.isRefusedAsShown();
            next(trouble, "CREATE TABLE sessions (user_id bigint REFERENCES users (id));");
            trouble.starts();
        }
    }

    @Test
    void s13OthersDependOnWhatIsDroppedOrAltered(CapturedOutput output) {
        try (Trouble trouble =
                new Trouble("S13 Others depend on what is dropped or altered", database, folder, output)) {
            trouble.starts();
            trouble.jdbc().sql("CREATE VIEW seen AS SELECT user_id FROM logins").update();
            next(trouble, "DROP TABLE logins;");
            trouble.isRefusedAsShown();
            next(trouble, "DROP VIEW seen; DROP TABLE logins;");
            trouble.starts();
        }
    }

    @Test
    void s14ATypeChangeMeetsRowsThatDoNotConvert(CapturedOutput output) {
        try (Trouble trouble =
                new Trouble("S14 A type change meets rows that do not convert", database, folder, output)) {
            trouble.starts();
            trouble.jdbc()
                    .sql("INSERT INTO users VALUES (1, 'Ada'), (2, 'Bo'), (3, '7')")
                    .update();
            next(trouble, "ALTER TABLE users ALTER COLUMN name TYPE integer USING name::integer;");
            trouble.isRefusedAsShown();
        }
    }

    @Test
    void s36WhatTheLogSays(CapturedOutput output) {
        try (Trouble trouble = new Trouble("S36 What the log says", database, folder, output)) {
            trouble.starts();
            trouble.sees(output.getAll().replaceAll("(?m)^.*? - ", ""));
        }
    }

    private static void next(Trouble trouble, String upgrade) {
        trouble.revision("20260405_next", LOGINS, "Next", upgrade, "SELECT 1;");
    }
}

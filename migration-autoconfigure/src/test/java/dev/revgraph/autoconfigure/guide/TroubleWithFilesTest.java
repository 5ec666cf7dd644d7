package dev.revgraph.autoconfigure.guide;

import static dev.revgraph.autoconfigure.guide.Trouble.USERS;

import dev.revgraph.fixture.PostgresTest;
import dev.revgraph.fixture.TestDatabase;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Sections of the troubleshooting page about files and records that do not fit each other. */
@PostgresTest
@ExtendWith(OutputCaptureExtension.class)
class TroubleWithFilesTest {

    private final TestDatabase database;
    private final Path folder;

    TroubleWithFilesTest(TestDatabase database, @TempDir Path folder) {
        this.database = database;
        this.folder = folder;
    }

    @Test
    void s06SeveralHeads(CapturedOutput output) {
        try (Trouble trouble = new Trouble("S06 Several heads", database, folder, output)) {
            trouble.revision("20260405_add_teams", USERS, "Add teams", "CREATE TABLE teams ();", "DROP TABLE teams;");
            trouble.isRefusedAsShown();
            trouble.starts("migration.target=heads");
        }
    }

    @Test
    void s10TheFilesAreNotFound(CapturedOutput output) {
        try (Trouble trouble = new Trouble("S10 The files are not found", database, folder, output)) {
            trouble.isRefusedAsShown("migration.locations=classpath:db/revision");
        }
    }

    @Test
    void s11AnotherVersionWroteTheMigrationTables(CapturedOutput output) {
        try (Trouble trouble =
                new Trouble("S11 Another version wrote the migration tables", database, folder, output)) {
            trouble.starts();
            trouble.jdbc()
                    .sql("COMMENT ON TABLE migration_revision IS 'revgraph layout 99'")
                    .update();
            trouble.isRefusedAsShown();
        }
    }

    @Test
    void s22AnAppliedRevisionHasNoFile(CapturedOutput output) {
        try (Trouble trouble = new Trouble("S22 An applied revision has no file", database, folder, output)) {
            trouble.starts();
            trouble.isRefusedAsShown(trouble.olderRelease(), "migration.allow-ahead=false");
        }
    }

    @Test
    void theFileOfAnAppliedRevisionHasChanged(CapturedOutput output) {
        try (Trouble trouble = new Trouble("The file of an applied revision has changed", database, folder, output)) {
            trouble.starts();
            trouble.revision(USERS, "base", "Create users", "CREATE TABLE users (id int);", "DROP TABLE users;");
            trouble.isRefusedAsShown();
            trouble.starts("migration.on-modified=warn");
        }
    }
}

package dev.revgraph.cli.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.revgraph.MigrationEngine;
import dev.revgraph.MigrationSettings;
import dev.revgraph.backup.BackupSettings;
import dev.revgraph.backup.ClientPrograms;
import dev.revgraph.cli.output.Output;
import dev.revgraph.cli.output.Palette;
import dev.revgraph.fixture.PostgresTest;
import dev.revgraph.fixture.Revisions;
import dev.revgraph.fixture.TestDatabase;
import dev.revgraph.plan.Move;
import dev.revgraph.run.MigrationEvent.RevisionFailed;
import dev.revgraph.run.StatementFailedException;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** What a safe upgrade does where even the way back is blocked. */
@PostgresTest
class SafeUpgradeTest {

    @Test
    void keepsTheFailureInSightWhenTheDatabaseIsGoneAfterIt(TestDatabase database, @TempDir Path folder) {
        AtomicBoolean gone = new AtomicBoolean();
        MigrationEngine engine = MigrationEngine.builder(new DelegatingDataSource(database.dataSource()) {
                    @Override
                    public Connection getConnection() throws SQLException {
                        if (gone.get()) {
                            throw new SQLException("Connection refused", "08001");
                        }
                        return super.getConnection();
                    }
                })
                .settings(MigrationSettings.defaults()
                        .with(s -> s.locations(Revisions.in(folder)
                                .add("create_users", "base", "SELECT 1 / 0;", "SELECT 1;")
                                .locations())))
                .listeners(List.of(event -> gone.set(gone.get() || event instanceof RevisionFailed)))
                .build();
        ByteArrayOutputStream words = new ByteArrayOutputStream();
        Output output = new Output(
                new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8),
                new PrintStream(words, true, StandardCharsets.UTF_8),
                Palette.PLAIN,
                Clock.systemUTC());
        BackupSettings backups = new BackupSettings(folder, 0, new ClientPrograms("", folder), null);

        assertThatThrownBy(
                        () -> new SafeUpgrade(engine, backups, output, Optional::empty).run(Move.upgrade("head"), true))
                .isInstanceOf(StatementFailedException.class)
                .hasMessageContaining("division by zero");

        assertThat(words.toString(StandardCharsets.UTF_8))
                .contains("What remains of this upgrade cannot be told: ", "Type `status`");
    }
}

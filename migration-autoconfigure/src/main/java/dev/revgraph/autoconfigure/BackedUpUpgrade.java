package dev.revgraph.autoconfigure;

import dev.revgraph.ErrorCode;
import dev.revgraph.MigrationEngine;
import dev.revgraph.backup.Backup;
import dev.revgraph.backup.BackupSettings;
import dev.revgraph.backup.BackupTurn;
import dev.revgraph.backup.Backups;
import dev.revgraph.plan.Move;
import dev.revgraph.report.RunReport;
import dev.revgraph.report.State;
import dev.revgraph.server.Login;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An upgrade at start-up that backs the database up first, if there is something to do; one instance at a time. */
final class BackedUpUpgrade implements Function<MigrationEngine, RunReport> {

    private static final Logger log = LoggerFactory.getLogger(BackedUpUpgrade.class);
    private static final Duration PAUSE = Duration.ofMillis(500);

    private final BackupSettings settings;

    BackedUpUpgrade(BackupSettings settings) {
        this.settings = settings;
    }

    @Override
    public RunReport apply(MigrationEngine engine) {
        Move move = Move.upgrade(engine.settings().target());
        Login login = DirectLogin.of(engine.dataSource())
                .orElseThrow(() -> new BackupRefusedException(
                        ErrorCode.BACKUP_FAILED,
                        "The data source of the application does not tell how it connects, so that `pg_dump` cannot be"
                                + " told.",
                        "Set `migration.url`, `migration.username` and `migration.password`, or"
                                + " `migration.backup.before-upgrade=false`."));
        long begin = System.nanoTime();
        while (!engine.preview(move).steps().isEmpty()) {
            Optional<BackupTurn> turn = BackupTurn.tryTake(login, settings.schema());
            if (turn.isPresent()) {
                try (BackupTurn mine = turn.get()) {
                    return upgrade(engine, move, login);
                }
            }
            pause(engine, Duration.ofNanos(System.nanoTime() - begin));
        }
        return engine.run(move);
    }

    /** What was pending before the turn came may have been done by the instance that had it. */
    private RunReport upgrade(MigrationEngine engine, Move move, Login login) {
        boolean pending = !engine.preview(move).steps().isEmpty();
        if (pending && engine.status().state() != State.EMPTY) {
            Backup backup = new Backups(
                            login, settings, table -> log.debug("Database \"{}\": {}", engine.name(), table))
                    .create();
            log.info(
                    "Database \"{}\": backed up to {} ({} bytes, {} tables, {} rows, at {})",
                    engine.name(),
                    backup.file(),
                    backup.bytes(),
                    backup.tables(),
                    backup.rows(),
                    backup.current());
        }
        return engine.run(move);
    }

    private static void pause(MigrationEngine engine, Duration waited) {
        Duration most = engine.settings().waitForLock();
        if (waited.compareTo(most) > 0) {
            throw new BackupRefusedException(
                    ErrorCode.LOCK_UNAVAILABLE,
                    "Another instance backs this database up and migrates it; this one has waited " + waited.toSeconds()
                            + " s and gives up. It has changed nothing.",
                    "Start again when the other one has ended, or wait longer with `migration.wait-for-lock`.");
        }
        try {
            Thread.sleep(PAUSE.toMillis());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new BackupRefusedException(
                    ErrorCode.INTERRUPTED,
                    "The start is interrupted while another instance backs this database up. Nothing has been changed.",
                    "Start the application again.");
        }
    }
}

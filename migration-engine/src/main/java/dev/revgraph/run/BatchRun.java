package dev.revgraph.run;

import dev.revgraph.MigrationException;
import dev.revgraph.revision.BatchResult;
import dev.revgraph.revision.BatchWork;
import dev.revgraph.schema.KeyColumn;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Takes page after page, each in a transaction that holds its changes and the new position together. The row of the
 * revision, which says that it runs, keeps other instances away; a page that finds it changed is rolled back.
 */
final class BatchRun {

    private static final Logger log = LoggerFactory.getLogger(BatchRun.class);

    private final RunContext run;
    private final Work work;
    private final BatchPlan plan;
    private final JdbcClient client;

    BatchRun(RunContext run, Work work, BatchPlan plan) {
        this.run = run;
        this.work = work;
        this.plan = plan;
        this.client = JdbcClient.create(run.session.jdbc());
    }

    /** A page that is committed. */
    private record Done(BatchPage page, long changed) {}

    BatchResult execute(BatchWork change) {
        BatchKey key = key();
        Optional<String> position =
                run.store.progress().batchPosition(run.session.jdbc(), work.revision(), plan.name());
        String before = position.orElse(null);
        String after = before == null ? null : literal(key, before);
        long pages = 0;
        long changed = 0;
        Optional<Done> done = take(change, key, before, after, 1);
        while (done.isPresent()) {
            BatchPage page = done.get().page();
            pages++;
            changed += done.get().changed();
            if (page.rows() < plan.size()) {
                break;
            }
            if (!plan.pause().isZero()) {
                run.sleeper.sleep(plan.pause());
            }
            done = take(change, key, page.last().toString(), key.literal(page.last()), pages + 1);
        }
        return new BatchResult(pages, changed, position.isPresent());
    }

    private BatchKey key() {
        KeyColumn column = KeyColumn.find(run.session.jdbc(), plan.table(), plan.key())
                .orElseThrow(() -> refused(
                        "there is no table " + plan.table() + " with a column " + plan.key() + ".",
                        "Correct the names in over(…); the table is looked up along the search_path."));
        BatchKey key = BatchKey.of(column.type())
                .orElseThrow(() -> refused(
                        "pages cannot be made by the column " + plan.key() + " of " + plan.table()
                                + ", which is of type \"" + column.type() + "\".",
                        "Choose a column of type smallint, integer, bigint, uuid, text or varchar."));
        if (column.nullable()) {
            throw refused(
                    "the column " + plan.key() + " of " + plan.table() + " takes nulls, and rows without a key would be"
                            + " left out.",
                    "Choose the primary key, or set the column NOT NULL in a revision before.");
        }
        if (!column.indexed()) {
            log.warn(
                    "Revision \"{}\" goes through {} by the column {}, which no index begins with: every page reads the"
                            + " whole table.",
                    work.revision(),
                    plan.table(),
                    plan.key());
        }
        return key;
    }

    private String literal(BatchKey key, String position) {
        try {
            return key.literal(key.parse(position));
        } catch (IllegalArgumentException otherKind) {
            throw refused(
                    "\"" + plan.name() + "\" was done up to the key \"" + position
                            + "\" by an earlier run, and the column " + plan.key() + " of " + plan.table()
                            + " holds no such keys.",
                    "Go through the rows by the same column in every release.");
        }
    }

    private Optional<Done> take(
            BatchWork change, BatchKey key, @Nullable String before, @Nullable String after, long number) {
        LockRetries retries = new LockRetries(run);
        while (true) {
            try {
                return attempt(change, key, before, after, number);
            } catch (Exception thrown) {
                run.session.rollbackAfter(thrown);
                if (!LockRetries.help(thrown) && thrown instanceof RuntimeException unchecked) {
                    throw unchecked;
                }
                MigrationException explained = CodeRunner.explain(work, run.session, thrown, DetachedStep.AFTER_CODE);
                if (LockRetries.help(thrown) && explained instanceof StatementFailedException failure) {
                    retries.pause(failure);
                } else {
                    throw explained;
                }
            }
        }
    }

    private Optional<Done> attempt(
            BatchWork change, BatchKey key, @Nullable String before, @Nullable String after, long number)
            throws Exception {
        run.interruption.check();
        run.watch.begin(work.revision());
        run.session.begin();
        Optional<BatchPage> page = open(key, after, number);
        if (page.isEmpty()) {
            run.session.rollback();
            return Optional.empty();
        }
        long changed = change.apply(page.get());
        run.store
                .progress()
                .batchPosition(
                        run.session.jdbc(),
                        work.revision(),
                        plan.name(),
                        before,
                        page.get().last().toString());
        run.session.commit();
        return Optional.of(new Done(page.get(), changed));
    }

    /** Time-outs and page are asked for in one round trip. */
    private Optional<BatchPage> open(BatchKey key, @Nullable String after, long number) throws SQLException {
        try (Statement statement = run.session.connection().createStatement()) {
            statement.setEscapeProcessing(false);
            statement.execute("SET TRANSACTION ISOLATION LEVEL READ COMMITTED; SELECT "
                    + run.store.workLock().tryExpression() + ", "
                    + run.terms(work, true).settings() + ";\n"
                    + plan.pageQuery(after));
            Opening.next(statement);
            ResultSet page = Opening.next(statement);
            int rows = page.getInt(3);
            return rows == 0
                    ? Optional.empty()
                    : Optional.of(new BatchPage(key.read(page, 1), key.read(page, 2), rows, number, client));
        }
    }

    private BatchException refused(String message, String action) {
        return new BatchException(work.revision(), message, action);
    }
}

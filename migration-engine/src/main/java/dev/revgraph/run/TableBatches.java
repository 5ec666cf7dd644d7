package dev.revgraph.run;

import dev.revgraph.revision.BatchResult;
import dev.revgraph.revision.BatchWork;
import dev.revgraph.revision.Batches;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** Describes a batched change step by step, and hands it over to be run. */
final class TableBatches implements Batches {

    private static final Pattern BOUNDS = Pattern.compile("(?s)(?=.*(?<!:):first\\b)(?=.*(?<!:):last\\b).*");

    private final RunContext run;
    private final Work work;
    private final BatchNames names;
    private final BatchPlan plan;

    TableBatches(RunContext run, Work work, BatchNames names, BatchPlan plan) {
        this.run = run;
        this.work = work;
        this.names = names;
        this.plan = plan;
    }

    private TableBatches with(BatchPlan other) {
        return new TableBatches(run, work, names, other);
    }

    @Override
    public Batches where(String condition) {
        return with(plan.where(condition));
    }

    @Override
    public Batches size(int rows) {
        if (rows < 1) {
            throw refused("a page of " + rows + " rows holds nothing.", "Choose a size of at least 1.");
        }
        return with(plan.size(rows));
    }

    @Override
    public Batches pause(Duration pause) {
        if (pause.isNegative()) {
            throw refused("the pause is negative: " + pause + ".", "Leave it out, or choose one from zero up.");
        }
        return with(plan.pause(pause));
    }

    @Override
    public BatchResult run(String sql) {
        if (!BOUNDS.matcher(sql).matches()) {
            throw refused(
                    "the statement of \"" + plan.name() + "\" does not name both :first and :last, so that every page"
                            + " would change all rows.",
                    "Bound it by the page: WHERE " + plan.key().quoted() + " BETWEEN :first AND :last.");
        }
        NamedParameterJdbcTemplate jdbc = new NamedParameterJdbcTemplate(run.session.jdbc());
        return run(batch -> {
            Long changed = jdbc.execute(sql, Map.of("first", batch.first(), "last", batch.last()), statement -> {
                statement.execute();
                return statement.getLargeUpdateCount();
            });
            // A query changes nothing that could be counted.
            return changed == null ? 0 : Math.max(0, changed);
        });
    }

    @Override
    public BatchResult run(BatchWork change) {
        names.claim(plan.name());
        return new BatchRun(run, work, plan).execute(change);
    }

    private BatchException refused(String message, String action) {
        return new BatchException(work.revision(), message, action);
    }
}

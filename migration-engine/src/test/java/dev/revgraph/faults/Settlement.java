package dev.revgraph.faults;

import dev.revgraph.MigrationEngine;
import dev.revgraph.faults.RandomPlan.Script;
import dev.revgraph.plan.Repair;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Does what a person does who is told that nobody knows whether a statement took effect: looks, and says so. */
record Settlement(RandomPlan plan, JdbcClient jdbc, MigrationEngine engine) {

    private record Running(String id, boolean up, int started) {}

    void settle() {
        Running running = jdbc.sql("SELECT id, direction = 'upgrade', statements_started FROM migration_revision"
                        + " WHERE state = 'running'")
                .query((row, number) -> new Running(row.getString(1), row.getBoolean(2), row.getInt(3)))
                .single();
        Script script = plan.scripts().stream()
                .filter(candidate -> candidate.id().equals(running.id()))
                .findFirst()
                .orElseThrow();
        boolean up = running.up();
        List<Change> order = up ? script.changes() : script.backwards();
        Change change = order.get(running.started() - 1);
        boolean done = jdbc.sql("SELECT " + (up ? change.made() : change.undone()))
                .query(Boolean.class)
                .single();
        engine.repair(done ? Repair.done(running.id()) : Repair.again(running.id()));
    }
}

package dev.revgraph.test;

import dev.revgraph.MigrationEngine;
import dev.revgraph.MigrationException;
import dev.revgraph.graph.RevisionId;
import dev.revgraph.plan.Move;
import dev.revgraph.rehearse.WayBack;
import dev.revgraph.script.RevisionSet;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Up, down and up again with rows in the tables. Downgrade: the rows have to be what they were. Second upgrade: what the
 * first one made of them. Used by one thread.
 */
final class RowTrips {

    private static final String ACTION = "Correct the revision; if nothing can undo it, say so: \"-- +downgrade"
            + " irreversible: reason\". What need not come back is named in notCompared().";

    private final TestClass about;
    private final RevisionSet revisions;
    private final Map<String, String> rowsBefore;
    private final Set<String> notCompared;
    private final Set<RevisionId> applied = new LinkedHashSet<>();
    private final List<String> findings = new ArrayList<>();

    RowTrips(MigrationDatabase database, Map<String, String> rowsBefore, Set<String> notCompared) {
        this.about = database.about();
        this.revisions = about.revisions().read(database.engine());
        this.rowsBefore = rowsBefore;
        this.notCompared = notCompared;
    }

    void check() {
        if (rowsBefore.isEmpty()) {
            return;
        }
        refuseUnknownNames();
        TestRevisions alone = about.revisions().withoutRepeatables();
        try (OwnDatabase database = about.scratch(alone, Start.EMPTY)) {
            MigrationEngine engine = alone.engine(database);
            boolean goesOn = true;
            for (RevisionId id : revisions.graph().revisions()) {
                goesOn = goesOn && backAndAgain(id, database, engine);
            }
        }
        if (!findings.isEmpty()) {
            throw new AssertionError(Sentences.listed("Not all rows come through the revisions.", findings, ACTION));
        }
    }

    private void refuseUnknownNames() {
        Set<String> unknown = new TreeSet<>(rowsBefore.keySet());
        revisions.graph().revisions().forEach(id -> unknown.remove(id.value()));
        if (!unknown.isEmpty()) {
            throw new AssertionError("rowsBefore() names " + Sentences.quoted(unknown)
                    + ", and there is no such revision.\nWrite the full id of a revision.");
        }
    }

    /** Whether the revision is applied then. */
    private boolean backAndAgain(RevisionId id, OwnDatabase database, MigrationEngine engine) {
        putIn(id, database);
        Rows before = Rows.all(database, notCompared);
        engine.run(Move.upgrade(id.value()));
        applied.add(id);
        Optional<String> back = WayBack.from(revisions.graph(), applied, id);
        if (back.isEmpty() || !revisions.get(id).reversibility().isReversible()) {
            return true;
        }
        Rows after = Rows.given(database, notCompared);
        String revision = "Revision \"" + id + "\" ";
        try {
            engine.run(Move.downgrade(back.get()));
        } catch (MigrationException failed) {
            findings.add(revision + "is not undone with these rows in the tables. " + failed.getMessage());
            return true;
        }
        before.missedBy(Rows.all(database, notCompared))
                .forEach(sentence ->
                        findings.add(revision + "does not give the rows back when it is undone. " + sentence));
        try {
            engine.run(Move.upgrade(id.value()));
        } catch (MigrationException failed) {
            findings.add(revision + "is not applied again with these rows in the tables. " + failed.getMessage());
            return false;
        }
        after.missedBy(Rows.given(database, notCompared))
                .forEach(sentence -> findings.add(revision + "makes other rows when it is applied again. " + sentence));
        return true;
    }

    private void putIn(RevisionId id, OwnDatabase database) {
        String sql = rowsBefore.get(id.value());
        if (sql != null) {
            try {
                new JdbcTemplate(database).execute(sql);
            } catch (DataAccessException refused) {
                throw new AssertionError(
                        "The rows before revision \"" + id + "\" cannot be put in: "
                                + refused.getMostSpecificCause().getMessage()
                                + "\nCorrect them in rowsBefore().",
                        refused);
            }
        }
    }
}

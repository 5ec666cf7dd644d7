package dev.revgraph.rehearse;

import dev.revgraph.schema.ddl.DdlOptions;
import dev.revgraph.schema.ddl.DdlPlan;
import dev.revgraph.schema.ddl.DdlStatement;
import dev.revgraph.schema.ddl.DdlWriter;
import dev.revgraph.schema.ddl.Stage;
import dev.revgraph.schema.diff.DifferenceText;
import dev.revgraph.schema.diff.Measure;
import dev.revgraph.schema.diff.Proposals;
import dev.revgraph.schema.diff.SchemaDiff;
import dev.revgraph.schema.model.ObjectId;
import dev.revgraph.schema.model.Schema;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Makes the statements that lead from the head to what is wanted, and proves them: they are run in the shadow stage by
 * stage, the way back of each stage is what leads from the schema after it to the one before, and what still differs at
 * the end is said.
 */
final class Generation {

    private static final List<String> HEAD = List.of("heads");

    private final SchemaWork work;
    private final Schema wanted;
    private final Measure measure;
    private final List<Rename> renames;
    private final boolean guarded;

    Generation(SchemaWork work, Schema wanted, Measure measure, List<Rename> renames, boolean guarded) {
        this.work = work;
        this.wanted = wanted;
        this.measure = measure;
        this.renames = renames;
        this.guarded = guarded;
    }

    Generated generate() {
        Schema head = work.replay(HEAD);
        List<DdlStatement> renaming = new ArrayList<>();
        List<DdlStatement> namingBack = new ArrayList<>();
        rename(head, renaming, namingBack);
        Schema renamed = renaming.isEmpty() ? head : work.read();
        Comparison comparison = work.compare(renamed, wanted, measure);
        DdlOptions options = guarded ? DdlOptions.LIVE.withGuards() : DdlOptions.LIVE;
        DdlPlan plan = DdlWriter.write(comparison.actual(), comparison.wanted(), comparison.differences(), options);
        List<Generated.Part> parts = new ArrayList<>();
        List<String> remarks = new ArrayList<>(plan.refusals());
        if (!renaming.isEmpty() || !plan.statements().isEmpty()) {
            work.replay(HEAD);
            Schema end = prove(plan, renaming, namingBack, parts, remarks);
            Comparison rest = work.compare(end, wanted, measure);
            SchemaDiff.folded(rest.differences(), rest.actual(), rest.wanted())
                    .forEach(difference -> remarks.add(DifferenceText.of(difference, "what is wanted")));
        }
        return new Generated(
                parts, Proposals.of(comparison.differences(), comparison.actual(), comparison.wanted()), remarks);
    }

    private void rename(Schema head, List<DdlStatement> there, List<DdlStatement> back) {
        List<Rename> ordered = new ArrayList<>(renames);
        // Columns first, while their tables still have the names they are given by.
        ordered.sort(
                (one, other) -> Integer.compare(other.path().size(), one.path().size()));
        for (Rename rename : ordered) {
            ObjectId id = rename.in(head);
            there.add(new DdlStatement(Stage.MAIN, id, Rename.sql(id, rename.name()), null));
            back.add(new DdlStatement(Stage.MAIN, id, Rename.sql(id.named(rename.name()), id.name()), null));
        }
        Collections.reverse(back);
        apply(new DdlPlan(there, List.of()), new ArrayList<>());
    }

    private Schema prove(
            DdlPlan plan,
            List<DdlStatement> renaming,
            List<DdlStatement> namingBack,
            List<Generated.Part> parts,
            List<String> remarks) {
        Schema before = work.read();
        for (Stage stage : Stage.values()) {
            List<DdlStatement> statements = new ArrayList<>(stage == Stage.MAIN ? renaming : List.of());
            apply(new DdlPlan(statements, List.of()), remarks);
            Schema from = statements.isEmpty() ? before : work.read();
            statements.addAll(plan.of(stage));
            if (statements.isEmpty()) {
                continue;
            }
            apply(new DdlPlan(plan.of(stage), List.of()), remarks);
            Schema after = work.read();
            List<DdlStatement> back = new ArrayList<>(
                    DdlWriter.write(after, from, stage.transactional() ? DdlOptions.PLAIN : DdlOptions.LIVE)
                            .statements());
            if (stage == Stage.MAIN) {
                back.addAll(namingBack);
            }
            parts.add(new Generated.Part(stage, statements, back));
            before = after;
        }
        return before;
    }

    private void apply(DdlPlan plan, List<String> remarks) {
        try {
            work.shadow().apply(plan);
        } catch (SQLException failure) {
            remarks.add("When the statements were tried, one failed: " + Shadows.message(failure) + ".");
        }
    }
}

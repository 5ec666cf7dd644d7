package dev.revgraph.rehearse;

import dev.revgraph.schema.ddl.DdlOptions;
import dev.revgraph.schema.ddl.DdlStatement;
import dev.revgraph.schema.ddl.DdlWriter;
import dev.revgraph.schema.diff.Difference;
import dev.revgraph.schema.diff.Measure;
import dev.revgraph.schema.diff.SchemaDiff;
import dev.revgraph.schema.model.ObjectId;
import dev.revgraph.schema.model.Schema;
import dev.revgraph.schema.model.SchemaObject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.stream.Collectors;

/** Finds out what of a database its revisions have made: what a replay of them makes too. */
final class Clearing {

    private Clearing() {}

    /** @param scripts what repeatable scripts have made besides */
    static Clearance of(SchemaWork work, Schema actual, List<String> current, Set<ObjectId> scripts) {
        Schema base = work.replay(List.of());
        Schema made = work.replay(current);
        List<Difference> extra = SchemaDiff.between(actual, made, Measure.exact()).stream()
                .filter(difference -> difference.change() == Difference.Change.EXTRA)
                .filter(difference -> !scripts.contains(difference.id()))
                .toList();
        Set<ObjectId> others = extra.stream().map(Difference::id).collect(Collectors.toSet());
        Schema own = without(actual, others);
        List<DdlStatement> statements =
                DdlWriter.write(own, base, DdlOptions.PLAIN).statements();
        return new Clearance(
                statements.stream().map(DdlStatement::sql).toList(),
                SchemaDiff.folded(SchemaDiff.between(own, base, Measure.exact()), own, base).stream()
                        .filter(difference -> difference.change() == Difference.Change.EXTRA)
                        .map(difference -> text(difference.id()))
                        .toList(),
                SchemaDiff.folded(extra, actual, made).stream()
                        .map(difference -> text(difference.id()))
                        .toList(),
                current);
    }

    private static String text(ObjectId id) {
        return id.kind().word() + " " + id.text();
    }

    /** What is left of a schema without some of its objects. */
    static Schema without(Schema schema, Set<ObjectId> others) {
        List<SchemaObject> objects = schema.objects().stream()
                .filter(object -> !others.contains(object.id()))
                .toList();
        Map<ObjectId, SortedSet<ObjectId>> needs =
                objects.stream().collect(Collectors.toMap(SchemaObject::id, object -> schema.needs(object.id())));
        return new Schema(objects, needs, schema.unmodelled(), schema.serverVersion());
    }
}

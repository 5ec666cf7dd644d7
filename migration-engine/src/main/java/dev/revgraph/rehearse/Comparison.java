package dev.revgraph.rehearse;

import dev.revgraph.schema.ddl.DdlOptions;
import dev.revgraph.schema.ddl.DdlPlan;
import dev.revgraph.schema.ddl.DdlWriter;
import dev.revgraph.schema.diff.Difference;
import dev.revgraph.schema.diff.DifferenceText;
import dev.revgraph.schema.diff.SchemaDiff;
import dev.revgraph.schema.model.ObjectId;
import dev.revgraph.schema.model.Schema;
import dev.revgraph.schema.model.SchemaObject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Two schemas and in what they differ. Immutable.
 *
 * @param differences parts of missing tables included
 */
record Comparison(Schema actual, Schema wanted, List<Difference> differences) {

    /** What people and programs are told, one item for each object that does not go with another. */
    SchemaReport report(String wantedName) {
        DdlPlan plan = DdlWriter.write(actual, wanted, differences, DdlOptions.LIVE);
        List<SchemaReport.Item> items = SchemaDiff.folded(differences, actual, wanted).stream()
                .map(difference -> new SchemaReport.Item(
                        difference.id().kind().word(),
                        difference.id().text(),
                        difference.change().text(),
                        DifferenceText.of(difference, wantedName),
                        plan.about(withParts(difference)).stream()
                                .map(statement -> statement.sql())
                                .toList()))
                .toList();
        return new SchemaReport(
                items,
                Stream.concat(actual.unmodelled().stream(), wanted.unmodelled().stream())
                        .map(Object::toString)
                        .distinct()
                        .sorted()
                        .toList());
    }

    private Set<ObjectId> withParts(Difference difference) {
        Set<ObjectId> ids = new TreeSet<>();
        ids.add(difference.id());
        Optional.ofNullable(difference.wanted()).map(SchemaObject::id).ifPresent(ids::add);
        if (difference.change() != Difference.Change.CHANGED) {
            Schema side = difference.change() == Difference.Change.MISSING ? wanted : actual;
            side.parts(difference.id()).forEach(part -> ids.add(part.id()));
        }
        return ids;
    }
}

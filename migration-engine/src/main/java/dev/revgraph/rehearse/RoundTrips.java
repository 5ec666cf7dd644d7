package dev.revgraph.rehearse;

import dev.revgraph.ErrorCode;
import dev.revgraph.MigrationException;
import dev.revgraph.plan.Move;
import dev.revgraph.schema.diff.Difference;
import dev.revgraph.schema.diff.DifferenceText;
import dev.revgraph.schema.diff.Measure;
import dev.revgraph.schema.diff.SchemaDiff;
import dev.revgraph.schema.model.ObjectKind;
import dev.revgraph.schema.model.Property;
import dev.revgraph.schema.model.Schema;
import dev.revgraph.schema.model.SchemaObject;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Up, down, up. A schema that comes back otherwise was not undone; one that the second upgrade makes otherwise was not
 * undone in a way the first comparison can see.
 */
final class RoundTrips {

    private final SchemaWork work;

    RoundTrips(SchemaWork work) {
        this.work = work;
    }

    List<RoundTrip> of(List<String> order) {
        work.shadow().sweep();
        List<RoundTrip> trips = new ArrayList<>();
        Schema before = work.read();
        for (String revision : order) {
            work.run(Move.upgrade(revision));
            Schema after = work.read();
            RoundTrip trip = backAndAgain(revision, before, after);
            trips.add(trip);
            if (trip.failure() != null) {
                work.replay(order.subList(0, trips.size()));
            }
            before = after;
        }
        return trips;
    }

    /** Leaves the revision applied, unless something fails. */
    private RoundTrip backAndAgain(String revision, Schema before, Schema after) {
        try {
            work.run(Move.downgrade(revision + "@-1"));
        } catch (MigrationException refused) {
            return refused.code() == ErrorCode.IRREVERSIBLE
                    ? RoundTrip.skipped(revision, "It says that it cannot be undone.")
                    : RoundTrip.failed(revision, "Undoing it fails. " + refused.getMessage());
        }
        List<Difference> remains = differences(work.read(), before);
        List<Difference> lasting =
                remains.stream().filter(RoundTrips::hasLabelsInExcess).toList();
        remains = remains.stream().filter(each -> !lasting.contains(each)).toList();
        try {
            work.run(Move.upgrade(revision));
        } catch (MigrationException failed) {
            return RoundTrip.failed(revision, "Applying it again fails. " + failed.getMessage())
                    .remaining(sentences(remains, "the schema before it"));
        }
        return new RoundTrip(
                revision,
                sentences(remains, "the schema before it"),
                sentences(differences(work.read(), after), "the schema after the first upgrade"),
                sentences(lasting, "the schema before it"),
                null,
                null);
    }

    /** PostgreSQL has no way of taking a label out of an enum. */
    private static boolean hasLabelsInExcess(Difference difference) {
        return difference.id().kind() == ObjectKind.ENUM
                && difference.properties().equals(List.of(Property.ELEMENTS))
                && elements(difference.actual()).containsAll(elements(difference.wanted()));
    }

    private static List<String> elements(@Nullable SchemaObject enumeration) {
        return enumeration == null ? List.of() : enumeration.list(Property.ELEMENTS);
    }

    private static List<Difference> differences(Schema actual, Schema wanted) {
        return SchemaDiff.folded(SchemaDiff.between(actual, wanted, Measure.exact()), actual, wanted);
    }

    private static List<String> sentences(List<Difference> differences, String name) {
        return differences.stream()
                .map(difference -> DifferenceText.of(difference, name))
                .toList();
    }
}

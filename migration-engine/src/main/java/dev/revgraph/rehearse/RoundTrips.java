package dev.revgraph.rehearse;

import dev.revgraph.ErrorCode;
import dev.revgraph.MigrationException;
import dev.revgraph.graph.RevisionGraph;
import dev.revgraph.graph.RevisionId;
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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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

    List<RoundTrip> of(RevisionGraph graph) {
        work.shadow().sweep();
        List<RoundTrip> trips = new ArrayList<>();
        Set<RevisionId> applied = new LinkedHashSet<>();
        Schema before = work.read();
        for (RevisionId id : graph.revisions()) {
            applied.add(id);
            Optional<String> back = WayBack.from(graph, applied, id);
            boolean apart = back.isEmpty();
            if (apart) {
                // With what it needs and nothing else there always is one.
                Set<RevisionId> needed = new LinkedHashSet<>(graph.closure(Set.of(id)));
                back = WayBack.from(graph, needed, id);
                needed.remove(id);
                before = work.replay(names(needed));
            }
            try {
                work.run(Move.upgrade(id.value()));
            } catch (MigrationException failed) {
                // Those above it are not tried: they may need it.
                trips.add(RoundTrip.failed(id.value(), "Applying it fails. " + failed.getMessage()));
                return trips;
            }
            Schema after = work.read();
            RoundTrip trip = backAndAgain(id.value(), back.orElseThrow(), before, after);
            trips.add(trip);
            before = apart || trip.failure() != null ? work.replay(names(applied)) : after;
        }
        return trips;
    }

    private static List<String> names(Set<RevisionId> revisions) {
        return revisions.stream().map(RevisionId::value).toList();
    }

    /** Leaves the revision applied, unless something fails. */
    private RoundTrip backAndAgain(String revision, String back, Schema before, Schema after) {
        try {
            work.run(Move.downgrade(back));
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

package dev.revgraph.adopt;

import dev.revgraph.graph.RevisionGraph;
import dev.revgraph.graph.RevisionId;
import dev.revgraph.script.Checksums;
import dev.revgraph.script.RevisionSet;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Flyway's migrations where they are revisions already: another database of the same project has been adopted before, and
 * the files have come along. Then this one is recorded, and nothing is written.
 */
final class KnownRevisions {

    private final RevisionSet revisions;
    private final RevisionGraph graph;

    KnownRevisions(RevisionSet revisions) {
        this.revisions = revisions;
        this.graph = revisions.graph();
    }

    RevisionGraph graph() {
        return graph;
    }

    boolean isEmpty() {
        return graph.revisions().isEmpty();
    }

    /** The revisions that Flyway's records stand for; nothing unless each of them is here. */
    Optional<Set<RevisionId>> applied(FlywayHistory history, FlywayFolder folder) {
        List<FlywayName> names = new ArrayList<>();
        Stream.of(history.baselines.values(), history.applied.values())
                .flatMap(rows -> rows.stream())
                .filter(row -> row.isSql() || history.applied.containsValue(row))
                .forEach(row -> FlywayName.of(row).ifPresent(names::add));
        folder.versioned.forEach((version, file) -> {
            if (history.isBelowBaseline(version)) {
                names.add(file.name());
            }
        });
        Set<RevisionId> found = new LinkedHashSet<>();
        boolean complete = names.stream().allMatch(name -> add(name, found));
        return complete && !found.isEmpty() ? Optional.of(found) : Optional.empty();
    }

    private boolean add(FlywayName name, Set<RevisionId> found) {
        return Stream.of(name.id(true), name.id(false))
                .filter(id -> RevisionId.objectionTo(id).isEmpty())
                .map(RevisionId::new)
                .filter(graph::contains)
                .findFirst()
                .map(found::add)
                .isPresent();
    }

    /** @throws AdoptionException if something below what is applied is not */
    void requireWhole(Set<RevisionId> applied, FlywayHistory history) {
        Set<RevisionId> below = new LinkedHashSet<>(graph.closure(applied));
        below.removeAll(applied);
        if (!below.isEmpty() && history.baseline == null) {
            throw new AdoptionException(
                    "The revisions here have " + graph.inOrder(below)
                            + " below what Flyway has applied to this database," + " and Flyway has not applied it.",
                    "Bring the database to it with Flyway first, and adopt again.",
                    graph.inOrder(below).stream().map(RevisionId::value).toList());
        }
    }

    /** @throws AdoptionException if a revision says something else than Flyway's file */
    void requireSame(RevisionSet converted) {
        List<String> others = graph.revisions().stream()
                .filter(id -> converted.graph().contains(id))
                .filter(id -> !upgrade(revisions, id).equals(upgrade(converted, id)))
                .map(RevisionId::value)
                .toList();
        if (!others.isEmpty()) {
            throw new AdoptionException(
                    "There are revisions with the names of Flyway's migrations that say something else: "
                            + String.join(", ", others) + ".",
                    "Compare the files. Move the revisions away to have them written from Flyway's, or name another folder"
                            + " with `--flyway-location DIR`.",
                    others);
        }
    }

    /** Those of the scripts that are here as Flyway has them. */
    List<String> sameScripts(RevisionSet converted, List<String> names) {
        return names.stream()
                .filter(name -> script(revisions, name).isPresent()
                        && script(revisions, name).equals(script(converted, name)))
                .toList();
    }

    private static Optional<String> script(RevisionSet set, String name) {
        return set.repeatables().stream()
                .filter(script -> script.name().equals(name))
                .map(script -> script.checksums().upgrade())
                .findFirst();
    }

    private static String upgrade(RevisionSet set, RevisionId id) {
        return set.get(id).checksums().map(Checksums::upgrade).orElse("");
    }

    AdoptionException others() {
        List<String> ids = graph.revisions().stream().map(RevisionId::value).toList();
        return new AdoptionException(
                "There are revisions already, " + String.join(", ", ids.subList(0, Math.min(5, ids.size())))
                        + (ids.size() > 5 ? " …" : "")
                        + ", and they are not Flyway's migrations, or not all of those that are applied here.",
                "Flyway's come below everything else: move these away, adopt, and put them on top again"
                        + " (`rebase REV --onto head`). If the revisions have made this database: `adopt --from schema`.",
                ids);
    }
}

package dev.revgraph.plan;

import dev.revgraph.graph.Origin;
import dev.revgraph.graph.Reference;
import dev.revgraph.graph.RevisionGraph;
import dev.revgraph.graph.RevisionId;
import dev.revgraph.graph.RevisionNode;
import dev.revgraph.script.Repeatable;
import dev.revgraph.script.RevisionDefinition;
import dev.revgraph.script.RevisionSet;
import dev.revgraph.script.SqlRevision;
import dev.revgraph.store.AppliedRevision;
import dev.revgraph.store.RevisionKind;
import dev.revgraph.store.StoredState;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The facts a decision is made on: the revisions of the application beside what the database has recorded. Revisions
 * that only the database knows join the graph by the parents that were stored with them. Immutable.
 */
public final class Situation {

    /** How the ids of repeatable scripts begin in the records; the colon keeps them apart from every revision. */
    static final String REPEATABLE = "repeatable:";

    private final RevisionSet revisions;
    private final StoredState stored;
    private final RevisionGraph graph;
    private final Map<RevisionId, AppliedRevision> rows = new LinkedHashMap<>();
    private final Set<RevisionId> applied = new LinkedHashSet<>();
    private final List<String> unreadable = new ArrayList<>();
    private final @Nullable AppliedRevision running;
    private final boolean settled;

    public Situation(RevisionSet revisions, StoredState stored) {
        this.revisions = revisions;
        this.stored = stored;
        AppliedRevision atWork = null;
        List<RevisionNode> foreign = new ArrayList<>();
        for (AppliedRevision row : stored.rows().values()) {
            if (row.running()) {
                atWork = row;
            }
            if (row.kind() == RevisionKind.REPEATABLE) {
                continue;
            }
            if (!RevisionId.objectionTo(row.id()).isEmpty()) {
                unreadable.add(row.id());
                continue;
            }
            RevisionId id = new RevisionId(row.id());
            rows.put(id, row);
            if (!isUpgrading(row)) {
                applied.add(id);
            }
            if (!revisions.graph().contains(id)) {
                foreign.add(nodeOf(id, row));
            }
        }
        this.running = atWork;
        this.settled = false;
        this.graph = foreign.isEmpty() ? revisions.graph() : revisions.graph().including(foreign);
    }

    private Situation(RevisionSet revisions) {
        this.revisions = revisions;
        this.stored = new StoredState(true, Map.of(), 0);
        this.graph = revisions.graph();
        this.applied.addAll(graph.revisions());
        this.running = null;
        this.settled = true;
    }

    /** What the database says alone, where the files cannot be read. */
    public static Situation recorded(StoredState stored) {
        return new Situation(RevisionSet.empty(), stored);
    }

    /**
     * Nothing is left to do, see {@link Expectation}. What else the records say of each revision is not known here: good
     * for a status and for an upgrade, not for going back.
     */
    public static Situation settled(RevisionSet revisions) {
        return new Situation(revisions);
    }

    /** Whether it is the row of a revision that is applied, or was and is half way down. */
    static boolean isApplied(AppliedRevision row) {
        return row.kind() != RevisionKind.REPEATABLE
                && RevisionId.objectionTo(row.id()).isEmpty()
                && !isUpgrading(row);
    }

    private static boolean isUpgrading(AppliedRevision row) {
        return row.progress() != null && row.progress().direction().equals("upgrade");
    }

    private static RevisionNode nodeOf(RevisionId id, AppliedRevision row) {
        return new RevisionNode(
                id,
                row.description(),
                references(row.parents()),
                references(row.dependencies()),
                references(row.labels()),
                Origin.of("the database"));
    }

    private static List<Reference> references(List<String> names) {
        return names.stream()
                .filter(name -> RevisionId.objectionTo(name).isEmpty())
                .map(Reference::to)
                .toList();
    }

    /** The application's revisions, and those that only the database knows. */
    public RevisionGraph graph() {
        return graph;
    }

    public RevisionSet revisions() {
        return revisions;
    }

    public StoredState stored() {
        return stored;
    }

    /** What is applied; a revision that is half way up is not, one that is half way down is. */
    public Set<RevisionId> applied() {
        return applied;
    }

    public List<RevisionId> currentHeads() {
        return graph.maximal(applied);
    }

    /** The row of a revision, applied or running. */
    public Optional<AppliedRevision> row(RevisionId id) {
        return Optional.ofNullable(rows.get(id));
    }

    /** The revision that somebody runs outside a transaction right now, or left half done. */
    public Optional<AppliedRevision> running() {
        return Optional.ofNullable(running);
    }

    /** Whether a living session runs a revision outside a transaction at this moment. */
    public boolean isAtWork() {
        return running != null
                && running.progress() != null
                && running.progress().alive();
    }

    /** How to run a revision; empty if only the database knows it. */
    public Optional<RevisionDefinition> definition(RevisionId id) {
        return revisions.graph().contains(id) ? Optional.of(revisions.get(id)) : Optional.empty();
    }

    /** Applied revisions that the application does not know, in the order of the graph. */
    public List<RevisionId> unknown() {
        return settled ? List.of() : inOrder(id -> !revisions.graph().contains(id));
    }

    /** Applied revisions whose upgrade script says something else than it did. */
    public List<RevisionId> modified() {
        return settled ? List.of() : inOrder(this::isModified);
    }

    private List<RevisionId> inOrder(Predicate<RevisionId> condition) {
        Set<RevisionId> chosen = new LinkedHashSet<>();
        applied.stream().filter(condition).forEach(chosen::add);
        return chosen.isEmpty() ? List.of() : graph.inOrder(chosen);
    }

    /** Whether a revision is applied and its upgrade script says something else than it did then. */
    public boolean isModified(RevisionId id) {
        AppliedRevision row = rows.get(id);
        return row != null
                && revisions.graph().contains(id)
                && !(revisions.get(id) instanceof SqlRevision file
                        && file.seal().equals(row.seal()))
                && revisions
                        .get(id)
                        .checksums()
                        .filter(now -> now.algorithm().equals(row.checksumAlgorithm()))
                        .filter(now -> !Objects.equals(now.upgrade(), row.upgradeChecksum()))
                        .isPresent();
    }

    /** Ids in the table that no revision can have. */
    List<String> unreadable() {
        return unreadable;
    }

    /** Repeatable scripts that never ran, or ran with another text. */
    public List<Repeatable> changedRepeatables() {
        return settled
                ? List.of()
                : revisions.repeatables().stream().filter(this::isChanged).toList();
    }

    private boolean isChanged(Repeatable script) {
        AppliedRevision row = stored.rows().get(recordId(script));
        return row == null || !Objects.equals(script.checksums().upgrade(), row.upgradeChecksum());
    }

    /** How a repeatable script is called in records and reports. */
    public static String recordId(Repeatable script) {
        return REPEATABLE + script.name();
    }
}

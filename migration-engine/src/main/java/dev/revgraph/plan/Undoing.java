package dev.revgraph.plan;

import dev.revgraph.graph.RevisionId;
import dev.revgraph.script.RevisionDefinition;
import dev.revgraph.store.AppliedRevision;
import dev.revgraph.store.AppliedRevision.Progress;
import dev.revgraph.store.RevisionKind;
import java.util.List;
import java.util.Optional;

/**
 * How one revision is undone: by its definition where the application has it (its downgrade may have been corrected
 * since), else by the script that was stored with it.
 */
final class Undoing {

    private Undoing() {}

    /** Why a revision cannot be undone, as full sentences; empty if it can. */
    static Optional<String> objection(Situation situation, RevisionId id) {
        Optional<RevisionDefinition> definition = situation.definition(id);
        if (definition.isPresent()) {
            String objection = definition.get().reversibility().objection();
            return objection.isEmpty()
                    ? Optional.empty()
                    : Optional.of("Revision \"" + id + "\" ("
                            + definition.get().node().origin() + "): " + objection);
        }
        AppliedRevision row = situation.row(id).orElseThrow();
        if (row.kind() == RevisionKind.JAVA) {
            return Optional.of("Revision \"" + id + "\" is a Java revision, applied"
                    + Assessment.appliedBy(situation, id) + ", and this application does not have its class.");
        }
        return row.undoable()
                ? Optional.empty()
                : Optional.of("Revision \"" + id + "\", applied" + Assessment.appliedBy(situation, id)
                        + ", was stored without a downgrade, and this application does not have its file.");
    }

    static Step.Undo step(
            Situation situation,
            RevisionId id,
            Optional<Progress> progress,
            List<RevisionId> headsBefore,
            List<RevisionId> headsAfter) {
        Optional<RevisionDefinition> definition = situation.definition(id);
        AppliedRevision row = situation.row(id).orElseThrow();
        return new Step.Undo(
                id,
                situation.graph().get(id).description(),
                definition.orElse(null),
                definition.map(RevisionDefinition::transactional).orElse(row.transactional()),
                progress.isPresent(),
                progress.map(Progress::statementsFinished).orElse(0),
                headsBefore,
                headsAfter);
    }
}

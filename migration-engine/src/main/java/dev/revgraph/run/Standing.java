package dev.revgraph.run;

import dev.revgraph.plan.Expectation;
import dev.revgraph.plan.Move;
import dev.revgraph.plan.Move.Direction;
import dev.revgraph.plan.Remembered;
import dev.revgraph.plan.Situation;
import dev.revgraph.script.RevisionCatalog;
import dev.revgraph.script.RevisionSet;
import dev.revgraph.store.Outline;
import dev.revgraph.store.Place;
import dev.revgraph.store.RevisionStore;
import dev.revgraph.store.Settled;
import dev.revgraph.store.StoredState;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/**
 * How far a database is, found out with as little as will do: by what the last run has left for the next one, by an
 * outline of the records, or by all of them. Immutable.
 */
final class Standing {

    private static final Logger log = LoggerFactory.getLogger(Standing.class);

    /** Targets that ask for everything. */
    private static final Set<String> END = Set.of("head", "heads");

    private final RevisionCatalog revisions;

    Standing(RevisionCatalog revisions) {
        this.revisions = revisions;
    }

    /** What the last run left, if it left nothing to do and the move asks for just that. */
    Optional<Settled> left(Session session, Place place, Move move) {
        return move.direction() == Direction.UPGRADE
                        && END.contains(move.targets().get(0))
                ? RevisionStore.settled(session.jdbc(), place)
                : Optional.empty();
    }

    /** Whether that is the answer. With several heads, "head" is a question for the graph. */
    boolean isAnswer(Settled left) {
        return isOfTheseFiles(left) && left.heads().size() == 1;
    }

    private boolean isOfTheseFiles(Settled left) {
        return revisions.digest().filter(left.files()::equals).isPresent();
    }

    /**
     * Good for a status and for an upgrade: not all that is recorded is read where nothing is left to do.
     *
     * @param left what the last run left; of other files, it shows that there is something to do
     */
    Situation brief(Session session, Place place, Optional<Settled> left) {
        if (left.filter(settled -> !isOfTheseFiles(settled)).isPresent()) {
            return whole(session, place);
        }
        Outline outline = RevisionStore.outline(session.jdbc(), place);
        RevisionSet set = revisions.get(Remembered.files(outline));
        return Expectation.isMet(set, outline) ? Situation.settled(set) : whole(session, place);
    }

    /** All that the database says of its revisions. */
    Situation whole(Session session, Place place) {
        StoredState stored = RevisionStore.read(session.jdbc(), place);
        return new Situation(revisions.get(Remembered.files(stored)), stored);
    }

    /**
     * Leaves word for the next run if this one leaves nothing to do. Whatever was done is done; the next start finds it out
     * again if that cannot be written.
     */
    void leaveWord(RunContext run) {
        RevisionSet set = run.situation.revisions();
        try {
            if (run.move.direction() == Direction.UPGRADE
                    && Expectation.isMet(set, run.store.outline(run.session.jdbc()))) {
                revisions
                        .digest()
                        .ifPresent(files -> run.store.settle(
                                run.session.jdbc(),
                                files,
                                Records.names(set.graph().heads()),
                                run.version));
            }
        } catch (DataAccessException unwritten) {
            log.debug("It is not remembered that nothing is left to do", unwritten);
        }
    }
}

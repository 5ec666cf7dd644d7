package dev.revgraph.plan;

import dev.revgraph.graph.RevisionId;
import dev.revgraph.script.Repeatable;
import dev.revgraph.script.RevisionDefinition;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One step of a plan, with everything that whoever takes it needs to know; the current heads before and after it
 * included.
 */
public sealed interface Step {

    /** What the step is about, for people and records; {@code null} for a stamp of several revisions. */
    @Nullable String subject();

    /** What the step is about in words: a stamp of several revisions names them all, one of none is of {@code base}. */
    default String title() {
        return String.valueOf(subject());
    }

    String description();

    List<RevisionId> headsBefore();

    List<RevisionId> headsAfter();

    /** Whether the step and its record are one transaction. */
    default boolean transactional() {
        return true;
    }

    /**
     * Run a revision's upgrade.
     *
     * @param finished how many of its statements have committed in an earlier run that was cut off; 0 to begin it
     * @param resumed whether there was such a run
     */
    record Apply(
            RevisionDefinition revision,
            boolean resumed,
            int finished,
            List<RevisionId> headsBefore,
            List<RevisionId> headsAfter)
            implements Step {

        public RevisionId id() {
            return revision.node().id();
        }

        @Override
        public String subject() {
            return id().value();
        }

        @Override
        public String description() {
            return revision.node().description();
        }

        @Override
        public boolean transactional() {
            return revision.transactional();
        }
    }

    /**
     * Run a revision's downgrade.
     *
     * @param definition how to undo it; {@code null} if only the database knows, which then holds the script
     * @param resumed whether an earlier run was cut off in the middle of it, after {@code finished} statements
     */
    record Undo(
            RevisionId id,
            String description,
            @Nullable RevisionDefinition definition,
            boolean transactional,
            boolean resumed,
            int finished,
            List<RevisionId> headsBefore,
            List<RevisionId> headsAfter)
            implements Step {

        @Override
        public String subject() {
            return id.value();
        }
    }

    /** Run a script again whose text has changed. */
    record Repeat(Repeatable script, List<RevisionId> headsBefore) implements Step {

        @Override
        public String subject() {
            return Situation.recordId(script);
        }

        @Override
        public String description() {
            return script.description();
        }

        @Override
        public List<RevisionId> headsAfter() {
            return headsBefore;
        }
    }

    /**
     * Change the records alone.
     *
     * @param scripts to be recorded as run
     */
    record Stamp(
            List<RevisionId> targets,
            List<RevisionId> added,
            List<RevisionId> removed,
            List<Repeatable> scripts,
            List<RevisionId> headsBefore,
            List<RevisionId> headsAfter)
            implements Step {

        @Override
        public @Nullable String subject() {
            return targets.size() == 1 ? targets.get(0).value() : null;
        }

        @Override
        public String title() {
            return targets.isEmpty()
                    ? "base"
                    : targets.stream().map(RevisionId::value).collect(Collectors.joining(", "));
        }

        @Override
        public String description() {
            return "";
        }
    }
}

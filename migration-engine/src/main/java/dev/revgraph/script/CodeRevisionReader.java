package dev.revgraph.script;

import dev.revgraph.ErrorCode;
import dev.revgraph.graph.Origin;
import dev.revgraph.graph.Problem;
import dev.revgraph.graph.Reference;
import dev.revgraph.graph.RevisionId;
import dev.revgraph.graph.RevisionNode;
import dev.revgraph.revision.JavaRevision;
import dev.revgraph.revision.Revision;
import dev.revgraph.revision.RevisionContext;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.util.ClassUtils;

/** Reads the annotation of a Java revision; what is wrong becomes a problem with the class as its origin. */
final class CodeRevisionReader {

    private static final String BASE = "base";

    private final List<Problem> problems;

    CodeRevisionReader(List<Problem> problems) {
        this.problems = problems;
    }

    /** All that is read here of a Java revision, as a text. */
    static String identity(JavaRevision code) {
        Class<?> type = ClassUtils.getUserClass(code);
        return type.getName() + " " + type.getAnnotation(Revision.class) + " " + overridesDowngrade(type);
    }

    /** Nothing if not even the id is known. */
    Optional<CodeRevision> read(JavaRevision code) {
        Class<?> type = ClassUtils.getUserClass(code);
        Origin origin = Origin.of(type.getName());
        Revision revision = type.getAnnotation(Revision.class);
        if (revision == null) {
            add(null, origin, "The class has no annotation @Revision.", "Add @Revision(id = \"…\", revises = \"…\").");
            return Optional.empty();
        }
        String objection = RevisionId.objectionTo(revision.id());
        if (!objection.isEmpty()) {
            add(null, origin, objection, "Write another id into @Revision.");
            return Optional.empty();
        }
        Declared declared = new Declared(new RevisionId(revision.id()), origin);
        RevisionNode node = new RevisionNode(
                declared.id,
                revision.description().isEmpty() ? type.getSimpleName() : revision.description(),
                declared.revises(revision.revises()),
                declared.references("dependsOn", revision.dependsOn()),
                declared.references("branch", revision.branch()),
                origin);
        return Optional.of(new CodeRevision(
                node,
                revision.transaction(),
                declared.duration("lockTimeout", revision.lockTimeout()),
                declared.duration("statementTimeout", revision.statementTimeout()),
                declared.reversibility(revision.irreversible(), overridesDowngrade(type)),
                code));
    }

    private static boolean overridesDowngrade(Class<?> type) {
        return ClassUtils.getMethod(type, "downgrade", RevisionContext.class).getDeclaringClass() != JavaRevision.class;
    }

    private void add(@Nullable RevisionId id, Origin origin, String message, String action) {
        problems.add(new Problem(ErrorCode.BAD_HEADER, id, origin, message, action));
    }

    /** The values of one annotation. */
    private final class Declared {

        private final RevisionId id;
        private final Origin origin;

        Declared(RevisionId id, Origin origin) {
            this.id = id;
            this.origin = origin;
        }

        List<Reference> revises(String[] names) {
            List<String> all = List.of(names);
            if (all.isEmpty()) {
                add(id, origin, "\"revises\" is empty.", "Write the parents, or \"base\" if nothing comes before.");
                return List.of();
            }
            if (all.contains(BASE)) {
                if (all.size() > 1) {
                    add(
                            id,
                            origin,
                            "\"revises\" names revisions beside \"base\".",
                            "Name either \"base\" or the parents.");
                }
                return List.of();
            }
            return references("revises", names);
        }

        List<Reference> references(String attribute, String[] names) {
            List<Reference> references = new ArrayList<>();
            for (String name : names) {
                String objection = RevisionId.objectionTo(name);
                if (!objection.isEmpty()) {
                    add(id, origin, objection, "Correct the name in \"" + attribute + "\".");
                } else if (references.contains(Reference.to(name))) {
                    add(id, origin, "\"" + attribute + "\" names \"" + name + "\" twice.", "Name it once.");
                } else {
                    references.add(Reference.to(name));
                }
            }
            return references;
        }

        Optional<Duration> duration(String attribute, String value) {
            if (value.isEmpty()) {
                return Optional.empty();
            }
            Optional<Duration> duration = DurationText.parse(value);
            if (duration.isEmpty()) {
                add(id, origin, DurationText.objection(attribute, value), DurationText.ADVICE);
            }
            return duration;
        }

        Reversibility reversibility(String reason, boolean overridden) {
            if (reason.isBlank()) {
                return overridden ? new Reversibility.Reversible() : new Reversibility.Missing();
            }
            if (overridden) {
                add(
                        id,
                        origin,
                        "The revision is declared irreversible, and its class overrides the method downgrade.",
                        "Remove one of them.");
            }
            return new Reversibility.Irreversible(reason.strip());
        }
    }
}

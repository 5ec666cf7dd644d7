package dev.revgraph.plan;

import dev.revgraph.ErrorCode;
import dev.revgraph.MigrationException;
import dev.revgraph.report.PendingRevision;
import java.util.List;
import java.util.stream.Collectors;

/** Revisions are pending where none may be. */
public final class PendingRevisionsException extends MigrationException {

    private static final int SHOWN = 20;

    public PendingRevisionsException(String database, List<PendingRevision> pending) {
        super(
                ErrorCode.PENDING,
                describe(database, pending),
                "Apply them with `java -Djarmode=migration -jar app.jar upgrade` or by starting with"
                        + " `migration.on-startup=upgrade`; or start in spite of them with"
                        + " `ALLOW_PENDING_MIGRATIONS=true` in the environment or"
                        + " `migration.allow-pending-migrations=true`.",
                pending.stream().map(PendingRevision::revision).toList());
    }

    private static String describe(String database, List<PendingRevision> pending) {
        String list = pending.stream()
                .limit(SHOWN)
                .map(revision -> "  - " + revision.revision()
                        + (revision.description().isEmpty() ? "" : "  " + revision.description()))
                .collect(Collectors.joining("\n"));
        String more = pending.size() > SHOWN ? "\n  … and " + (pending.size() - SHOWN) + " more" : "";
        return (pending.size() == 1 ? "1 revision is" : pending.size() + " revisions are")
                + " pending in the database \"" + database + "\":\n" + list + more;
    }
}

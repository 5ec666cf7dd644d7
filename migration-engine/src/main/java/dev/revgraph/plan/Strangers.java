package dev.revgraph.plan;

import dev.revgraph.ErrorCode;
import dev.revgraph.graph.Problem;
import dev.revgraph.graph.RevisionId;
import dev.revgraph.store.ForeignObjects;
import java.util.List;
import java.util.Optional;

/** Objects in a database that nothing is recorded of: the base must not be run on top of them. */
final class Strangers {

    private static final String ADOPT =
            " `adopt` finds out which revision the database equals, and records it; `stamp ID` records one that is known.";

    private Strangers() {}

    static Optional<Problem> problem(Situation situation, List<RevisionId> pending) {
        ForeignObjects foreign = situation.stored().foreign();
        if (foreign.isEmpty() || pending.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Problem(
                ErrorCode.FOREIGN_OBJECTS,
                null,
                null,
                foreign.lost().isEmpty() ? found(foreign) : lost(foreign),
                foreign.lost().isEmpty() ? settle(foreign) : restore(foreign)));
    }

    private static String found(ForeignObjects foreign) {
        return "The database has no migration tables, but it is not empty: it holds " + foreign.text() + ".";
    }

    private static String settle(ForeignObjects foreign) {
        String origin = foreign.names().stream().anyMatch(name -> name.endsWith(".flyway_schema_history"))
                ? "Flyway has been here: `adopt` takes its migrations and its records over."
                : foreign.names().stream().anyMatch(name -> name.endsWith(".alembic_version"))
                        ? "Alembic has been here: `adopt` takes its records over."
                        : "If revisions have made this, or something that equals them:" + ADOPT;
        return origin + " If it has nothing to do with the revisions, and they are to be run beside it: `stamp base`.";
    }

    private static String lost(ForeignObjects foreign) {
        return "The table of applied revisions is empty, but the log says that the database is at "
                + String.join(", ", foreign.lost()) + ": the records have been lost.";
    }

    private static String restore(ForeignObjects foreign) {
        return "Record again what the log names, with `stamp " + String.join(" ", foreign.lost()) + "`."
                + " If the database has been emptied on purpose: `stamp base`.";
    }
}

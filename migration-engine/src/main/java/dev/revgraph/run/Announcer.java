package dev.revgraph.run;

import dev.revgraph.MigrationException;
import dev.revgraph.run.MigrationEvent.RunRefused;
import dev.revgraph.run.MigrationEvent.RunStarted;
import dev.revgraph.run.MigrationEvent.StatementProgress;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the log and the listeners what happens. */
final class Announcer {

    private static final Logger log = LoggerFactory.getLogger("dev.revgraph.run");

    private final String database;
    private final List<MigrationListener> listeners;
    private final Pace pace = new Pace();

    private boolean begun;

    Announcer(String database, List<MigrationListener> listeners) {
        this.database = database;
        this.listeners = List.copyOf(listeners);
    }

    /** One that remembers what has become of one run. */
    Announcer ofRun() {
        return new Announcer(database, listeners);
    }

    String database() {
        return database;
    }

    /** Tells of a run that was refused, unless it had begun: then that is told already. */
    void refused(String operation, MigrationException failure) {
        if (!begun) {
            tell(new RunRefused(database, operation, failure));
        }
    }

    void tell(MigrationEvent event) {
        begun |= event instanceof RunStarted;
        if (!(event instanceof StatementProgress progress) || pace.isDue(progress)) {
            RunLog.write(event);
        }
        for (MigrationListener listener : listeners) {
            try {
                listener.on(event);
            } catch (RuntimeException failure) {
                log.warn(
                        "The migration listener {} fails on {}; the run goes on",
                        listener.getClass().getName(),
                        event.getClass().getSimpleName(),
                        failure);
            }
        }
    }
}

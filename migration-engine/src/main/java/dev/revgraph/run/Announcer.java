package dev.revgraph.run;

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

    Announcer(String database, List<MigrationListener> listeners) {
        this.database = database;
        this.listeners = List.copyOf(listeners);
    }

    String database() {
        return database;
    }

    void tell(MigrationEvent event) {
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

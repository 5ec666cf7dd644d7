package dev.revgraph.cli.command;

import dev.revgraph.cli.LastWords;
import dev.revgraph.cli.output.Output;
import dev.revgraph.run.MigrationEvent;
import dev.revgraph.run.MigrationEvent.LockRetried;
import dev.revgraph.run.MigrationEvent.RevisionFailed;
import dev.revgraph.run.MigrationEvent.RevisionFinished;
import dev.revgraph.run.MigrationEvent.RevisionStarted;
import dev.revgraph.run.MigrationEvent.RunStarted;
import dev.revgraph.run.MigrationEvent.WaitingForOther;
import dev.revgraph.run.MigrationListener;
import java.time.Duration;
import java.util.Locale;

/** Says on standard error what a run is at. */
final class Progress implements MigrationListener {

    private final Output output;
    private final LastWords lastWords;

    Progress(Output output, LastWords lastWords) {
        this.output = output;
        this.lastWords = lastWords;
    }

    @Override
    public void on(MigrationEvent event) {
        if (event instanceof RunStarted || event instanceof WaitingForOther) {
            lastWords.becomeDue();
        }
        if (event instanceof RevisionStarted started) {
            output.say(started.direction() + " " + started.revision() + description(started.description()));
        } else if (event instanceof RevisionFinished finished) {
            output.say("  done in " + text(finished.took()));
        } else if (event instanceof RevisionFailed failed) {
            output.say("  failed after " + text(failed.took()));
        } else if (event instanceof LockRetried retried) {
            output.say("  waited in vain for a lock (attempt " + retried.attempt() + " of " + retried.attempts()
                    + "); rolled back, trying again in " + text(retried.pause()) + "; in the way: "
                    + (retried.blockers().isEmpty() ? "not to be seen" : String.join("; ", retried.blockers())));
        } else if (event instanceof WaitingForOther waiting) {
            output.say("Another instance is migrating (" + waiting.holder() + "); waiting for " + text(waiting.waited())
                    + " now");
        }
    }

    private static String description(String text) {
        return text.isEmpty() ? "" : ": " + text;
    }

    static String text(Duration duration) {
        return duration.toMillis() < 1000
                ? duration.toMillis() + " ms"
                : String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
    }
}

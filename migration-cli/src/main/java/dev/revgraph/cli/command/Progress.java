package dev.revgraph.cli.command;

import dev.revgraph.cli.LastWords;
import dev.revgraph.cli.output.Durations;
import dev.revgraph.cli.output.Output;
import dev.revgraph.run.MigrationEvent;
import dev.revgraph.run.MigrationEvent.LockRetried;
import dev.revgraph.run.MigrationEvent.NoticeReceived;
import dev.revgraph.run.MigrationEvent.NoticesLeftOut;
import dev.revgraph.run.MigrationEvent.RevisionFailed;
import dev.revgraph.run.MigrationEvent.RevisionFinished;
import dev.revgraph.run.MigrationEvent.RevisionStarted;
import dev.revgraph.run.MigrationEvent.RunStarted;
import dev.revgraph.run.MigrationEvent.StatementProgress;
import dev.revgraph.run.MigrationEvent.WaitingForOther;
import dev.revgraph.run.MigrationListener;
import dev.revgraph.run.Pace;

/**
 * Says on standard error what a run is at: lines for every revision, and for a statement that takes long a line that is
 * written anew every second, or a new line every ten where standard error is no terminal.
 */
final class Progress implements MigrationListener {

    private final Output output;
    private final LastWords lastWords;
    private final Pace pace = new Pace();

    Progress(Output output, LastWords lastWords) {
        this.output = output;
        this.lastWords = lastWords;
    }

    @Override
    public synchronized void on(MigrationEvent event) {
        if (event instanceof RunStarted || event instanceof WaitingForOther) {
            lastWords.becomeDue();
        }
        if (event instanceof RevisionStarted started) {
            output.say(started.direction() + " " + started.revision() + description(started.description()));
        } else if (event instanceof RevisionFinished finished) {
            output.say("  done in " + Durations.of(finished.took()));
        } else if (event instanceof RevisionFailed failed) {
            output.say("  failed after " + Durations.of(failed.took()));
        } else if (event instanceof StatementProgress progress) {
            say(progress);
        } else if (event instanceof NoticeReceived notice) {
            output.say("  " + notice.severity() + ": " + notice.message().replace("\n", "\n    "));
        } else if (event instanceof NoticesLeftOut left) {
            output.say("  " + left.count() + " more from the server, left out here");
        } else if (event instanceof LockRetried retried) {
            output.say("  waited in vain for a lock (attempt " + retried.attempt() + " of " + retried.attempts()
                    + "); rolled back, trying again in " + Durations.of(retried.pause()) + "; in the way: "
                    + (retried.blockers().isEmpty() ? "not to be seen" : String.join("; ", retried.blockers())));
        } else if (event instanceof WaitingForOther waiting) {
            output.say("Another instance is migrating (" + waiting.holder() + "); waiting for "
                    + Durations.of(waiting.waited()) + " now");
        }
    }

    private void say(StatementProgress progress) {
        String line = "  " + Durations.inSeconds(progress.elapsed()) + ": " + progress.summary();
        if (output.live()) {
            output.sayForNow(line);
        } else if (pace.isDue(progress)) {
            output.say(line);
        }
    }

    private static String description(String text) {
        return text.isEmpty() ? "" : ": " + text;
    }
}

package dev.revgraph.run;

import dev.revgraph.run.MigrationEvent.LockRetried;
import dev.revgraph.run.MigrationEvent.NoticeReceived;
import dev.revgraph.run.MigrationEvent.NoticesLeftOut;
import dev.revgraph.run.MigrationEvent.RevisionFailed;
import dev.revgraph.run.MigrationEvent.RevisionFinished;
import dev.revgraph.run.MigrationEvent.RevisionStarted;
import dev.revgraph.run.MigrationEvent.RunFinished;
import dev.revgraph.run.MigrationEvent.RunRefused;
import dev.revgraph.run.MigrationEvent.RunStarted;
import dev.revgraph.run.MigrationEvent.StatementProgress;
import dev.revgraph.run.MigrationEvent.WaitingForOther;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One line in the log for every event, with its facts as key-value pairs for structured logging. */
final class RunLog {

    private static final Logger log = LoggerFactory.getLogger("dev.revgraph.run");

    private RunLog() {}

    static void write(MigrationEvent event) {
        if (event instanceof RunStarted started) {
            line(started);
        } else if (event instanceof RunRefused refused) {
            line(refused);
        } else if (event instanceof RevisionStarted started) {
            line(started);
        } else if (event instanceof RevisionFinished finished) {
            line(finished);
        } else if (event instanceof RevisionFailed failed) {
            line(failed);
        } else if (event instanceof LockRetried retried) {
            line(retried);
        } else if (event instanceof StatementProgress progress) {
            line(progress);
        } else if (event instanceof NoticeReceived notice) {
            line(notice);
        } else if (event instanceof NoticesLeftOut left) {
            line(left);
        } else if (event instanceof WaitingForOther waiting) {
            line(waiting);
        } else if (event instanceof RunFinished finished) {
            line(finished);
        }
    }

    private static void line(RunStarted started) {
        log.atInfo()
                .addKeyValue("database", started.database())
                .addKeyValue("operation", started.operation())
                .log(
                        "{} of database \"{}\": {} to do",
                        started.operation(),
                        started.database(),
                        started.revisions().size());
    }

    private static void line(RunRefused refused) {
        log.atError()
                .addKeyValue("database", refused.database())
                .addKeyValue("operation", refused.operation())
                .addKeyValue("code", refused.failure().code())
                .log(
                        "{} of database \"{}\" refused: {}",
                        refused.operation(),
                        refused.database(),
                        refused.failure().getMessage());
    }

    private static void line(RevisionStarted started) {
        log.atDebug().log("{} {} begins", started.direction(), started.revision());
    }

    private static void line(RevisionFinished finished) {
        log.atInfo()
                .addKeyValue("database", finished.database())
                .addKeyValue("revision", finished.revision())
                .addKeyValue("millis", finished.took().toMillis())
                .log(
                        "{} {} done in {} ms{}",
                        finished.direction(),
                        finished.revision(),
                        finished.took().toMillis(),
                        finished.description().isEmpty() ? "" : ": " + finished.description());
    }

    private static void line(RevisionFailed failed) {
        log.atError()
                .addKeyValue("database", failed.database())
                .addKeyValue("revision", failed.revision())
                .addKeyValue("code", failed.failure().code())
                .log(
                        "{} {} failed: {}",
                        failed.direction(),
                        failed.revision(),
                        failed.failure().getMessage());
    }

    private static void line(LockRetried retried) {
        log.atWarn()
                .addKeyValue("database", retried.database())
                .addKeyValue("revision", retried.revision())
                .log(
                        "Revision {} waited in vain for a lock (attempt {} of {}); trying again in {} ms. In the way: {}",
                        retried.revision(),
                        retried.attempt(),
                        retried.attempts(),
                        retried.pause().toMillis(),
                        retried.blockers().isEmpty() ? "not to be seen" : String.join("; ", retried.blockers()));
    }

    private static void line(StatementProgress progress) {
        log.atInfo()
                .addKeyValue("database", progress.database())
                .addKeyValue("revision", progress.revision())
                .log("{} for {} s: {}", progress.revision(), progress.elapsed().toSeconds(), progress.summary());
    }

    private static void line(NoticeReceived notice) {
        (notice.isWarning() ? log.atWarn() : log.atInfo())
                .addKeyValue("database", notice.database())
                .addKeyValue("revision", notice.revision())
                .addKeyValue("sqlState", notice.sqlState())
                .log("{} says {}: {}", notice.revision(), notice.severity(), notice.message());
    }

    private static void line(NoticesLeftOut left) {
        log.atInfo()
                .addKeyValue("database", left.database())
                .addKeyValue("revision", left.revision())
                .log("{} says {} more, left out here", left.revision(), left.count());
    }

    private static void line(WaitingForOther waiting) {
        log.atInfo()
                .addKeyValue("database", waiting.database())
                .log(
                        "Another instance is migrating ({}); waiting for {} s so far",
                        waiting.holder(),
                        waiting.waited().toSeconds());
    }

    private static void line(RunFinished finished) {
        int steps = finished.report().steps().size();
        log.atInfo()
                .addKeyValue("database", finished.database())
                .addKeyValue("operation", finished.operation())
                .addKeyValue("steps", steps)
                .addKeyValue("millis", finished.took().toMillis())
                .log(
                        "{} of database \"{}\" {} after {} ms: {} {}, now at {}",
                        finished.operation(),
                        finished.database(),
                        finished.failure() == null ? "done" : "failed",
                        finished.took().toMillis(),
                        steps,
                        steps == 1 ? "step" : "steps",
                        finished.report().current().isEmpty()
                                ? "base"
                                : String.join(", ", finished.report().current()));
    }
}

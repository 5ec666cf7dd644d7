package dev.revgraph.run;

import dev.revgraph.run.MigrationEvent.NoticeReceived;
import dev.revgraph.run.MigrationEvent.NoticesLeftOut;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLWarning;
import org.postgresql.util.ServerErrorMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Passes on what the server says beside its answers: {@code RAISE NOTICE} and {@code RAISE WARNING}, and notices of its
 * own. They are read while the statement is still at work, so that they are heard in time and do not pile up in the
 * driver, which keeps each as an exception with its stack.
 */
final class Notices implements AutoCloseable {

    /** So many of each revision are told, and as many warnings, which others must not drown. */
    static final int TOLD = 100;

    private static final Logger log = LoggerFactory.getLogger(Notices.class);

    private static final Duration BETWEEN_READS = Duration.ofMillis(200);

    private static final String NOTHING_SPECIAL = "00000";

    private final Announcer announcer;
    private final ScheduledThreadPoolExecutor reader;

    private @Nullable String revision;
    private int notices;
    private int warnings;
    private int leftOut;

    private @Nullable Statement atWork;
    private @Nullable ScheduledFuture<?> reading;

    /** The last one that was read of the statement at work; what comes after it is linked to it. */
    private @Nullable SQLWarning last;

    Notices(Announcer announcer) {
        this.announcer = announcer;
        this.reader = new ScheduledThreadPoolExecutor(1, task -> {
            Thread thread = new Thread(task, "revgraph-notices");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** What is said from now on is said of this revision. */
    synchronized void begin(String of) {
        end();
        revision = of;
    }

    /** Nothing more is said of the revision; how much was left out is told now. */
    synchronized void end() {
        if (revision != null && leftOut > 0) {
            announcer.tell(new NoticesLeftOut(announcer.database(), revision, leftOut));
        }
        revision = null;
        notices = 0;
        warnings = 0;
        leftOut = 0;
    }

    /** A statement of the revision is about to be sent. */
    synchronized void during(Statement statement) {
        atWork = statement;
        last = null;
        if (reading == null) {
            long millis = BETWEEN_READS.toMillis();
            reading = reader.scheduleWithFixedDelay(this::read, millis, millis, TimeUnit.MILLISECONDS);
        }
    }

    /** The statement has ended, one way or the other. */
    synchronized void after() {
        read();
        atWork = null;
        last = null;
    }

    /** Reads what was said with a statement that has ended. */
    synchronized void read(Statement ended) {
        try {
            tellAll(ended.getWarnings());
            ended.clearWarnings();
        } catch (SQLException unread) {
            log.debug("Nobody can read what the server says beside its answer", unread);
        }
    }

    /** Reads what was said with no statement of JDBC: during COPY, and at a commit. */
    synchronized void read(Connection connection) {
        try {
            tellAll(connection.getWarnings());
            connection.clearWarnings();
        } catch (SQLException unread) {
            log.debug("Nobody can read what the server says beside its answer", unread);
        }
    }

    /**
     * The driver may add to a chain that was taken from it a moment ago: the rest of that one comes first. Where there is
     * none yet, nothing is cleared: what the driver begins in that moment would hang on nothing.
     */
    private synchronized void read() {
        Statement statement = atWork;
        if (statement == null) {
            return;
        }
        try {
            tellAll(last == null ? null : last.getNextWarning());
            SQLWarning first = statement.getWarnings();
            if (first != null) {
                statement.clearWarnings();
                tellAll(first);
            }
        } catch (SQLException unread) {
            log.debug("Nobody can read what the server says beside its answer", unread);
        }
    }

    private void tellAll(@Nullable SQLWarning first) {
        for (SQLWarning notice = first; notice != null; notice = notice.getNextWarning()) {
            tell(notice);
            last = notice;
        }
    }

    private void tell(SQLWarning notice) {
        if (revision == null) {
            return;
        }
        ServerErrorMessage server = notice instanceof PSQLWarning postgres ? postgres.getServerErrorMessage() : null;
        String severity = server == null ? null : server.getSeverity();
        String message = server == null ? null : server.getMessage();
        String state = server == null ? null : server.getSQLState();
        NoticeReceived event = new NoticeReceived(
                announcer.database(),
                revision,
                severity == null ? "WARNING" : severity,
                state == null ? NOTHING_SPECIAL : state,
                Legible.of(message == null ? String.valueOf(notice.getMessage()) : message));
        if ((event.isWarning() ? ++warnings : ++notices) <= TOLD) {
            announcer.tell(event);
        } else {
            leftOut++;
        }
    }

    @Override
    public void close() {
        end();
        reader.shutdownNow();
    }
}

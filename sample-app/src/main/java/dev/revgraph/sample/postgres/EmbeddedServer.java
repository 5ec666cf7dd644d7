package dev.revgraph.sample.postgres;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The server of one {@link DataDirectory}, shared by every application that uses the directory: the first one starts it,
 * the last one stops it, and one that finds it running (because its starter was killed, or is still at work) joins.
 *
 * <p>For trying things out, not for data that matters: the server accepts every local user without a password.
 */
final class EmbeddedServer implements AutoCloseable {

    static final String ROLE = "sample";
    static final String DATABASE = "sample";
    private static final Duration START_WAIT = Duration.ofMinutes(1);
    private static final Logger logger = LoggerFactory.getLogger(EmbeddedServer.class);

    private final DataDirectory directory;
    private final Postmaster postmaster;
    private final Presence presence;

    /** What this application started, as the library sees it; null when it joined. */
    private final @Nullable EmbeddedPostgres started;

    private EmbeddedServer(
            DataDirectory directory, Postmaster postmaster, Presence presence, @Nullable EmbeddedPostgres started) {
        this.directory = directory;
        this.postmaster = postmaster;
        this.presence = presence;
        this.started = started;
    }

    static EmbeddedServer attach(DataDirectory directory, Path binaries) throws IOException {
        try (var lock = directory.lock()) {
            var started = directory.postmaster().isPresent() ? null : start(directory, binaries);
            var postmaster = directory.postmaster().orElseThrow(() -> new IOException(notStarting(directory)));
            var presence = Presence.at(postmaster, directory, START_WAIT);
            presence.createDatabase(DATABASE, ROLE);
            directory.markFinished();
            logger.info(
                    "{} the embedded PostgreSQL of \"{}\", process {}, port {}",
                    started == null ? "Joined" : "Started",
                    directory.root(),
                    postmaster.pid(),
                    postmaster.port());
            return new EmbeddedServer(directory, postmaster, presence, started);
        }
    }

    String jdbcUrl() {
        return "jdbc:postgresql://localhost:" + postmaster.port() + "/" + DATABASE;
    }

    /** Stops the server if no one else is connected to it. The data stays. */
    @Override
    public void close() throws IOException {
        try (var lock = directory.lock()) {
            switch (presence.end()) {
                case OTHERS_REMAIN ->
                    logger.info("The embedded PostgreSQL keeps running on port {} for others", postmaster.port());
                case SERVER_GONE -> logger.info("The embedded PostgreSQL on port {} has ended", postmaster.port());
                case LAST_ONE -> stop();
            }
        }
    }

    private void stop() throws IOException {
        if (started != null) {
            started.close();
        } else if (!postmaster.stop()) {
            logger.warn("The embedded PostgreSQL, process {}, does not stop", postmaster.pid());
        }
    }

    private static EmbeddedPostgres start(DataDirectory directory, Path binaries) throws IOException {
        directory.discardUnfinishedCluster();
        var log = ProcessBuilder.Redirect.appendTo(directory.log().toFile());
        try {
            return EmbeddedPostgres.builder()
                    .setDataDirectory(directory.cluster())
                    .setOverrideWorkingDirectory(binaries.toFile())
                    .setCleanDataDirectory(false)
                    // The hook would stop the server under the feet of another application.
                    .setRegisterShutdownHook(false)
                    // The library turns it off for the sake of tests; this data is to survive a power cut.
                    .setServerConfig("fsync", "on")
                    .setPGStartupWait(START_WAIT)
                    .setOutputRedirector(log)
                    .setErrorRedirector(log)
                    .start();
        } catch (IOException | IllegalStateException e) {
            throw new IOException(notStarting(directory), e);
        }
    }

    private static String notStarting(DataDirectory directory) {
        return "The embedded PostgreSQL of \"" + directory.root() + "\" does not start; \"" + directory.log()
                + "\" says why. To use another directory, set sample.postgres.directory; to use a server of your own,"
                + " set spring.datasource.url.";
    }
}

package dev.revgraph.sample.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** A superuser's connection, held as long as the application lives: it tells the others that the server is needed. */
final class Presence {

    /** Who is left when this application goes. */
    enum Left {
        LAST_ONE,
        OTHERS_REMAIN,
        SERVER_GONE
    }

    /** Sessions of the application's own pool end a moment after the pool is closed. */
    private static final Duration OWN_SESSIONS_END = Duration.ofSeconds(2);

    private final SingleConnectionDataSource connection;
    private final JdbcClient jdbc;

    private Presence(Connection connection) {
        this.connection = new SingleConnectionDataSource(connection, true);
        this.jdbc = JdbcClient.create(this.connection);
    }

    /** Waits for a server that is still recovering from the death of its predecessor. */
    static Presence at(Postmaster postmaster, DataDirectory directory, Duration patience) throws IOException {
        var url = "jdbc:postgresql://localhost:" + postmaster.port()
                + "/postgres?user=postgres&connectTimeout=5&ApplicationName=sample-app%20presence";
        var deadline = System.nanoTime() + patience.toNanos();
        while (true) {
            try {
                var presence = new Presence(DriverManager.getConnection(url));
                presence.refuseAnotherServer(directory);
                return presence;
            } catch (SQLException e) {
                if (System.nanoTime() > deadline || !postmaster.mayBeServer() || !Pause.brief()) {
                    throw new IOException(noAnswer(postmaster, directory), e);
                }
            }
        }
    }

    void createDatabase(String database, String owner) {
        if (jdbc.sql("SELECT 1 FROM pg_roles WHERE rolname = ?")
                .param(owner)
                .query()
                .listOfRows()
                .isEmpty()) {
            jdbc.sql("CREATE ROLE " + owner + " LOGIN").update();
        }
        // For the shadow databases of `check`, `drift` and the like.
        jdbc.sql("ALTER ROLE " + owner + " CREATEDB").update();
        if (jdbc.sql("SELECT 1 FROM pg_database WHERE datname = ?")
                .param(database)
                .query()
                .listOfRows()
                .isEmpty()) {
            jdbc.sql("CREATE DATABASE " + database + " OWNER " + owner).update();
        }
    }

    Left end() {
        try {
            return othersRemain() ? Left.OTHERS_REMAIN : Left.LAST_ONE;
        } catch (DataAccessException e) {
            return Left.SERVER_GONE;
        } finally {
            connection.destroy();
        }
    }

    private boolean othersRemain() {
        var deadline = System.nanoTime() + OWN_SESSIONS_END.toNanos();
        var others = others();
        while (others > 0 && System.nanoTime() < deadline && Pause.brief()) {
            others = others();
        }
        return others > 0;
    }

    private int others() {
        return jdbc.sql("""
                        SELECT count(*) FROM pg_stat_activity
                        WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()
                        """).query(Integer.class).single();
    }

    /** After a restart of the machine, process and port of an old file may belong to a server of someone else. */
    private void refuseAnotherServer(DataDirectory directory) throws IOException {
        var served = jdbc.sql("SHOW data_directory").query(String.class).single();
        if (!Files.isSameFile(Path.of(served), directory.cluster())) {
            connection.destroy();
            throw new IOException("\"" + directory.cluster().resolve("postmaster.pid") + "\" leads to the server of \""
                    + served + "\". Remove that file and start again.");
        }
    }

    private static String noAnswer(Postmaster postmaster, DataDirectory directory) {
        return "Process " + postmaster.pid() + ", which \"" + postmaster.file()
                + "\" names, does not answer as a PostgreSQL on port " + postmaster.port()
                + ". If the process is something else, remove that file; otherwise end the process. The server's log is"
                + " \"" + directory.log() + "\".";
    }
}

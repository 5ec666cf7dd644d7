package dev.revgraph.test;

import dev.revgraph.server.Login;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.time.Duration;

/** Apart from {@link Servers}, so that its classes are loaded only where they are on the class path. */
final class EmbeddedServer {

    private static final String SUPERUSER = "postgres";

    private EmbeddedServer() {}

    /** Not closed here: it stops with the JVM, and after a kill is stopped by one that is started later. */
    @SuppressWarnings("resource")
    static Login start() throws IOException {
        EmbeddedPostgres server = EmbeddedPostgres.builder()
                .setPGStartupWait(Duration.ofMinutes(1))
                .setServerConfig("log_min_messages", "fatal")
                .start();
        return new Login(server.getJdbcUrl(SUPERUSER, SUPERUSER), SUPERUSER, SUPERUSER);
    }
}

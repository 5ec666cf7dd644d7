package dev.revgraph.autoconfigure.guide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.revgraph.MigrationException;
import dev.revgraph.autoconfigure.fixture.RevisionFolder;
import dev.revgraph.autoconfigure.fixture.WebApplication;
import dev.revgraph.autoconfigure.fixture.WebApplication.Answer;
import dev.revgraph.fixture.TestDatabase;
import dev.revgraph.guide.Block;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.WebApplicationType;

/** An application that does, block by block, what a reader of a guide does. */
final class GuidedApplication implements AutoCloseable {

    /** Nothing here uses it, and it takes half of the time. */
    private static final String WITHOUT_REPOSITORIES =
            "org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration,"
                    + "org.springframework.boot.data.jpa.autoconfigure.DataJpaRepositoriesAutoConfiguration,"
                    + "org.springframework.boot.data.jdbc.autoconfigure.DataJdbcRepositoriesAutoConfiguration";

    private final TestDatabase database;
    private final RevisionFolder revisions;
    private final List<String> properties = new ArrayList<>();
    private @Nullable WebApplication running;

    GuidedApplication(TestDatabase database, Path folder) {
        this.database = database;
        this.revisions = new RevisionFolder(folder);
        properties.add(revisions.property());
        // Off in tests anyway, but not on threads that are not the test's own.
        properties.add("spring.docker.compose.enabled=false");
        properties.add("spring.autoconfigure.exclude=" + WITHOUT_REPOSITORIES);
    }

    RevisionFolder revisions() {
        return revisions;
    }

    /** Writes the file that the block is. The next request is answered by an application that has it. */
    void write(Block block) {
        revisions.file(block.file().orElseThrow().name() + ".sql", block.text());
        stop();
    }

    /** Configures what the block says, from the next start on. */
    void configure(Block block) {
        Configuration.of(block).properties().forEach((key, value) -> properties.add(key + "=" + value));
        stop();
    }

    /** Starts again, with further properties for this one start. */
    void start(String... further) {
        stop();
        running = WebApplication.start(WebApplicationType.SERVLET, database, all(further));
    }

    /** Starts with the arguments of a {@code java -jar app.jar} that a guide shows. */
    void startAs(Block block) {
        start(Request.words(block).stream()
                .filter(word -> word.startsWith("--"))
                .map(word -> word.substring(2))
                // The test's own server has a port of its own.
                .filter(property -> !property.startsWith("server.port="))
                .toArray(String[]::new));
    }

    /** Starts, and is refused for a reason of this project's. */
    void refuse(String... further) {
        stop();
        Throwable failure =
                catchThrowable(() -> WebApplication.start(WebApplicationType.SERVLET, database, all(further))
                        .close());
        assertThat(Stream.iterate(failure, Objects::nonNull, Throwable::getCause))
                .as("%s", failure)
                .hasAtLeastOneElementOfType(MigrationException.class);
    }

    /** The answer to a request, from an application that is started for it if none is running. */
    Answer ask(Block block) {
        Request request = Request.of(block);
        return request.body().isEmpty() ? get(request.path()) : post(request);
    }

    Answer get(String path) {
        return application().get(path);
    }

    /** See {@link WebApplication#getInTime}. */
    Answer getInTime(String path) {
        return application().getInTime(path);
    }

    Answer post(Request request) {
        return application().post(request.path(), request.body());
    }

    <T> T bean(Class<T> type) {
        return application().context().getBean(type);
    }

    private WebApplication application() {
        if (running == null) {
            start();
        }
        return Objects.requireNonNull(running);
    }

    private String[] all(String... further) {
        List<String> all = new ArrayList<>(properties);
        all.addAll(Arrays.asList(further));
        return all.toArray(String[]::new);
    }

    private void stop() {
        if (running != null) {
            running.close();
            running = null;
        }
    }

    @Override
    public void close() {
        stop();
    }
}

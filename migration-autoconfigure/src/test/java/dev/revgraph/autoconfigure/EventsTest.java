package dev.revgraph.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.revgraph.MigrationEngine;
import dev.revgraph.autoconfigure.fixture.Applications;
import dev.revgraph.autoconfigure.fixture.RevisionFolder;
import dev.revgraph.fixture.PostgresTest;
import dev.revgraph.fixture.TestDatabase;
import dev.revgraph.plan.Move;
import dev.revgraph.run.MigrationEvent;
import dev.revgraph.run.MigrationListener;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;

/** Who hears of runs. */
@PostgresTest
class EventsTest {

    private static final List<String> UPGRADE = List.of(
            "RunStarted", "RevisionStarted", "RevisionFinished", "RevisionStarted", "RevisionFinished", "RunFinished");

    private final TestDatabase database;
    private final RevisionFolder revisions;

    EventsTest(TestDatabase database, @TempDir Path folder) {
        this.database = database;
        this.revisions = new RevisionFolder(folder).table("one", "base").table("two", "one");
    }

    @Test
    void listenerBeansHearOfTheRunAtStartUp() {
        application()
                .run(context -> assertThat(context.getBean(Direct.class).heard).isEqualTo(UPGRADE));
    }

    @Test
    void listenerBeansHearOfAFailureThatStopsTheStart() {
        revisions.revision("three", "two", "SELECT 1/0;", "");
        List<String> heard = new ArrayList<>();
        Applications.on(database)
                .withPropertyValues(revisions.property())
                .withBean(MigrationListener.class, () -> event -> heard.add(nameOf(event)))
                .run(context -> assertThat(context).hasFailed());
        assertThat(heard).endsWith("RevisionStarted", "RevisionFailed", "RunFinished");
    }

    @Test
    void listenerBeansHearOfARunThatIsRefused() {
        revisions.table("other", "one");
        List<String> heard = new ArrayList<>();
        Applications.on(database)
                .withPropertyValues(revisions.property())
                .withBean(MigrationListener.class, () -> event -> heard.add(nameOf(event)))
                .run(context -> assertThat(context).hasFailed());
        assertThat(heard).containsExactly("RunRefused");
    }

    @Test
    void eventMethodsHearOfTheRunAtStartUpOnceTheyCan() {
        application()
                .run(context ->
                        assertThat(context.getBean(Indirect.class).heard).isEqualTo(UPGRADE));
    }

    @Test
    void everybodyHearsOfLaterRunsAtOnce() {
        application().run(context -> {
            Indirect indirect = context.getBean(Indirect.class);
            indirect.heard.clear();
            context.getBean(MigrationEngine.class).run(Move.downgrade("one"));
            assertThat(indirect.heard)
                    .containsExactly("RunStarted", "RevisionStarted", "RevisionFinished", "RunFinished");
            assertThat(context.getBean(Direct.class).heard).hasSize(UPGRADE.size() + 4);
        });
    }

    @Test
    void aListenerThatThrowsStopsNothing() {
        application().withUserConfiguration(Throwing.class).run(context -> {
            assertThat(context).hasNotFailed();
            assertThat(context.getBean(Direct.class).heard).isEqualTo(UPGRADE);
        });
    }

    @Test
    void aRunWithNothingToDoIsSilent() {
        application().run(context -> assertThat(context).hasNotFailed());
        application().run(context -> {
            assertThat(context.getBean(Direct.class).heard).isEmpty();
            assertThat(context.getBean(Indirect.class).heard).isEmpty();
        });
    }

    private ApplicationContextRunner application() {
        return Applications.on(database)
                .withUserConfiguration(Listening.class)
                .withPropertyValues(revisions.property());
    }

    private static String nameOf(MigrationEvent event) {
        return event.getClass().getSimpleName();
    }

    @Configuration(proxyBeanMethods = false)
    static class Listening {

        @Bean
        Direct direct() {
            return new Direct();
        }

        @Bean
        Indirect indirect() {
            return new Indirect();
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Throwing {

        @Bean
        MigrationListener throwingListener() {
            return event -> {
                throw new IllegalStateException("on purpose");
            };
        }

        @EventListener
        void on(MigrationEvent event) {
            throw new IllegalStateException("on purpose: " + event);
        }
    }

    static final class Direct implements MigrationListener {

        final List<String> heard = new ArrayList<>();

        @Override
        public void on(MigrationEvent event) {
            heard.add(nameOf(event));
        }
    }

    static class Indirect {

        final List<String> heard = new ArrayList<>();

        @EventListener
        void on(MigrationEvent event) {
            heard.add(nameOf(event));
        }
    }
}

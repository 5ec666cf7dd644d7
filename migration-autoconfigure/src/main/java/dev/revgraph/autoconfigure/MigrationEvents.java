package dev.revgraph.autoconfigure;

import dev.revgraph.run.MigrationEvent;
import dev.revgraph.run.MigrationEvent.StatementProgress;
import dev.revgraph.run.MigrationListener;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.ApplicationEventPublisher;

/**
 * Publishes what happens during runs as application events. What happens while the application starts is kept until its
 * listeners can hear: methods with {@code @EventListener} are registered only after all beans exist. Thread-safe.
 */
final class MigrationEvents implements MigrationListener, SmartInitializingSingleton {

    private static final Logger log = LoggerFactory.getLogger(MigrationEvents.class);

    private final ApplicationEventPublisher publisher;
    private @Nullable List<MigrationEvent> kept = new ArrayList<>();

    MigrationEvents(ApplicationEventPublisher publisher) {
        this.publisher = publisher;
    }

    @Override
    public void on(MigrationEvent event) {
        synchronized (this) {
            if (kept != null) {
                // How far a statement was says nothing once it is over.
                if (!(event instanceof StatementProgress)) {
                    kept.add(event);
                }
                return;
            }
        }
        publisher.publishEvent(event);
    }

    @Override
    public void afterSingletonsInstantiated() {
        List<MigrationEvent> early;
        synchronized (this) {
            early = kept == null ? List.of() : kept;
            kept = null;
        }
        early.forEach(this::publishEarly);
    }

    private void publishEarly(MigrationEvent event) {
        try {
            publisher.publishEvent(event);
        } catch (RuntimeException failure) {
            log.warn("A listener fails on {}", event, failure);
        }
    }
}

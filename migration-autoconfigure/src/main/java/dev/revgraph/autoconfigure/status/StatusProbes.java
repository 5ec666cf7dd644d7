package dev.revgraph.autoconfigure.status;

import dev.revgraph.MigrationEngine;
import dev.revgraph.run.MigrationEvent;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.context.event.EventListener;

/** The probes of all databases, by name. A run makes the one of its database look again. */
public final class StatusProbes {

    private final SortedMap<String, StatusProbe> probes;

    /** @param inquirers of their own: a crowd at the endpoint must not make a database look ill */
    StatusProbes(List<MigrationEngine> engines, Inquirers inquirers) {
        Map<String, StatusProbe> byName = new TreeMap<>();
        engines.forEach(engine -> byName.put(
                engine.name(),
                new StatusProbe(inquirers.of(engine.name()), engine::status, StatusProbe.Timing.usual())));
        this.probes = Collections.unmodifiableSortedMap(new TreeMap<>(byName));
    }

    public SortedMap<String, StatusProbe> byDatabase() {
        return probes;
    }

    @EventListener
    void on(MigrationEvent event) {
        StatusProbe probe = probes.get(event.database());
        if (probe != null) {
            probe.forget();
        }
    }
}

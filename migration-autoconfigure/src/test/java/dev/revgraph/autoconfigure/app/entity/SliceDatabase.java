package dev.revgraph.autoconfigure.app.entity;

import dev.revgraph.fixture.TestDatabase;
import org.springframework.test.context.DynamicPropertyRegistry;

/** Leads a slice to a database. */
final class SliceDatabase {

    private SliceDatabase() {}

    static void connect(DynamicPropertyRegistry registry, TestDatabase database) {
        registry.add("spring.datasource.url", database::url);
        registry.add("spring.datasource.username", database::username);
        registry.add("spring.datasource.password", database::password);
    }
}

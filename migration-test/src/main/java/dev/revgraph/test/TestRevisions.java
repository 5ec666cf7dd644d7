package dev.revgraph.test;

import dev.revgraph.ErrorCode;
import dev.revgraph.MigrationEngine;
import dev.revgraph.MigrationSettings;
import dev.revgraph.graph.InvalidGraphException;
import dev.revgraph.revision.JavaRevision;
import dev.revgraph.script.Location;
import dev.revgraph.script.RevisionCatalog;
import dev.revgraph.script.RevisionSet;
import dev.revgraph.script.RevisionSources;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** The revisions that a test class is about. Immutable. */
final class TestRevisions {

    private static final String ACTION =
            "Put the revision files there, or name their place: @MigrationTest(locations = \"classpath:…\").";

    private final MigrationSettings settings;
    private final List<JavaRevision> code;
    private final ClassLoader classLoader;

    TestRevisions(MigrationSettings settings, List<JavaRevision> code, ClassLoader classLoader) {
        this.settings = settings;
        this.code = List.copyOf(code);
        this.classLoader = classLoader;
    }

    MigrationEngine engine(DataSource dataSource) {
        return MigrationEngine.builder(dataSource)
                .settings(settings)
                .codeRevisions(code)
                .classLoader(classLoader)
                .build();
    }

    /**
     * An engine's revisions, of which there has to be one at least.
     *
     * @throws InvalidGraphException if something is wrong with them
     * @throws MigrationTestException if there are none
     */
    RevisionSet read(MigrationEngine engine) {
        try {
            RevisionSet revisions = engine.revisions();
            if (revisions.graph().size() == 0) {
                throw new MigrationTestException(
                        ErrorCode.MISSING_LOCATION,
                        "There is no revision in \"" + String.join("\", \"", settings.locations()) + "\".",
                        ACTION,
                        null);
            }
            return revisions;
        } catch (InvalidGraphException faulty) {
            if (faulty.code() != ErrorCode.MISSING_LOCATION) {
                throw faulty;
            }
            throw new MigrationTestException(faulty.code(), faulty.getMessage(), ACTION, faulty);
        }
    }

    /** The same revisions alone. */
    TestRevisions withoutRepeatables() {
        return new TestRevisions(settings.with(s -> s.repeatableLocations(List.of())), code, classLoader);
    }

    /** The same, where "up to date" means all heads, should there be several. */
    TestRevisions toAllHeads() {
        return new TestRevisions(settings.with(s -> s.target("heads")), code, classLoader);
    }

    /** Whether all they do is known from their files. */
    boolean areFiles() {
        return code.isEmpty();
    }

    /** Of everything that the revisions are read from; empty if something cannot be read. */
    Optional<String> digest() {
        return new RevisionCatalog(RevisionSources.of(classLoader)
                        .withLocations(Location.parseAll(settings.locations()))
                        .withRepeatables(Location.parseAll(settings.repeatableLocations()).stream()
                                .map(location -> location.equals(required(Location.REPEATABLES))
                                        ? Location.REPEATABLES
                                        : location)
                                .toList())
                        .withPlaceholders(settings.placeholders())
                        .withCode(code))
                .digest();
    }

    private static Location required(Location location) {
        return new Location(location.kind(), location.path(), false);
    }
}

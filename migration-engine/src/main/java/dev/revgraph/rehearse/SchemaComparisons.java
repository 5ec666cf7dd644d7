package dev.revgraph.rehearse;

import dev.revgraph.ErrorCode;
import dev.revgraph.MigrationException;
import dev.revgraph.graph.RevisionGraph;
import dev.revgraph.schema.diff.Measure;
import dev.revgraph.schema.model.ObjectId;
import dev.revgraph.schema.model.Schema;
import dev.revgraph.schema.read.SchemaReader;
import dev.revgraph.schema.read.SchemaScope;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Holds schemas against each other: a model against the head of the revisions, a database against its revisions. What is
 * wanted is built in a shadow database first, so that PostgreSQL itself says what it amounts to. Immutable and
 * thread-safe; every call opens a shadow of its own.
 */
public final class SchemaComparisons {

    private static final Logger LOG = LoggerFactory.getLogger(SchemaComparisons.class);

    private static final List<String> HEAD = List.of("heads");

    private final RevisionRunner revisions;
    private final RevisionRunner revisionsAlone;
    private final Shadows shadows;
    private final SchemaReader reader;

    /** @param revisionsAlone runs no repeatable scripts */
    public SchemaComparisons(
            RevisionRunner revisions, RevisionRunner revisionsAlone, Shadows shadows, SchemaScope scope) {
        this.revisions = revisions;
        this.revisionsAlone = revisionsAlone;
        this.shadows = shadows;
        this.reader = new SchemaReader(scope);
    }

    /**
     * In what the head of the revisions differs from the model.
     *
     * @throws dev.revgraph.MigrationException if there is no shadow, or a revision or the model fails in it
     */
    public SchemaReport check(Model model) {
        try (Shadow shadow = shadows.open()) {
            SchemaWork work = new SchemaWork(shadow, reader, revisions);
            Schema wanted = work.build(model);
            Schema head = work.replay(HEAD);
            return work.compare(head, wanted, model.measure()).report(model.name());
        }
    }

    /**
     * In what a database differs from what its revisions make.
     *
     * @throws dev.revgraph.MigrationException if there is no shadow, or a revision fails in it
     */
    public SchemaReport drift(DataSource database, Standing standing) {
        return drift(database, standing, List.of());
    }

    /**
     * In what a database differs from what its revisions make, where another tool has left tables of its own in it.
     *
     * @param standing what to compare with
     * @param leftAlone those tables; they are not looked at
     * @throws dev.revgraph.MigrationException if there is no shadow, or a revision fails in it
     */
    public SchemaReport drift(DataSource database, Standing standing, List<TableName> leftAlone) {
        try (Shadow shadow = shadows.open()) {
            SchemaWork work = new SchemaWork(shadow, reader, revisions);
            Schema actual = TableName.without(read(database), leftAlone);
            Scripts scripts = scriptsApart(shadow, standing);
            Schema wanted = work.replay(standing.current());
            return work.compare(scripts.leftOutOf(actual), scripts.leftOutOf(wanted), Measure.exact())
                    .report("its revisions");
        }
    }

    private Scripts scripts(Shadow shadow, boolean asked) {
        return asked
                ? Scripts.of(new SchemaWork(shadow, reader, revisions), new SchemaWork(shadow, reader, revisionsAlone))
                : Scripts.NONE;
    }

    /** A revision that is pending, and fails, is nothing to a database that has not come to it. */
    private Scripts scriptsApart(Shadow shadow, Standing standing) {
        try {
            return scripts(shadow, standing.scriptsApart());
        } catch (MigrationException failure) {
            LOG.warn(
                    "What repeatable scripts make is not told apart, for the head cannot be built: {}",
                    failure.getMessage());
            return Scripts.NONE;
        }
    }

    /**
     * Which revisions a database equals: each is replayed on top of those before it, and the schema compared after each.
     * What repeatable scripts make is left out: they run again anyway, at the head.
     *
     * @param graph the revisions
     * @param leftAlone tables of other tools, which are not looked at
     * @param scripts whether there are repeatable scripts
     * @throws dev.revgraph.MigrationException if there is no shadow, or a revision fails in it
     */
    public Resemblance resemblance(
            DataSource database, RevisionGraph graph, List<TableName> leftAlone, boolean scripts) {
        try (Shadow shadow = shadows.open()) {
            SchemaWork alone = new SchemaWork(shadow, reader, revisionsAlone);
            Schema actual = TableName.without(read(database), leftAlone);
            Set<ObjectId> made = scripts(shadow, scripts).added();
            if (!made.isEmpty()) {
                actual = Clearing.without(actual, made);
            }
            return new Likeness(alone, actual).among(graph);
        }
    }

    /**
     * How to rid a database of what its revisions have made.
     *
     * @throws dev.revgraph.MigrationException if there is no shadow, or a revision fails in it
     */
    public Clearance clearance(DataSource database, Standing standing) {
        try (Shadow shadow = shadows.open()) {
            Scripts scripts = scriptsApart(shadow, standing);
            SchemaWork work = new SchemaWork(shadow, reader, revisions);
            return Clearing.of(work, read(database), standing.current(), scripts.added());
        }
    }

    /**
     * Revisions that lead from the head to the model, tried there and back.
     *
     * @param renames tables and columns that have another name in the model, and are to keep their rows
     * @throws dev.revgraph.MigrationException if there is no shadow, or a revision or the model fails in it
     */
    public Generated generate(Model model, List<Rename> renames) {
        try (Shadow shadow = shadows.open()) {
            SchemaWork work = new SchemaWork(shadow, reader, revisions);
            Schema wanted = work.build(model);
            return new Generation(work, wanted, model.measure(), renames, false).generate();
        }
    }

    /**
     * Revisions that make of the head what the database has become by other ways. Where it already is so they do nothing.
     *
     * @throws dev.revgraph.MigrationException if there is no shadow, or a revision fails in it
     */
    public Generated generate(DataSource database) {
        try (Shadow shadow = shadows.open()) {
            SchemaWork work = new SchemaWork(shadow, reader, revisions);
            return new Generation(work, read(database), Measure.exact(), List.of(), true).generate();
        }
    }

    /**
     * Tries every revision of a graph up, down and up again, in order of application, until one cannot be applied.
     * Repeatable scripts are left out: what they make is undone by nothing.
     *
     * @throws dev.revgraph.MigrationException if there is no shadow
     */
    public List<RoundTrip> roundTrips(RevisionGraph graph) {
        try (Shadow shadow = shadows.open()) {
            return new RoundTrips(new SchemaWork(shadow, reader, revisionsAlone)).of(graph);
        }
    }

    private Schema read(DataSource database) {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(true);
            return reader.read(connection);
        } catch (SQLException failure) {
            throw new ShadowException(
                    ErrorCode.CONNECTION,
                    "The database cannot be read: " + Shadows.message(failure) + ".",
                    "See that it answers, and run the command again.",
                    failure);
        }
    }
}

package dev.revgraph.adopt;

import dev.revgraph.ErrorCode;
import dev.revgraph.MigrationException;
import dev.revgraph.MigrationSettings;
import dev.revgraph.graph.RevisionGraph;
import dev.revgraph.graph.RevisionId;
import dev.revgraph.graph.Traversal;
import dev.revgraph.plan.Move;
import dev.revgraph.rehearse.SchemaReport;
import dev.revgraph.rehearse.Shadows;
import dev.revgraph.rehearse.Standing;
import dev.revgraph.rehearse.TableName;
import dev.revgraph.report.RunReport;
import dev.revgraph.run.Records;
import dev.revgraph.script.RevisionSet;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Takes one database over. What is to be done is found out without changing anything, {@link #carryOut} does it. Immutable
 * and thread-safe.
 */
public final class Adoptions {

    private final ForeignTables tables;
    private final MigrationSettings settings;
    private final Sites sites;

    /** @param sites makes the revisions of other places usable with the database */
    public Adoptions(DataSource dataSource, MigrationSettings settings, Function<MigrationSettings, Site> sites) {
        this.tables = new ForeignTables(dataSource);
        this.settings = settings;
        this.sites = new Sites(settings, sites);
    }

    /**
     * What other tools have left in the database.
     *
     * @param flywayTable the name of Flyway's table, with its schema or without
     * @throws AdoptionException if revisions are recorded as applied already
     */
    public Traces traces(String flywayTable) {
        Set<String> recorded = sites.here().runner().stored().rows().keySet();
        if (!recorded.isEmpty()) {
            List<String> ids = recorded.stream().limit(5).toList();
            throw new AdoptionException(
                    ErrorCode.ALREADY_APPLIED,
                    "The migration tables say already what is applied: " + recorded.size() + " revisions, "
                            + String.join(", ", ids) + (recorded.size() > 5 ? " …" : "") + ".",
                    "There is nothing to adopt: `status` says how the database stands, `stamp` corrects what is recorded.",
                    List.copyOf(recorded));
        }
        return new Traces(tables.find(flywayTable), tables.find("alembic_version"));
    }

    /**
     * To record revisions that somebody names.
     *
     * @param targets as for a stamp
     */
    public Adoption ofSchema(List<String> targets, Traces traces) {
        RevisionGraph graph = sites.here().revisions().get().graph();
        Set<RevisionId> applied = new Traversal(graph, Set.of()).stamp(targets, false);
        return recording(
                Source.SCHEMA,
                graph,
                applied,
                List.of(),
                "adopted: a schema without records, as it is",
                traces.tables());
    }

    /** To record what Alembic's table names. */
    public Adoption ofAlembic(Traces traces) {
        TableName table = required(traces.alembic(), "alembic_version");
        RevisionGraph graph = sites.here().revisions().get().graph();
        List<String> versions = tables.alembic(table);
        Set<RevisionId> heads = AlembicHeads.find(graph, table, versions);
        return recording(
                Source.ALEMBIC,
                graph,
                graph.closure(heads),
                List.of(),
                "adopted from Alembic's " + table + ": " + String.join(", ", versions),
                traces.tables());
    }

    /**
     * To write Flyway's migrations down as revisions, unless they are, and to record those that are applied.
     *
     * @throws MigrationException with what stands in the way
     */
    public Adoption ofFlyway(Traces traces, FlywayChoice choice) {
        TableName table = required(traces.flyway(), "flyway_schema_history");
        FlywayHistory history = FlywayHistory.of(tables.flyway(table));
        FlywayFolder folder = FlywayFolder.read(choice.locations());
        FlywayAdoption flyway = new FlywayAdoption(table, folder, history, settings.placeholders());
        KnownRevisions known = new KnownRevisions(sites.known());
        Optional<Set<RevisionId>> applied = known.isEmpty() ? Optional.empty() : known.applied(history, folder);
        if (applied.isPresent()) {
            return known(known, applied.get(), flyway, history, choice, traces);
        }
        if (folder.isMissing()) {
            throw new AdoptionException(
                    ErrorCode.MISSING_LOCATION,
                    "There are no migrations of Flyway's: looked in " + folder.places() + ".",
                    "Go to the project's folder, or name the one with the migrations with `--flyway-location DIR`.",
                    List.of());
        }
        Adoption adoption = flyway.plan(choice);
        if (!known.isEmpty()) {
            throw known.others();
        }
        Manuscript.requireEmpty(choice.folder());
        sites.tried(adoption.files(), choice.folder(), site -> site.revisions().get());
        return adoption;
    }

    private Adoption known(
            KnownRevisions known,
            Set<RevisionId> applied,
            FlywayAdoption flyway,
            FlywayHistory history,
            FlywayChoice choice,
            Traces traces) {
        known.requireWhole(applied, history);
        RevisionSet converted = flyway.files()
                .map(files -> sites.tried(
                        files, choice.folder(), site -> site.revisions().get()))
                .orElse(null);
        List<String> scripts = List.of();
        if (converted != null) {
            known.requireSame(converted);
            scripts = known.sameScripts(converted, flyway.scripts());
        }
        return recording(
                Source.FLYWAY,
                known.graph(),
                known.graph().closure(applied),
                scripts,
                flyway.reason(),
                traces.tables());
    }

    private static Adoption recording(
            Source source,
            RevisionGraph graph,
            Set<RevisionId> applied,
            List<String> scripts,
            String reason,
            List<TableName> leftAlone) {
        Set<RevisionId> pending = new LinkedHashSet<>(graph.revisions());
        pending.removeAll(applied);
        return new Adoption(
                source,
                List.of(),
                Records.names(graph.maximal(applied)),
                Records.names(graph.inOrder(applied)),
                Records.names(graph.inOrder(pending)),
                scripts,
                List.of(),
                reason,
                leftAlone);
    }

    /**
     * In what the database differs from what it would be recorded as.
     *
     * @param folder where revision files would be written
     * @throws MigrationException if there is no shadow, or a revision fails in it
     */
    public SchemaReport difference(Adoption adoption, Path folder, DataSource database, Shadows shadows) {
        return sites.tried(
                adoption.files(),
                folder,
                site -> site.comparisons()
                        .apply(shadows)
                        .drift(database, new Standing(adoption.heads(), false), adoption.leftAlone()));
    }

    /**
     * Writes the files, if there are any to write, and records what is applied; all of it or nothing.
     *
     * @param folder where revision files go; repeatable scripts go to {@code repeatable} beside it
     * @param reason somebody's own; {@code null} if there is none
     * @throws MigrationException if it cannot be done; what was written is removed then
     */
    public RunReport carryOut(Adoption adoption, Path folder, @Nullable String reason) {
        Move move = Move.adopt(adoption.heads().isEmpty() ? List.of("base") : adoption.heads(), adoption.scripts())
                .because(adoption.reason() + (reason == null ? "" : ": " + reason));
        if (adoption.files().isEmpty()) {
            return sites.here().runner().run(move);
        }
        Manuscript written = Manuscript.write(folder, adoption.files());
        try {
            return sites.at(written).runner().run(move);
        } catch (RuntimeException failure) {
            written.takeBack();
            throw failure;
        }
    }

    private static TableName required(@Nullable TableName table, String usual) {
        if (table == null) {
            throw new AdoptionException(
                    "There is no table " + usual + " in this database.",
                    "See that it is the right database; a table of another name or schema of Flyway's is named with"
                            + " `--flyway-table NAME`.");
        }
        return table;
    }
}

package dev.revgraph;

import dev.revgraph.adopt.Adoptions;
import dev.revgraph.adopt.Traces;
import dev.revgraph.graph.InvalidGraphException;
import dev.revgraph.offline.OfflineScripts;
import dev.revgraph.plan.Assessment;
import dev.revgraph.plan.InvalidStateException;
import dev.revgraph.plan.Knowledge;
import dev.revgraph.plan.Move;
import dev.revgraph.plan.PendingRevisionsException;
import dev.revgraph.plan.Repair;
import dev.revgraph.plan.RepairPlanner;
import dev.revgraph.plan.RepairStep;
import dev.revgraph.plan.RevisionListing;
import dev.revgraph.plan.Situation;
import dev.revgraph.plan.StatusSummary;
import dev.revgraph.rehearse.Clearance;
import dev.revgraph.rehearse.Generated;
import dev.revgraph.rehearse.Resemblance;
import dev.revgraph.rehearse.SchemaComparisons;
import dev.revgraph.rehearse.SchemaReport;
import dev.revgraph.rehearse.Shadows;
import dev.revgraph.rehearse.Standing;
import dev.revgraph.report.HistoryPage;
import dev.revgraph.report.PendingRevision;
import dev.revgraph.report.Readiness;
import dev.revgraph.report.RepairReport;
import dev.revgraph.report.RevisionReport;
import dev.revgraph.report.RunReport;
import dev.revgraph.report.Status;
import dev.revgraph.run.Runner;
import dev.revgraph.schema.read.SchemaScope;
import dev.revgraph.script.RevisionSet;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The migrations of one database: brings it to a revision, says how it stands. Files are read on first use and then
 * kept as metadata; the database is asked anew by every call, on a connection borrowed for its length. Thread-safe;
 * any number of engines, in any number of processes, may work on one database.
 */
public final class MigrationEngine {

    private final Workings workings;
    private final Runner runner;

    MigrationEngine(Workings workings) {
        this.workings = workings;
        this.runner = workings.runner();
    }

    public static MigrationEngineBuilder builder(DataSource dataSource) {
        return new MigrationEngineBuilder(dataSource);
    }

    /** The database's name, {@code default} for an application's primary one. */
    public String name() {
        return workings.name();
    }

    public MigrationSettings settings() {
        return workings.settings();
    }

    /** What the engine connects through. */
    public DataSource dataSource() {
        return workings.dataSource();
    }

    /**
     * The application's revisions.
     *
     * @throws InvalidGraphException if they cannot be read or form no graph, with all problems; they are read again by
     *     the next call then
     */
    public RevisionSet revisions() {
        return workings.revisions().get();
    }

    /**
     * How the database stands. Asks it with two statements where the last run left nothing to do, otherwise with three or
     * four, takes no lock, creates nothing. Faulty files are a status ({@code INVALID}, beside what is recorded) and no
     * exception.
     *
     * @throws MigrationException if the database cannot be asked
     */
    public Status status() {
        try {
            return runner.standing(
                    StatusSummary::of, situation -> StatusSummary.of(situation, Assessment.of(situation, settings())));
        } catch (InvalidGraphException faulty) {
            return StatusSummary.ofUnreadable(faulty, runner.stored());
        }
    }

    /**
     * Returns if the database is at the target or ahead of it.
     *
     * @throws PendingRevisionsException if revisions are pending
     * @throws InvalidStateException if a problem must be settled first
     * @throws MigrationException if files or database cannot be read
     */
    public void check() {
        List<PendingRevision> pending = runner.standing(settled -> List.<PendingRevision>of(), this::pending);
        if (!pending.isEmpty()) {
            throw new PendingRevisionsException(name(), pending);
        }
    }

    private List<PendingRevision> pending(Situation situation) {
        Assessment assessment = Assessment.of(situation, settings());
        if (!assessment.blocking().isEmpty()) {
            throw new InvalidStateException(assessment.blocking());
        }
        return StatusSummary.of(situation, assessment).pending();
    }

    /**
     * What the server says before a deployment, beyond the status: its version, the rights of the role, and what an
     * upgrade would meet. Asks with a handful of statements in a read-only transaction, each bounded to seconds.
     *
     * @throws MigrationException if the database cannot be asked, or does not answer in time
     */
    public Readiness readiness() {
        return runner.readiness();
    }

    /**
     * Does what is asked. Nothing to do costs two statements and no lock.
     *
     * @throws MigrationException if it cannot be done, or only in part; its message says what was committed
     */
    public RunReport run(Move move) {
        return runner.run(move);
    }

    /** What {@link #run} would do now; changes nothing, and creates no table. */
    public RunReport preview(Move move) {
        return runner.plan(move).outlook();
    }

    /**
     * What {@link #run} would do, as a script for psql; no database is asked. Running it leaves the same database, records
     * included.
     *
     * @param move an upgrade or downgrade whose target is a range {@code FROM:TO}; an upgrade without {@code FROM} begins
     *     with an empty database
     * @throws MigrationException if the range means nothing, holds Java revisions, or what cannot be undone
     */
    public String script(Move move) {
        return new OfflineScripts(revisions(), settings()).write(move);
    }

    /**
     * What the records need a person's decision for, with every way out; changes nothing.
     *
     * @throws MigrationException if files or database cannot be read
     */
    public RepairReport repairs() {
        return new RepairPlanner(runner.situation()).needed();
    }

    /**
     * Changes records as somebody has decided; the schema stays as it is, and the history gets a line for each change.
     *
     * @throws dev.revgraph.plan.RepairException if there is nothing of the kind to repair
     */
    public RepairReport repair(Repair repair) {
        return RepairStep.report(runner.repair(repair));
    }

    /** What {@link #repair} would change now. */
    public RepairReport preview(Repair repair) {
        return RepairStep.report(new RepairPlanner(runner.situation()).plan(repair));
    }

    /**
     * A page of the log of what was done, newest first; empty if nothing ever was.
     *
     * @param page counted from 0
     * @param size entries in a page, at least 1
     */
    public HistoryPage history(int page, int size) {
        if (page < 0 || size < 1) {
            throw new IllegalArgumentException("A page is counted from 0 and holds at least one entry.");
        }
        return runner.history(page, size);
    }

    /**
     * The facts that commands are decided on: the revisions of the files beside what the database has recorded.
     *
     * @throws MigrationException if files or database cannot be read
     */
    public Situation situation() {
        return runner.situation();
    }

    /**
     * The same to look at: from the records alone while the files cannot be read.
     *
     * @throws MigrationException if the database cannot be asked, or its records alone form no graph
     */
    public Knowledge knowledge() {
        try {
            Situation situation = situation();
            return new Knowledge(situation, new RevisionListing(situation, settings()), null);
        } catch (InvalidGraphException faulty) {
            Situation recorded = Situation.recorded(runner.stored());
            return new Knowledge(recorded, RevisionListing.ofRecords(recorded), faulty);
        }
    }

    /**
     * Compares schemas: of a model with the head of the revisions, of the database with its revisions.
     *
     * @param shadows where the databases come from in which revisions are replayed and models are built
     */
    public SchemaComparisons comparisons(Shadows shadows) {
        return workings.comparisons(shadows, SchemaScope.EVERYTHING);
    }

    /**
     * In what the database differs from what its applied revisions make.
     *
     * @throws MigrationException if it cannot be asked, or a revision fails in the shadow database
     */
    public SchemaReport drift(Shadows shadows) {
        return drift(shadows, SchemaScope.EVERYTHING);
    }

    /**
     * The same, of no more and no less than the scope says.
     *
     * @throws MigrationException if it cannot be asked, or a revision fails in the shadow database
     */
    public SchemaReport drift(Shadows shadows, SchemaScope scope) {
        return workings.comparisons(shadows, scope).drift(dataSource(), standing());
    }

    /**
     * Revisions that take into the graph what has been done to the database by other ways.
     *
     * @throws MigrationException if it cannot be asked, or a revision fails in the shadow database
     */
    public Generated generateFromDatabase(Shadows shadows) {
        return comparisons(shadows).generate(dataSource());
    }

    private Standing standing() {
        return Standing.of(situation());
    }

    /**
     * How the database would be rid of what its applied revisions have made; changes nothing.
     *
     * @throws MigrationException if it cannot be asked, or a revision fails in the shadow database
     */
    public Clearance clearance(Shadows shadows) {
        return comparisons(shadows).clearance(dataSource(), standing());
    }

    /**
     * Rids the database of it, records included, in one transaction; the history stays, with a line more.
     *
     * @throws MigrationException if something stands in the way, or the database has moved since; it is as it was then
     */
    public void clear(Clearance clearance, @Nullable String reason) {
        runner.clear(clearance.statements(), clearance.current(), reason);
    }

    /** Takes over a database that something else has made. */
    public Adoptions adoptions() {
        return new Adoptions(dataSource(), settings(), workings::site);
    }

    /**
     * Which of the revisions the database equals, by what it looks like; nothing need be recorded in it.
     *
     * @param traces of other tools, whose tables are not looked at
     * @throws MigrationException if it cannot be asked, or a revision fails in the shadow database
     */
    public Resemblance resemblance(Shadows shadows, Traces traces) {
        RevisionSet revisions = revisions();
        return comparisons(shadows)
                .resemblance(
                        dataSource(),
                        revisions.graph(),
                        traces.tables(),
                        !revisions.repeatables().isEmpty());
    }

    /** One revision by its full id, from the records alone while the files cannot be read; nothing if neither has it. */
    public Optional<RevisionReport> revision(String id) {
        return knowledge().find(id);
    }
}

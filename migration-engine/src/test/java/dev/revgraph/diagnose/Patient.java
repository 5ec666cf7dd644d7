package dev.revgraph.diagnose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.revgraph.MigrationSettings;
import dev.revgraph.fixture.Instance;
import dev.revgraph.fixture.Revisions;
import dev.revgraph.fixture.TestDatabase;
import dev.revgraph.revision.JavaRevision;
import dev.revgraph.run.StatementFailedException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;

/** A database with a first revision, and a second one that fails on it until a way out is gone. */
final class Patient {

    private final TestDatabase database;
    private final Revisions revisions;
    private final String downgrade;
    private Instance instance;

    private Patient(TestDatabase database, Path folder, String downgrade) {
        this.database = database;
        this.downgrade = downgrade;
        this.revisions = Revisions.in(folder);
        this.instance = Instance.on(database, revisions);
    }

    /** The first revision, {@code a}, is applied. */
    static Patient with(TestDatabase database, Path folder, String upgrade) {
        return with(database, folder, upgrade, "SELECT 1;");
    }

    static Patient with(TestDatabase database, Path folder, String upgrade, String downgrade) {
        Patient patient = new Patient(database, folder, downgrade);
        patient.revisions.add("a", "base", upgrade, downgrade);
        patient.instance.upgrade();
        return patient;
    }

    Revisions revisions() {
        return revisions;
    }

    Instance instance() {
        return instance;
    }

    Patient withoutSamples() {
        instance = instance.with(settings -> settings.diagnosisSampleRows(0));
        return this;
    }

    Patient with(UnaryOperator<MigrationSettings.Builder> changes) {
        instance = instance.with(changes);
        return this;
    }

    /** A Java revision that runs on the first one; there is no file of a second one then. */
    Patient code(JavaRevision revision) {
        instance = instance.code(revision);
        return this;
    }

    /** The file of the second revision is gone. */
    Patient withoutFile() {
        revisions.remove("b");
        return this;
    }

    Patient sql(String statement) {
        database.jdbc().sql(statement).update();
        return this;
    }

    /** The second revision, {@code b}, does this and fails. */
    StatementFailedException failure(String upgrade) {
        revisions.add("b", "a", upgrade, downgrade);
        return failure();
    }

    /** What is there fails. */
    StatementFailedException failure() {
        StatementFailedException failure =
                catchThrowableOfType(StatementFailedException.class, () -> instance.upgrade());
        assertThat(failure).as("The revision does not fail.").isNotNull();
        return failure;
    }

    Diagnosis fails(String upgrade) {
        return diagnosed(failure(upgrade));
    }

    /** The same with more lines in the header. */
    StatementFailedException failure(String header, String upgrade) {
        revisions.file("b", "-- b", "-- revises: a", header, "-- +upgrade", upgrade, "-- +downgrade", downgrade);
        return failure();
    }

    Diagnosis fails(String header, String upgrade) {
        return diagnosed(failure(header, upgrade));
    }

    /** What is there fails, and is explained. */
    Diagnosis fails() {
        return diagnosed(failure());
    }

    private static Diagnosis diagnosed(StatementFailedException failure) {
        assertThat(failure.diagnosis()).as(failure.details()).isPresent();
        Diagnosis diagnosis = failure.diagnosis().orElseThrow();
        assertThat(failure.details()).endsWith(diagnosis.text());
        return diagnosis;
    }

    /** Types the statements of a way out, then the revision succeeds as it is. */
    void types(WayOut way) {
        way.sql().forEach(this::sql);
        succeeds();
    }

    /** Rewrites the revision, which succeeds then. */
    void rewrites(String... statements) {
        revisions.add("b", "a", String.join(";\n", statements) + ";", downgrade);
        succeeds();
    }

    void succeeds() {
        instance.upgrade();
        assertThat(instance.status().pending()).isEmpty();
    }

    List<String> list(String query) {
        return database.jdbc().sql(query).query(String.class).list();
    }

    /** How many rows the query of a diagnosis shows. */
    int rows(Diagnosis diagnosis) {
        assertThat(diagnosis.query()).isNotNull();
        return database.jdbc()
                .sql(String.valueOf(diagnosis.query()))
                .query()
                .listOfRows()
                .size();
    }
}

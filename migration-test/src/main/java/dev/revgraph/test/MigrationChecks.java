package dev.revgraph.test;

import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Tests that the revisions of every application should pass. A test class has them by implementing this:
 *
 * <pre>{@code
 * @MigrationTest
 * class RevisionsTest implements MigrationChecks {}
 * }</pre>
 *
 * <p>They work in databases of their own, so that of the class stays as it is. A check that does not suit is overridden
 * with an empty body. All but {@link #hasOneHead}, {@link #upgradesAnEmptyDatabase} and {@link #headIsTheModel} leave
 * repeatable scripts out: what those make is undone by nothing.
 */
public interface MigrationChecks {

    /** Two revisions that revise the same one need a third that joins them. */
    @Test
    default void hasOneHead(MigrationDatabase database) {
        new Checks(database).hasOneHead();
    }

    /** An empty database comes to the head, and there is nothing left to do then. */
    @Test
    default void upgradesAnEmptyDatabase(MigrationDatabase database) {
        new Checks(database).upgradesAnEmptyDatabase();
    }

    /** Every revision is applied, undone and applied again. Those that say that they are irreversible are left out. */
    @Test
    default void everyDowngradeUndoesItsUpgrade(MigrationDatabase database) {
        new Checks(database).everyDowngradeUndoesItsUpgrade();
    }

    /** From the head down to {@code base}, or to what is irreversible, in one go: nothing remains of what was undone. */
    @Test
    default void downgradeLeavesNothing(MigrationDatabase database) {
        new Checks(database).downgradeLeavesNothing();
    }

    /** As {@link #everyDowngradeUndoesItsUpgrade}, with the rows of {@link #rowsBefore}; without any, nothing is tried. */
    @Test
    default void rowsComeBack(MigrationDatabase database) {
        new RowTrips(database, rowsBefore(), notCompared()).check();
    }

    /** The head is what {@link MigrationTest#model} says; no test if that names nothing. */
    @TestFactory
    default Stream<DynamicTest> headIsTheModel(MigrationDatabase database) {
        Checks checks = new Checks(database);
        return database.about().model().isEmpty()
                ? Stream.empty()
                : Stream.of(DynamicTest.dynamicTest(
                        String.join(", ", database.about().model()), checks::headIsTheModel));
    }

    /**
     * SQL that puts rows in, by the revision before which it is run. The rows stay, for that revision and those that
     * follow; a revision that changes data is tried with them up, down and up again.
     */
    default Map<String, String> rowsBefore() {
        return Map.of();
    }

    /**
     * What need not come back: tables, or columns whose values differ from run to run; {@code table},
     * {@code table.column}, with the schema in front or without. What a revision puts in is compared without columns
     * that have a computed default, such as a time or a key that counts up.
     */
    default Set<String> notCompared() {
        return Set.of();
    }
}

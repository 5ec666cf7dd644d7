package dev.revgraph.test;

import dev.revgraph.MigrationEngine;
import dev.revgraph.plan.Move;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The database of a test class: for taking it up and down its revisions, putting rows in, and looking at what has become
 * of them. A parameter of a test, see {@link MigrationTest}. It is made when something is first asked of it; where that
 * cannot be done, what asked throws a {@link dev.revgraph.MigrationException} that says why.
 *
 * <p>The tests of a class share the database, with the rows that they leave. A test that has taken it to other revisions
 * leaves the next one a new database, as it was when the class began. Thread-safe; but tests that move the database should
 * not run side by side in a class.
 */
public final class MigrationDatabase {

    private final OwnDatabase database;
    private final TestClass about;
    private final MigrationEngine engine;
    private volatile boolean moved;

    MigrationDatabase(OwnDatabase database, TestClass about) {
        this.database = database;
        this.about = about;
        this.engine = about.revisions().engine(database);
    }

    /** Opens a new connection each time it is asked. Stays valid when the database begins anew. */
    public DataSource dataSource() {
        return database;
    }

    /** The engine, for everything that this class has no method for. */
    public MigrationEngine engine() {
        return engine;
    }

    /** For queries with parameters and types; a new connection for each statement. */
    public JdbcClient jdbc() {
        return JdbcClient.create(database);
    }

    /**
     * Makes the database anew, as it was when the class began. Sessions in it are ended.
     *
     * @return this database
     */
    public MigrationDatabase reset() {
        database.beginAt(about.start());
        return this;
    }

    /**
     * Makes the database anew where a revision is the next one: what it revises and depends on is applied, and nothing
     * else. Sessions in it are ended.
     *
     * @param revision its id, or what abbreviates it
     * @return this database
     */
    public MigrationDatabase before(String revision) {
        moved = true;
        database.beginAt(Start.before(about.revisions().read(engine).graph(), revision));
        return this;
    }

    /**
     * Applies what a target needs; nothing if it is reached.
     *
     * @param target an id, {@code head}, {@code +1}, whatever the command line takes
     * @return this database
     * @throws dev.revgraph.MigrationException if it cannot be done
     */
    public MigrationDatabase upgradeTo(String target) {
        moved = true;
        about.revisions().read(engine);
        engine.run(Move.upgrade(target));
        return this;
    }

    /**
     * Undoes what lies above a target.
     *
     * @param target an id, {@code base}, {@code -1}, whatever the command line takes
     * @return this database
     * @throws dev.revgraph.MigrationException if it cannot be done
     */
    public MigrationDatabase downgradeTo(String target) {
        moved = true;
        engine.run(Move.downgrade(target));
        return this;
    }

    /**
     * Runs SQL; a text may hold several statements.
     *
     * @return this database
     * @throws org.springframework.dao.DataAccessException if the server refuses a statement
     */
    public MigrationDatabase execute(String... sql) {
        JdbcTemplate template = new JdbcTemplate(database);
        for (String text : sql) {
            template.execute(text);
        }
        return this;
    }

    /**
     * The rows of a query, each with its values by the names of the columns.
     *
     * @throws org.springframework.dao.DataAccessException if the server refuses it
     */
    public List<Map<String, @Nullable Object>> query(String sql) {
        return new JdbcTemplate(database).queryForList(sql);
    }

    /** What was done until now is what the tests of the class begin with. */
    void testBegins() {
        moved = false;
    }

    /** The next test finds the revisions that it expects. */
    void testEnds() {
        if (moved) {
            reset();
        }
    }

    TestClass about() {
        return about;
    }
}

package dev.revgraph.schema.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.revgraph.fixture.PostgresTest;
import dev.revgraph.fixture.TestDatabase;
import dev.revgraph.schema.ddl.DdlOptions;
import dev.revgraph.schema.ddl.DdlWriter;
import dev.revgraph.schema.model.Schema;
import dev.revgraph.schema.read.SchemaReader;
import dev.revgraph.schema.read.SchemaScope;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What entities know nothing of is left alone, unless it goes with what they decide about. */
@PostgresTest
class EntityMeasureTest {

    private final TestDatabase database;

    EntityMeasureTest(TestDatabase database) {
        this.database = database;
    }

    private Schema read() throws SQLException {
        try (Connection connection = database.dataSource().getConnection()) {
            return new SchemaReader(SchemaScope.EVERYTHING).read(connection);
        }
    }

    private List<String> statements(Schema actual, Schema wanted) {
        return DdlWriter.write(actual, wanted, SchemaDiff.between(actual, wanted, Measure.entities()), DdlOptions.LIVE)
                .sql();
    }

    @Test
    void dropsATableWithAllThatIsOnIt() throws SQLException {
        Schema nothing = read();
        database.jdbc().sql("""
                        CREATE TABLE invoices (id int PRIMARY KEY, amount int, CONSTRAINT positive CHECK (amount > 0));
                        CREATE INDEX invoices_amount ON invoices (amount)""").update();

        assertThat(statements(read(), nothing)).containsExactly("DROP TABLE public.invoices");
    }

    @Test
    void leavesAloneWhatIsOnATableThatStays() throws SQLException {
        database.jdbc()
                .sql("CREATE TABLE invoices (id int PRIMARY KEY, amount int)")
                .update();
        Schema model = read();
        database.jdbc()
                .sql("ALTER TABLE invoices ADD CONSTRAINT positive CHECK (amount > 0)")
                .update();
        database.jdbc().sql("CREATE INDEX invoices_amount ON invoices (amount)").update();

        assertThat(statements(read(), model)).isEmpty();
    }
}

package dev.revgraph.rehearse;

import dev.revgraph.plan.Move;
import dev.revgraph.schema.ddl.DdlOptions;
import dev.revgraph.schema.ddl.DdlPlan;
import dev.revgraph.schema.ddl.DdlWriter;
import dev.revgraph.schema.diff.Difference;
import dev.revgraph.schema.diff.Measure;
import dev.revgraph.schema.diff.SchemaDiff;
import dev.revgraph.schema.model.Schema;
import dev.revgraph.schema.read.SchemaReader;
import java.sql.SQLException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is done in a shadow, one thing after the other. Used by one thread. */
final class SchemaWork {

    private static final Logger LOG = LoggerFactory.getLogger(SchemaWork.class);

    private final Shadow shadow;
    private final SchemaReader reader;
    private final RevisionRunner revisions;

    SchemaWork(Shadow shadow, SchemaReader reader, RevisionRunner revisions) {
        this.shadow = shadow;
        this.reader = reader;
        this.revisions = revisions;
    }

    Shadow shadow() {
        return shadow;
    }

    Schema read() {
        return shadow.read(reader);
    }

    /** The schema that the revisions make of nothing, up to the targets. It is in the shadow then. */
    Schema replay(List<String> targets) {
        shadow.sweep();
        targets.forEach(target -> revisions.run(shadow.dataSource(), Move.upgrade(target)));
        return read();
    }

    void run(Move move) {
        revisions.run(shadow.dataSource(), move);
    }

    /** The schema that the model stands for. It is in the shadow then. */
    Schema build(Model model) {
        shadow.sweep();
        shadow.with(connection -> {
            model.build(connection);
            return true;
        });
        return read();
    }

    /**
     * Compares; where texts differ, once more after both sides have been made of their own statements, because what
     * PostgreSQL writes of an expression can become another text when it is read again. Nothing is left in the shadow then.
     */
    Comparison compare(Schema actual, Schema wanted, Measure measure) {
        List<Difference> differences = SchemaDiff.between(actual, wanted, measure);
        if (!SchemaDiff.concernsText(differences)) {
            return new Comparison(actual, wanted, differences);
        }
        try {
            Schema actualAgain = again(actual);
            Schema wantedAgain = again(wanted);
            return new Comparison(actualAgain, wantedAgain, SchemaDiff.between(actualAgain, wantedAgain, measure));
        } catch (SQLException unwritable) {
            LOG.debug("The schemas are compared as they are: {}", Shadows.message(unwritable));
            return new Comparison(actual, wanted, differences);
        }
    }

    private Schema again(Schema schema) throws SQLException {
        shadow.sweep();
        DdlPlan plan = DdlWriter.write(read(), schema, DdlOptions.PLAIN);
        shadow.apply(plan);
        return read();
    }
}

package dev.revgraph.schema.ddl;

import dev.revgraph.schema.model.ObjectId;
import dev.revgraph.schema.model.ObjectKind;
import dev.revgraph.schema.model.Property;
import dev.revgraph.schema.model.Schema;
import dev.revgraph.schema.model.SchemaObject;
import dev.revgraph.schema.model.SqlName;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Where the writers of the kinds put their statements. Not thread-safe. */
final class Draft {

    private final Schema from;
    private final Schema to;
    private final Changes changes;
    private final DdlOptions options;
    private final Family before;
    private final Family after;
    private final List<DdlStatement> statements = new ArrayList<>();
    private final List<DdlStatement> last = new ArrayList<>();
    private final List<String> refusals = new ArrayList<>();

    Draft(Schema from, Schema to, Changes changes, DdlOptions options) {
        this.from = from;
        this.to = to;
        this.changes = changes;
        this.options = options;
        this.before = changes.before();
        this.after = changes.after();
    }

    Schema from() {
        return from;
    }

    Schema to() {
        return to;
    }

    /** Partitions and heirs as they are. */
    Family before() {
        return before;
    }

    /** Partitions and heirs as they are wanted. */
    Family after() {
        return after;
    }

    /** As {@code 18}. */
    int server() {
        return to.serverVersion() / 10_000;
    }

    void add(ObjectId subject, String sql) {
        add(Stage.MAIN, subject, sql);
    }

    void add(Stage stage, ObjectId subject, String sql) {
        statements.add(new DdlStatement(options.live() ? stage : Stage.MAIN, subject, sql, null));
    }

    void destroys(ObjectId subject, String sql, String warning) {
        destroys(Stage.MAIN, subject, sql, warning);
    }

    void destroys(Stage stage, ObjectId subject, String sql, String warning) {
        statements.add(new DdlStatement(options.live() ? stage : Stage.MAIN, subject, sql, warning));
    }

    /** After everything that has been made. */
    void addLast(ObjectId subject, String sql) {
        last.add(new DdlStatement(Stage.MAIN, subject, sql, null));
    }

    /** What is made where it is not there yet. The statement knows no {@code IF NOT EXISTS}. */
    void addNew(ObjectId subject, String sql) {
        add(subject, options.guarded() ? """
                DO $guard$ BEGIN
                    %s;
                EXCEPTION WHEN duplicate_object OR duplicate_table OR duplicate_schema OR duplicate_function THEN NULL;
                END $guard$""".formatted(sql) : sql);
    }

    /** What is written before the name of what is made. */
    String ifNotExists() {
        return options.guarded() ? "IF NOT EXISTS " : "";
    }

    /** What is written before the name of what is dropped. */
    String ifExists() {
        return options.guarded() ? "IF EXISTS " : "";
    }

    void refuse(String sentence) {
        refusals.add(sentence);
    }

    /** Whether rows may be in it while the statements run: it was there before, and the application may use it. */
    boolean isLive(ObjectId relation) {
        return options.live() && !changes.creates(relation);
    }

    /** Whether it is to be one. */
    boolean isPartition(ObjectId table) {
        return to.find(table).filter(found -> found.is(Property.PARTITION_OF)).isPresent();
    }

    /** Whether it is dropped, or altered so that what needs it has to go before. */
    boolean disturbs(ObjectId id) {
        return changes.disturbs(id);
    }

    /** Whether something that is made at once needs it. */
    boolean isNeededAtOnce(ObjectId constraint) {
        return changes.isNeededAtOnce(constraint);
    }

    boolean guarded() {
        return options.guarded();
    }

    boolean comesWithItsTable(SchemaObject object) {
        return changes.creates(object.id()) && changes.comesWithItsTable(object);
    }

    boolean creates(ObjectId id) {
        return changes.creates(id);
    }

    boolean drops(ObjectId id) {
        return changes.drops(id);
    }

    void comment(SchemaObject object) {
        comment(Stage.MAIN, object);
    }

    void comment(Stage stage, SchemaObject object) {
        if (object.is(Property.COMMENT)) {
            setComment(stage, object.id(), object.text(Property.COMMENT));
        }
    }

    void setComment(ObjectId id, Optional<String> text) {
        setComment(Stage.MAIN, id, text);
    }

    private void setComment(Stage stage, ObjectId id, Optional<String> text) {
        add(
                stage,
                id,
                "COMMENT ON " + Named.forComment(id) + " IS "
                        + text.map(SqlName::literal).orElse("NULL"));
    }

    DdlPlan plan() {
        List<DdlStatement> all = new ArrayList<>(statements);
        all.addAll(last);
        all.sort(Comparator.comparing(DdlStatement::stage));
        return new DdlPlan(all, refusals);
    }

    /** The table or view that a part belongs to, for SQL. */
    static String relation(ObjectId part) {
        return SqlName.quoted(part.path().get(0)) + "."
                + SqlName.quoted(part.path().get(1));
    }

    static ObjectId tableOf(ObjectId part) {
        return ObjectId.of(ObjectKind.TABLE, part.path().get(0), part.path().get(1));
    }
}

package dev.revgraph.faults;

import dev.revgraph.fixture.Revisions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

/**
 * Revisions of all kinds in a graph that forks and merges: {@code r1 -> [j1] -> r2 -> r3 -> [j2] -> m}, {@code r2 -> x1
 * -> m}, {@code m -> z}. What each of them does, and whether in a transaction, is left to chance.
 *
 * @param scripts the revisions in SQL but the first, which makes the tables that the others change
 * @param code ids of the Java revisions that take part
 */
record RandomPlan(List<Script> scripts, List<String> code) {

    static final int ROWS = 200;

    /** What the first revision makes. */
    private static final String TABLES = """
            CREATE TABLE big (id int PRIMARY KEY, up1 int NOT NULL DEFAULT 0, up2 int NOT NULL DEFAULT 0,
                down1 int NOT NULL DEFAULT 0, down2 int NOT NULL DEFAULT 0);
            INSERT INTO big SELECT generate_series(1, %d);
            CREATE TABLE ledger (entry text NOT NULL);
            CREATE PROCEDURE add_entry(name text) LANGUAGE plpgsql
                AS 'BEGIN INSERT INTO ledger VALUES (name); COMMIT; END';
            CREATE PROCEDURE remove_entry(name text) LANGUAGE plpgsql
                AS 'BEGIN DELETE FROM ledger WHERE entry = name; COMMIT; END';
            """.formatted(ROWS);

    record Script(String id, String revises, boolean transactional, List<Change> changes) {

        /** The changes in the order in which a downgrade takes them back. */
        List<Change> backwards() {
            List<Change> reversed = new ArrayList<>(changes);
            Collections.reverse(reversed);
            return reversed;
        }

        @Override
        public String toString() {
            return id
                    + (transactional ? " " : " without transaction ")
                    + changes.stream().map(Change::up).toList();
        }
    }

    static RandomPlan of(Random random) {
        List<String> code = new ArrayList<>();
        String tip = "r1";
        if (random.nextInt(3) > 0) {
            code.add("j1");
            tip = "j1";
        }
        List<Script> scripts = new ArrayList<>();
        scripts.add(script("r2", tip, random));
        scripts.add(script("r3", "r2", random));
        tip = "r3";
        if (random.nextInt(3) == 0) {
            code.add("j2");
            tip = "j2";
        }
        if (random.nextBoolean()) {
            scripts.add(script("x1", "r2", random));
            scripts.add(script("m", tip + ", x1", random));
            tip = "m";
        }
        scripts.add(script("z", tip, random));
        return new RandomPlan(List.copyOf(scripts), List.copyOf(code));
    }

    private static Script script(String id, String revises, Random random) {
        boolean transactional = random.nextInt(5) < 2;
        List<Change> changes =
                new ArrayList<>(List.of(Change.table("t_" + id), Change.row(id), Change.column("c_" + id)));
        if (!transactional) {
            changes.add(Change.index("i_" + id));
            changes.add(Change.index("k_" + id));
            changes.add(Change.call("p_" + id));
            changes.add(Change.call("q_" + id));
        }
        Collections.shuffle(changes, random);
        return new Script(
                id, revises, transactional, List.copyOf(changes.subList(0, 1 + random.nextInt(changes.size()))));
    }

    /** Everything that is applied at the head. */
    List<String> ids() {
        List<String> ids = new ArrayList<>(List.of("r1"));
        ids.addAll(code);
        scripts.forEach(script -> ids.add(script.id()));
        return ids;
    }

    /** How many messages a clean run is likely to send and receive; a fault beyond them would hit nothing. */
    int messages() {
        int statements = scripts.stream()
                .mapToInt(script -> 3 + script.changes().size() * (script.transactional() ? 1 : 2))
                .sum();
        return 14 + 2 * statements + 12 * code.size();
    }

    void write(Revisions revisions) {
        revisions.add("r1", "base", TABLES, """
                DROP PROCEDURE add_entry;
                DROP PROCEDURE remove_entry;
                DROP TABLE big;
                DROP TABLE ledger;""");
        for (Script script : scripts) {
            revisions.file(
                    script.id(),
                    "-- Revision " + script.id(),
                    "-- revises: " + script.revises(),
                    "-- transaction: " + (script.transactional() ? "on" : "off"),
                    "-- +upgrade",
                    lines(script.changes().stream().map(Change::up).toList()),
                    "-- +downgrade",
                    lines(script.backwards().stream().map(Change::down).toList()));
        }
    }

    private static String lines(List<String> statements) {
        return statements.stream().map(statement -> statement + ";").collect(Collectors.joining("\n"));
    }
}

package dev.revgraph.cli.facts;

import dev.revgraph.fixture.PostgresTest;
import dev.revgraph.fixture.TestDatabase;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every form of a target, typed. */
@PostgresTest
class TargetFactsTest {

    private static final String[] BRANCHED = {"a -> b -> c1 -> d1", "b -> c2 -> d2", "c1 [c1branch]", "c2 [c2branch]"};

    private static final String[] MERGED = {
        "a -> b -> c1 -> d1", "b -> c2 -> d2", "d1, d2 -> e -> f", "c1 [c1branch]", "c2 [c2branch]"
    };

    private final TestDatabase database;

    @TempDir
    private Path folder;

    TargetFactsTest(TestDatabase database) {
        this.database = database;
    }

    private Facts about(String... graph) {
        return Facts.about(folder, database, graph);
    }

    @Test
    void oneLineUpAndDown() {
        about("a -> b -> c -> d -> e").hold("""
                c | upgrade e            | d e => e
                  | upgrade              | a b c d e => e
                a | upgrade heads        | b c d e => e
                a | upgrade +2           | b c => c
                  | upgrade base+2       | a b => b
                c | upgrade current+1    | d => d
                a | upgrade b+2          | b c d => d
                a | upgrade head-1       | b c d => d
                c | upgrade a            | => c
                c | upgrade base         | => c
                e | upgrade head         | => e
                b | upgrade +5           | ! out-of-range: e: `upgrade +3`
                b | upgrade -2           | ! out-of-range: : `downgrade -2`
                b | upgrade c+9          | ! out-of-range: e: `upgrade c+2`
                b | upgrade zz           | ! no-such-revision: : `history`
                b | upgrade x@head       | ! no-such-revision: : `branches`
                b | upgrade a:c          | ! usage: : `upgrade --help`
                e | downgrade c          | e d => c
                e | downgrade            | e => d
                e | downgrade -3         | e d c => b
                d | downgrade a+2        | d => c
                c | downgrade current-1  | c => b
                c | downgrade base+1     | c b => a
                c | downgrade base       | c b a =>
                e | downgrade head       | => e
                b | downgrade -5         | ! out-of-range: : `downgrade -2`
                b | downgrade +2         | ! out-of-range: : `upgrade +2`
                  | downgrade            | ! out-of-range: : `current`
                b | downgrade c          | ! not-an-ancestor: c: `upgrade c`
                """);
    }

    @Test
    void oneLineStampedListedAndShown() {
        about("a -> b -> c -> d -> e").hold("""
                  | stamp head           | => e
                d | stamp b              | => b
                c | stamp -1             | => b
                c | stamp +1             | => d
                d | stamp base           | =>
                c | stamp a c            | ! overlapping-targets: a c: Leave out
                c | history              | e d c b a
                c | history -r b:d       | d c b
                c | history -r :current  | c b a
                c | history -r current:  | e d c
                c | history -r b:+2      | d c b
                d | history -r -2:current | d c
                c | history -r d:b       | ! not-an-ancestor: d: `history -r b:d`
                c | history -r b         | ! usage: : `history -r LOWER:UPPER`
                c | show head            | e
                c | show current         | c
                c | show head-1          | d
                c | current              | c
                  | current              |
                c | heads                | e
                """);
    }

    @Test
    void severalBranchesUp() {
        about(BRANCHED).hold("""
                b     | upgrade d1              | c1 d1 => d1
                a     | upgrade heads           | b c1 c2 d1 d2 => d1 d2
                b     | upgrade c2branch@head   | c2 d2 => d2
                b     | upgrade c2branch@heads  | c2 d2 => d2
                b     | upgrade c2branch@head-1 | c2 => c2
                c1 c2 | upgrade c2branch@+1     | d2 => c1 d2
                b     | upgrade c1branch@+1     | c1 => c1
                      | upgrade c1branch@base+3 | a b c1 => c1
                c2    | upgrade c1branch        | c1 => c1 c2
                c1    | upgrade c2branch@b+2    | c2 d2 => c1 d2
                b     | upgrade                 | ! multiple-heads: d1 d2: `merge -m "…" d1 d2`
                b     | upgrade +1              | ! ambiguous-target: c1 c2: `upgrade c1` or `upgrade c2`
                c1 c2 | upgrade +1              | ! ambiguous-target: c1 c2: `upgrade c1branch@+1` or `upgrade c2branch@+1`
                b     | upgrade a@head          | ! multiple-heads: d1 d2: `upgrade a@heads`
                b     | upgrade c1branch@d2     | ! not-in-branch: d2: `upgrade d2`
                """);
    }

    @Test
    void severalBranchesDownAndStamped() {
        about(BRANCHED).hold("""
                d1 d2 | downgrade b             | d2 d1 c2 c1 => b
                d1 d2 | downgrade c1branch@-1   | d1 => c1 d2
                d1 d2 | downgrade c2branch@b    | d2 c2 => d1
                d1 d2 | downgrade c1branch@c1   | d1 => c1 d2
                d1 d2 | downgrade c1branch@base | d2 d1 c2 c1 b a =>
                c1 d2 | downgrade d2-1          | d2 => c1 c2
                d1 d2 | downgrade               | ! ambiguous-target: d1 d2: `downgrade c1branch@-1` or `downgrade c2branch@-1`
                d1 d2 | downgrade heads         | ! multiple-heads: d1 d2: `downgrade d1`
                d1 d2 | downgrade c1branch@d2   | ! not-in-branch: d2: `downgrade d2`
                d1 c2 | stamp b                 | => b
                d1 c2 | stamp c2branch@head     | => d1 d2
                d1 c2 | stamp c1branch@base     | => c2
                a     | stamp d1 c2             | => c2 d1
                d1 d2 | stamp -1                | ! ambiguous-target: d1 d2: `stamp c1branch@-1` or `stamp c2branch@-1`
                d1 d2 | heads                   | d1 d2
                d1 c2 | current                 | c2 d1
                d1    | branches                | b
                """);
    }

    @Test
    void merges() {
        about(MERGED).hold("""
                b     | upgrade f               | c1 c2 d1 d2 e f => f
                c1    | upgrade e               | c2 d1 d2 e => e
                d1 c2 | upgrade e               | d2 e => e
                f     | downgrade d1            | f e => d1 d2
                f     | downgrade c1            | f e d1 => c1 d2
                f     | downgrade b             | f e d2 d1 c2 c1 => b
                f     | downgrade c1branch@b    | f e d1 c1 => d2
                f     | downgrade c1branch@-3   | f e d1 => c1 d2
                e     | downgrade               | ! ambiguous-target: d1 d2: `downgrade d1` or `downgrade d2`
                e     | stamp d1 d2             | => d1 d2
                d1 c2 | stamp e                 | => e
                f     | history -r c1:e         | e d1 c1
                """);
    }

    @Test
    void dependencies() {
        about("a -> b -> c1 -> d1", "b -> c2 -> d2", "c1 ~> d2", "c1 [c1branch]", "c2 [c2branch]")
                .hold("""
                b     | upgrade d2              | c1 c2 d2 => d2
                d2    | upgrade heads           | d1 => d1 d2
                d1 d2 | downgrade c2branch@b    | d2 c2 => d1
                d1 d2 | downgrade c1branch@b    | d2 d1 c1 => c2
                d1 d2 | heads                   | d1 d2
                """);
    }

    @Test
    void namesAndTheirBeginnings() {
        about("create_users -> create_usage -> add_logs", "add_logs [logging]").hold("""
                create_users | upgrade add          | create_usage add_logs => add_logs
                create_users | upgrade create_usa   | create_usage => create_usage
                create_users | upgrade logg         | create_usage add_logs => add_logs
                create_users | upgrade logging@head | create_usage add_logs => add_logs
                create_users | upgrade create_us    | ! ambiguous-prefix: create_usage create_users: `upgrade create_usage`
                create_users | upgrade add_lgs      | ! no-such-revision: add_logs: Did you mean "add_logs"?
                create_users | show create_use      | create_users
                """);
    }
}

package dev.revgraph.script;

import static org.assertj.core.api.Assertions.assertThat;

import dev.revgraph.fixture.PostgresTest;
import dev.revgraph.fixture.TestDatabase;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Asks psql itself, where it is installed, what it makes of the examples that our rules are written down with. */
@PostgresTest
@EnabledIf(value = "psqlIsInstalled", disabledReason = "there is no psql on the PATH")
class SplitsAsPsqlDoesTest {

    /** Nothing that is a variable or command to psql, and no letters behind numbers, which no server accepts. */
    private static final List<String> FRAGMENTS = List.of(
            " ",
            " ",
            "\n",
            "\n",
            ";",
            ";",
            ";",
            "'",
            "''",
            "\"",
            "\"\"",
            "$",
            "$$",
            "$a$",
            "$1 ",
            "--",
            "-",
            "+",
            "*",
            "/",
            "/*",
            "*/",
            "(",
            ")",
            "[",
            "::",
            ".",
            "1 ",
            "a",
            "ä",
            "_",
            "e'",
            "E'",
            "b'",
            "x'",
            "n'",
            "U&'",
            "u&\"",
            "&",
            "CREATE FUNCTION ",
            "CREATE OR REPLACE PROCEDURE ",
            " BEGIN ",
            " CASE ",
            " END",
            "create");

    private static PsqlSession psql;

    @TempDir
    static Path folder;

    static boolean psqlIsInstalled() {
        return PsqlSession.isInstalled();
    }

    @BeforeAll
    static void connect(TestDatabase database) {
        psql = new PsqlSession(database, folder);
        database.jdbc().sql("CREATE TABLE t (a text)").update();
    }

    @ParameterizedTest(name = "{0}")
    @FieldSource("dev.revgraph.script.SplittingTest#RULES")
    void splits(String rule, String sql, List<String> expected) throws Exception {
        assertSameAsPsql(sql);
    }

    @ParameterizedTest
    @FieldSource("dev.revgraph.script.RoutineBodyTest#ROUTINES")
    void keepsRoutinesTogether(String routine) throws Exception {
        assertSameAsPsql(routine + "; SELECT 1;");
    }

    @Test
    void findsTheEndOfCopyData() throws Exception {
        assertSameAsPsql("""
                COPY t FROM stdin; SELECT 1; COPY t (a) FROM stdout (FORMAT csv); SELECT 2;
                a;'
                --
                \\.
                "b
                c"
                \\.
                SELECT 3;
                COPY t FROM stdin;
                SELECT 4;
                """);
    }

    @Test
    void followsStandardConformingStrings() throws Exception {
        assertSameAsPsql("""
                SELECT '\\'; SET standard_conforming_strings = off; SELECT 1;
                SELECT 'it\\'s;', U&'\\', B'\\'; SELECT 2;
                SELECT pg_catalog.set_config('standard_conforming_strings', 'true', false);
                SELECT '\\'; SELECT 3;
                SET SESSION standard_conforming_strings TO f;
                SELECT '\\';'; SELECT 4;
                RESET ALL;
                SELECT '\\'; SELECT 5;
                """);
    }

    @RepeatedTest(60)
    void splitsNonsense(RepetitionInfo repetition) throws Exception {
        Random random = new Random(repetition.getCurrentRepetition());
        String sql =
                random.ints(100, 0, FRAGMENTS.size()).mapToObj(FRAGMENTS::get).collect(Collectors.joining());

        List<List<String>> ours = finished(sql);

        List<List<String>> sent = sent(sql);

        assertThat(sent).as(sql).hasSizeBetween(ours.size(), ours.size() + 1);
        assertThat(ours).as(sql).isEqualTo(sent.subList(0, ours.size()));
    }

    private static void assertSameAsPsql(String sql) throws Exception {
        assertThat(Splitting.texts(sql)).map(SplitsAsPsqlDoesTest::tokens).isEqualTo(sent(sql));
    }

    /** What psql sends, without the empty queries that nobody needs. */
    private static List<List<String>> sent(String sql) throws Exception {
        return psql.queriesOf(sql).stream()
                .map(SplitsAsPsqlDoesTest::tokens)
                .filter(tokens -> !tokens.isEmpty())
                .toList();
    }

    /** The statements that a semicolon ends; psql sends the rest when the file ends, we refuse it. */
    private static List<List<String>> finished(String sql) {
        SqlLexer lexer = new SqlLexer(sql);
        List<ScannedStatement> statements = new ArrayList<>();
        SectionScan scan = SectionScan.ofWholeText(lexer, StatementRules.NONE, new ArrayList<>());
        try {
            while (lexer.next()) {
                scan.accept();
            }
        } catch (LexicalException e) {
            // The statements before it are split nevertheless.
        }
        scan.finish(sql.length()).statements().stream()
                .filter(statement -> sql.startsWith(";", afterSpace(sql, statement.to())))
                .forEach(statements::add);
        return statements.stream()
                .map(statement -> tokens(sql.substring(statement.from(), statement.to())))
                .toList();
    }

    private static int afterSpace(String sql, int from) {
        SqlLexer rest = new SqlLexer(sql.substring(from));
        try {
            do {
                if (!rest.next()) {
                    return sql.length();
                }
            } while (rest.kind().isComment());
        } catch (LexicalException e) {
            return sql.length();
        }
        return from + rest.start();
    }

    /** Layout, comments and a semicolon at the end aside. Text that is never closed is one token. */
    private static List<String> tokens(String statement) {
        List<String> tokens = new ArrayList<>();
        SqlLexer lexer = new SqlLexer(statement.strip().replaceFirst(";$", ""));
        try {
            while (lexer.next()) {
                if (!lexer.kind().isComment()) {
                    tokens.add(lexer.token());
                }
            }
        } catch (LexicalException e) {
            tokens.add(lexer.text().substring(lexer.start()));
        }
        return tokens;
    }
}

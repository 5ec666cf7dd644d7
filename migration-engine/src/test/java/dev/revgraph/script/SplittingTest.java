package dev.revgraph.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;

/** Where a semicolon ends a statement: psql's rules, one row each. {@code SplitsAsPsqlDoesTest} asks psql itself. */
class SplittingTest {

    static final List<Arguments> RULES = List.of(
            rule("a semicolon ends a statement", "a; b;", "a", "b"),
            rule("the last semicolon may be missing", "a; b", "a", "b"),
            rule("empty statements are dropped", ";;a;;;b;;", "a", "b"),
            rule("nothing but comments is no statement", "-- a;\n/* b; */ ;"),
            rule("leading comments are left out, inner ones kept", "-- x\n/* y */ a -- z\n b;", "a -- z\n b"),
            rule("single quotes", "SELECT ';'; b", "SELECT ';'", "b"),
            rule("doubled single quotes", "SELECT 'it''s;'; b", "SELECT 'it''s;'", "b"),
            rule("strings over several lines", "SELECT 'a;\n;b'; c", "SELECT 'a;\n;b'", "c"),
            rule("a backslash is ordinary in '…'", "SELECT 'a\\'; b", "SELECT 'a\\'", "b"),
            rule("a backslash escapes in E'…'", "SELECT E'a\\';', e'\\\\'; b", "SELECT E'a\\';', e'\\\\'", "b"),
            rule("E ends another word", "SELECT some_e'\\'; b", "SELECT some_e'\\'", "b"),
            rule("but not in the same line", "SELECT E'a' '\\'; b", "SELECT E'a' '\\'", "b"),
            rule("U&'…' knows no backslash", "SELECT U&'\\'; b", "SELECT U&'\\'", "b"),
            rule("U&\"…\" is an identifier", "SELECT u&\"a;\\\"; b", "SELECT u&\"a;\\\"", "b"),
            rule("U& without a quote is an operator", "SELECT u&';'; b", "SELECT u&';'", "b"),
            rule("B'…', X'…' and N'…'", "SELECT B'0;', x'f;', N';'; b", "SELECT B'0;', x'f;', N';'", "b"),
            rule("double quotes", "SELECT \"a;\"\"b;\" ; c", "SELECT \"a;\"\"b;\"", "c"),
            rule("dollar quotes", "SELECT $$a;'$x$;$$; b", "SELECT $$a;'$x$;$$", "b"),
            rule("dollar quotes with a tag", "SELECT $f$a;$$;$g$;$f$; b", "SELECT $f$a;$$;$g$;$f$", "b"),
            rule("a dollar sign that two tags share", "SELECT $a$x$b$a$; b", "SELECT $a$x$b$a$", "b"),
            rule("a tag with letters beyond ASCII", "SELECT $ä$;$ä$; b", "SELECT $ä$;$ä$", "b"),
            rule("a tag is case-sensitive", "SELECT $a$;$A$;$a$; b", "SELECT $a$;$A$;$a$", "b"),
            rule("$ inside an identifier opens nothing", "SELECT a$b$c; SELECT d$b$", "SELECT a$b$c", "SELECT d$b$"),
            rule("a tag does not begin with a digit", "SELECT $1$; b", "SELECT $1$", "b"),
            rule("a parameter before a dollar quote", "SELECT $1$$;$$; b", "SELECT $1$$;$$", "b"),
            rule("a number before a dollar quote", "SELECT 1$$;$$; b", "SELECT 1$$;$$", "b"),
            rule("line comments", "a -- ; '\n; b", "a", "b"),
            rule("a line comment at the end of the text", "a; -- b;", "a"),
            rule("block comments", "a /* ; ' */ x; b", "a /* ; ' */ x", "b"),
            rule("block comments nest", "a /* /* ; */ ; */ x; b", "a /* /* ; */ ; */ x", "b"),
            rule("/*/ opens without closing", "a /*/ ; */ x; b", "a /*/ ; */ x", "b"),
            rule("a comment begins inside an operator", "SELECT 1 +-- ;\n 2; b", "SELECT 1 +-- ;\n 2", "b"),
            rule("a block comment too", "SELECT 1 */* ; */ 2; b", "SELECT 1 */* ; */ 2", "b"),
            rule("*/ outside a comment is an operator", "SELECT 1 */ 2; b", "SELECT 1 */ 2", "b"),
            rule("quotes in comments open nothing", "a -- it's\n; b /* it's */; c", "a", "b", "c"),
            rule("comments in quotes open nothing", "SELECT '--', '/*'; b", "SELECT '--', '/*'", "b"),
            rule(
                    "parentheses hold their semicolons",
                    "CREATE RULE r AS ON INSERT TO t DO (DELETE FROM a; DELETE FROM b;); c",
                    "CREATE RULE r AS ON INSERT TO t DO (DELETE FROM a; DELETE FROM b;)",
                    "c"),
            rule("a closing parenthesis too many is the server's matter", "a ); b", "a )", "b"),
            rule("brackets do not count", "SELECT a[1; b", "SELECT a[1", "b"),
            rule("a colon is no variable", "SELECT a[1:n], ':x'; b", "SELECT a[1:n], ':x'", "b"),
            rule("a carriage return ends a line comment", "a -- ;\r b; c", "a -- ;\r b", "c"));

    /** Where psql, which looks at one line at a time, and the server differ, the server is right. */
    static final List<Arguments> RULES_OF_THE_SERVER = List.of(
            rule(
                    "E'…' goes on in the next line with its escapes",
                    "SELECT E'a'\n  'it\\'s;'; b",
                    "SELECT E'a'\n  'it\\'s;'",
                    "b"),
            rule("and behind a comment", "SELECT E'a' -- c\n'\\';'; b", "SELECT E'a' -- c\n'\\';'", "b"));

    static Arguments rule(String name, String sql, String... statements) {
        return Arguments.of(name, sql, List.of(statements));
    }

    @ParameterizedTest(name = "{0}")
    @FieldSource({"RULES", "RULES_OF_THE_SERVER"})
    void splits(String rule, String sql, List<String> expected) {
        assertThat(Splitting.texts(sql)).isEqualTo(expected);
    }

    @Test
    void namesTheLineOfTheFirstToken() {
        List<SqlStatement> statements =
                Splitting.statements("-- comment\n\na;\n/* two\nlines */ b\n  c; d;\n'x\ny'; e");

        assertThat(statements).extracting(SqlStatement::line).containsExactly(3, 5, 6, 7, 8);
    }

    @Test
    void countsLinesTheSameWithCarriageReturns() {
        assertThat(Splitting.statements("a;\r\nb;\r\n\r\nc"))
                .extracting(SqlStatement::line)
                .containsExactly(1, 2, 4);
    }
}

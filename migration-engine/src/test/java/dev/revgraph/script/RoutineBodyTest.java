package dev.revgraph.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Functions and procedures whose body is SQL: {@code BEGIN ATOMIC … END}. */
class RoutineBodyTest {

    static final List<String> ROUTINES = List.of(
            "CREATE FUNCTION f() RETURNS int BEGIN ATOMIC SELECT 1; SELECT 2; END",
            "create or replace function f() returns int begin atomic select 1; end",
            "CREATE PROCEDURE p() BEGIN ATOMIC INSERT INTO t VALUES (1); END",
            "CREATE OR REPLACE PROCEDURE p() BEGIN ATOMIC INSERT INTO t VALUES (1); END",
            "CREATE FUNCTION f(a int) RETURNS int BEGIN ATOMIC SELECT CASE WHEN a > 1 THEN 1; ELSE 2 END; END",
            "CREATE FUNCTION f(a int) RETURNS int BEGIN ATOMIC SELECT CASE a WHEN CASE 1 WHEN 1 THEN 2 END THEN 3 END; END",
            "CREATE FUNCTION f(a int) RETURNS int BEGIN ATOMIC SELECT (CASE a WHEN 1 THEN 2 END); SELECT 1; END",
            "CREATE FUNCTION f() RETURNS int BEGIN ATOMIC SELECT 'END;'; SELECT 1 AS \"END\"; -- END;\n SELECT 2; END",
            "CREATE /* c */ FUNCTION \"begin\"() RETURNS int BEGIN ATOMIC SELECT 1; END");

    @ParameterizedTest
    @FieldSource("ROUTINES")
    void keepsItTogether(String statement) {
        assertThat(Splitting.texts(statement + "; SELECT 2;")).containsExactly(statement, "SELECT 2");
    }

    @Test
    void isSoughtOnlyInRoutines() {
        assertThat(Splitting.texts("CREATE TABLE begin (a int); CREATE VIEW v AS SELECT 1; BEGIN; END;"))
                .containsExactly("CREATE TABLE begin (a int)", "CREATE VIEW v AS SELECT 1", "BEGIN", "END");
    }

    @Test
    void isSoughtOnlyWhenTheFirstWordsSaySo() {
        assertThat(Splitting.texts("CREATE TRIGGER function_begin EXECUTE FUNCTION begin; x"))
                .containsExactly("CREATE TRIGGER function_begin EXECUTE FUNCTION begin", "x");
    }

    @Test
    void isNotSoughtInStringBodies() {
        String function = "CREATE FUNCTION f() RETURNS int LANGUAGE plpgsql AS $$ BEGIN RETURN 1; END $$";

        assertThat(Splitting.texts(function + "; x")).containsExactly(function, "x");
    }

    /** psql's rule is a heuristic; what deceives it deceives us in the same way, and is reported. */
    @Test
    void takesAnUnquotedNameForTheKeyWordAsPsqlDoes() {
        List<Finding> findings = Parsing.upgrade("CREATE FUNCTION begin() RETURNS int LANGUAGE sql AS 'SELECT 1';");

        assertThat(findings)
                .extracting(Finding::message)
                .singleElement()
                .asString()
                .contains("no END closes it");
    }
}

package dev.revgraph.script;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SessionChangeTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SET search_path = a",
                "set local work_mem = '1MB'",
                "RESET ALL",
                "DISCARD TEMP",
                "SELECT set_config('search_path', 'a', false)",
                "SELECT pg_catalog.SET_CONFIG('search_path', 'a', false)",
                "INSERT INTO t SELECT set_config('a.b', '1', true)",
                "DO $$ BEGIN SET search_path = a; END $$",
                "DO $$ BEGIN PERFORM set_config('a.b', '1', true); END $$",
            })
    void isSeen(String statement) {
        assertThat(Splitting.statements(statement).get(0).changesSession()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE t SET a = 1",
                "ALTER TABLE t ALTER a SET NOT NULL",
                "ALTER ROLE r SET work_mem = '1MB'",
                "CREATE FUNCTION f() RETURNS void LANGUAGE sql SET search_path = a AS 'SELECT 1'",
                "SELECT 'set_config'",
                "DO $$ BEGIN PERFORM 1; END $$",
            })
    void isNotSuspectedElsewhere(String statement) {
        assertThat(Splitting.statements(statement).get(0).changesSession()).isFalse();
    }
}

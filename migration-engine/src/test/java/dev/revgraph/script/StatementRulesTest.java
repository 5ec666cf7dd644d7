package dev.revgraph.script;

import static org.assertj.core.api.Assertions.assertThat;

import dev.revgraph.ErrorCode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Statements that a script may not hold, found when its file is read. */
class StatementRulesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "CREATE INDEX CONCURRENTLY i ON t (a)                    | CREATE INDEX CONCURRENTLY",
                "create unique index concurrently if not exists i ON t (a) | CREATE UNIQUE INDEX CONCURRENTLY",
                "CREATE /* x */ INDEX /* y */ CONCURRENTLY i ON t (a)      | CREATE INDEX CONCURRENTLY",
                "DROP INDEX CONCURRENTLY i                               | DROP INDEX CONCURRENTLY",
                "REINDEX INDEX CONCURRENTLY i                            | REINDEX INDEX CONCURRENTLY",
                "REINDEX (VERBOSE) TABLE CONCURRENTLY t                  | REINDEX (CONCURRENTLY)",
                "REINDEX (VERBOSE, CONCURRENTLY) TABLE t                 | REINDEX (CONCURRENTLY)",
                "REINDEX SCHEMA s                                        | REINDEX SCHEMA",
                "REINDEX DATABASE d                                      | REINDEX DATABASE",
                "REINDEX SYSTEM d                                        | REINDEX SYSTEM",
                "ALTER TABLE p DETACH PARTITION c CONCURRENTLY           | ALTER TABLE … DETACH PARTITION … CONCURRENTLY",
                "ALTER TABLE ONLY s.p DETACH PARTITION s.c CONCURRENTLY  | ALTER TABLE … DETACH PARTITION … CONCURRENTLY",
                "VACUUM                                                  | VACUUM",
                "VACUUM (FULL, ANALYZE) t                                | VACUUM",
                "CLUSTER                                                 | CLUSTER",
                "CLUSTER VERBOSE                                         | CLUSTER VERBOSE",
                "CLUSTER (VERBOSE)                                       | CLUSTER",
                "CREATE DATABASE d                                       | CREATE DATABASE",
                "DROP DATABASE IF EXISTS d                               | DROP DATABASE",
                "ALTER DATABASE d SET TABLESPACE x                       | ALTER DATABASE … SET TABLESPACE",
                "CREATE TABLESPACE x LOCATION '/x'                       | CREATE TABLESPACE",
                "DROP TABLESPACE x                                       | DROP TABLESPACE",
                "ALTER SYSTEM SET work_mem = '1MB'                       | ALTER SYSTEM",
                "DISCARD ALL                                             | DISCARD ALL",
                "CREATE SUBSCRIPTION s CONNECTION 'x' PUBLICATION p      | CREATE SUBSCRIPTION",
                "CREATE SUBSCRIPTION s CONNECTION 'x' PUBLICATION p WITH (copy_data = false) | CREATE SUBSCRIPTION",
                "DROP SUBSCRIPTION s                                     | DROP SUBSCRIPTION",
                "ALTER SUBSCRIPTION s REFRESH PUBLICATION                | ALTER SUBSCRIPTION … REFRESH",
                "ALTER SUBSCRIPTION s ADD PUBLICATION p                  | ALTER SUBSCRIPTION … ADD PUBLICATION",
                "ALTER SUBSCRIPTION \"S\" SET PUBLICATION p              | ALTER SUBSCRIPTION … SET PUBLICATION",
            })
    void inATransactionPostgresqlWouldRefuse(String statement, String called) {
        assertThat(Parsing.upgrade("SELECT 1;\n" + statement + ";"))
                .singleElement()
                .isEqualTo(new Finding(
                        ErrorCode.BAD_SCRIPT,
                        5,
                        "The statement \"" + called + "\" is refused by PostgreSQL inside a transaction, and the"
                                + " revision runs in one.",
                        "Put the statement into a revision of its own with \"-- transaction: off\" in its header."));
        assertThat(Parsing.upgradeWithoutTransaction(statement)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE INDEX i ON t (concurrently)",
                "CREATE INDEX \"concurrently\" ON t (a)",
                "DROP INDEX i",
                "REINDEX TABLE t",
                "REINDEX (CONCURRENTLY FALSE) TABLE t",
                "ALTER TABLE p DETACH PARTITION c",
                "ALTER TABLE p DETACH PARTITION c FINALIZE",
                "ANALYZE t",
                "CLUSTER t USING i",
                "CLUSTER VERBOSE t",
                "ALTER DATABASE d SET work_mem = '1MB'",
                "DISCARD TEMP",
                "CREATE TABLE vacuum (a int)",
                "CREATE TABLE database (a int)",
                "INSERT INTO t VALUES ('VACUUM')",
                "CREATE FUNCTION f() RETURNS void LANGUAGE plpgsql AS $$ BEGIN COMMIT; END $$",
                "DO $$ BEGIN PERFORM 1; END $$",
                "CREATE SUBSCRIPTION s CONNECTION 'x' PUBLICATION p WITH (connect = false)",
                "CREATE SUBSCRIPTION s CONNECTION 'x' PUBLICATION p WITH (create_slot = 'off', slot_name = NONE)",
                "ALTER SUBSCRIPTION s SET PUBLICATION p WITH (refresh = false)",
                "ALTER SUBSCRIPTION s SET (slot_name = NONE)",
                "ALTER SUBSCRIPTION s DISABLE",
                "SAVEPOINT a",
                "ROLLBACK TO a",
                "ROLLBACK WORK TO SAVEPOINT a",
                "RELEASE SAVEPOINT a",
                "LOCK TABLE t",
                "PREPARE p AS SELECT 1",
                "SET CONSTRAINTS ALL DEFERRED",
            })
    void inATransactionPostgresqlAccepts(String statement) {
        assertThat(Parsing.upgrade(statement)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "BEGIN                          | BEGIN",
                "begin work                     | BEGIN",
                "START TRANSACTION READ ONLY    | START TRANSACTION",
                "COMMIT                         | COMMIT",
                "COMMIT AND CHAIN               | COMMIT",
                "END                            | END",
                "ROLLBACK                       | ROLLBACK",
                "ROLLBACK WORK                  | ROLLBACK",
                "ABORT                          | ABORT",
                "PREPARE TRANSACTION 'x'        | PREPARE TRANSACTION",
                "COMMIT PREPARED 'x'            | COMMIT PREPARED",
                "ROLLBACK PREPARED 'x'          | ROLLBACK PREPARED",
            })
    void transactionsAreTheEnginesPart(String statement, String called) {
        for (List<Finding> findings :
                List.of(Parsing.upgrade(statement), Parsing.upgradeWithoutTransaction(statement))) {
            assertThat(findings)
                    .singleElement()
                    .extracting(Finding::message)
                    .asString()
                    .startsWith("The statement \"" + called + "\" begins or ends a transaction");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SET client_encoding = 'LATIN1'       | SET CLIENT_ENCODING  | save the file in UTF-8",
                "set session client_encoding to win1252 | SET SESSION CLIENT_ENCODING | save the file in UTF-8",
                "SET LOCAL CLIENT_ENCODING = 'UNICODE' | SET LOCAL CLIENT_ENCODING | save the file in UTF-8",
                "SET NAMES 'LATIN1'                   | SET NAMES            | save the file in UTF-8",
                "SET DateStyle = 'SQL, DMY'           | SET DATESTYLE        | DATE '2025-12-31'",
                "SET LOCAL datestyle TO german        | SET LOCAL DATESTYLE  | DATE '2025-12-31'",
                "SET datestyle TO DMY, Postgres       | SET DATESTYLE        | DATE '2025-12-31'",
                "SET TRANSACTION ISOLATION LEVEL SERIALIZABLE | SET TRANSACTION | LOCK TABLE",
                "SET LOCAL TRANSACTION READ ONLY      | SET LOCAL TRANSACTION | LOCK TABLE",
                "SET SESSION TRANSACTION DEFERRABLE   | SET SESSION TRANSACTION | LOCK TABLE",
                "SET transaction_isolation = 'serializable' | SET TRANSACTION_ISOLATION | LOCK TABLE",
                "SET SESSION CHARACTERISTICS AS TRANSACTION READ ONLY | SET SESSION CHARACTERISTICS | LOCK TABLE",
            })
    void theSessionStaysAsTheEngineNeedsIt(String statement, String called, String instead) {
        for (List<Finding> findings :
                List.of(Parsing.upgrade(statement + ";\nSELECT 1"), Parsing.upgradeWithoutTransaction(statement))) {
            assertThat(findings).singleElement().satisfies(finding -> {
                assertThat(finding.message()).startsWith("The statement \"" + called + "\" ");
                assertThat(finding.action()).startsWith("Remove the statement").contains(instead);
            });
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SET client_encoding = 'UTF8'",
                "SET client_encoding TO utf8",
                "SET client_encoding = 'utf-8'",
                "SET client_encoding TO DEFAULT",
                "RESET client_encoding",
                "SET NAMES 'UTF8'",
                "SET NAMES",
                "SET DateStyle = 'ISO, DMY'",
                "SET LOCAL datestyle TO DMY",
                "SET datestyle TO DEFAULT",
                "SET transaction_timeout = 0",
                "SET SESSION AUTHORIZATION DEFAULT",
                "SET SESSION TIME ZONE 'UTC'",
                "SET default_transaction_isolation = 'serializable'",
                "ALTER ROLE r SET datestyle = 'SQL'",
            })
    void whatTheSessionBearsIsAccepted(String statement) {
        assertThat(Parsing.upgrade(statement)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"SAVEPOINT a", "RELEASE a", "ROLLBACK TO a", "LOCK TABLE t", "DECLARE c CURSOR FOR SELECT 1"})
    void withoutATransactionPostgresqlWouldRefuse(String statement) {
        assertThat(Parsing.upgradeWithoutTransaction(statement))
                .singleElement()
                .extracting(Finding::message)
                .asString()
                .contains("works only inside a transaction");
    }

    @Test
    void withoutATransactionACursorWithHoldIsFine() {
        assertThat(Parsing.upgradeWithoutTransaction("DECLARE c CURSOR WITH HOLD FOR SELECT 1"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"-- transaction: none", "-- Transaction: off", "-- transactions: off", "-- transaction:"})
    void whereTheModeIsUnclearOnlyThatIsReported(String line) {
        RevisionFile file = Parsing.file(Parsing.HEADER + line + "\n-- +upgrade\nVACUUM;\nLOCK TABLE t;\nCOMMIT;\n");

        assertThat(file.findings()).extracting(Finding::line).containsExactly(3, 7);
    }

    @Test
    void theDowngradeIsHeldToTheSameRules() {
        RevisionFile file = Parsing.file(Parsing.HEADER + "-- +upgrade\nSELECT 1;\n-- +downgrade\nVACUUM;\nCOMMIT;\n");

        assertThat(Parsing.messages(file.findings()))
                .hasSize(2)
                .satisfiesExactly(
                        first -> assertThat(first).startsWith("bad-script 6: The statement \"VACUUM\""),
                        second -> assertThat(second).startsWith("bad-script 7: The statement \"COMMIT\""));
    }
}

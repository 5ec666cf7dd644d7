package dev.revgraph.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Capitals and spaces are what prose has too: both tables are the measure of the rule that tells them apart. */
class MisspeltKeyTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "TRANSACTION: off           | transaction",
                "Transation: off            | transaction",
                "Transation:off             | transaction",
                "Transation: none           | transaction",
                "Tranaciton: off            | transaction",
                "Transactions: off          | transaction",
                "Transactional: no          | transaction",
                "Transaction mode: OFF      | transaction",
                "Depends on: a              | depends-on",
                "Depend-on: a               | depends-on",
                "Depend_On: a               | depends-on",
                "depend on: a               | depends-on",
                "Depends: a                 | depends-on",
                "Depends: a, b              | depends-on",
                "Depends upon: a            | depends-on",
                "Dependent on: a            | depends-on",
                "Dependencies: a,b          | depends-on",
                "Branches: usage            | branch",
                "Brnach: usage              | branch",
                "Branch label: usage        | branch",
                "Lock timeout: 5s           | lock-timeout",
                "Lock-timout: 5s            | lock-timeout",
                "Lock time-out: 5s          | lock-timeout",
                "LockTimeout: 5s            | lock-timeout",
                "Lock time: 5s              | lock-timeout",
                "Statment timeout: 1min     | statement-timeout",
                "Statement time: 1min       | statement-timeout",
                "Revison: abc               | revision",
                "Revision: abc              | revision",
                "Revises: a                 | revises",
                "Created: today             | created",
                "Safe: NN-SCAN it is empty  | safe",
            })
    void takesASlipForTheKeyThatWasMeant(String line, String key) {
        List<Finding> findings =
                Parsing.file("-- revises: base\n-- " + line + "\n-- +upgrade\n").findings();

        assertThat(Parsing.messages(findings))
                .singleElement()
                .asString()
                .startsWith("bad-header 2: The header has no key \"" + line.substring(0, line.indexOf(':'))
                        + "\". Perhaps \"" + key + "\" is meant.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Note: a",
                "See also: a",
                "Reason: off",
                "Ticket: SHOP-17",
                "Issue: 17",
                "Author: me",
                "Date: 2026-01-05",
                "Create Date: 2026-01-05 10:00:00",
                "Created by: me",
                "Creator: me",
                "Revision ID: 1975ea83b712",
                "Revised: 2026-01-05",
                "Revised by: me",
                "Reviewed by: me",
                "Reviewer: me",
                "Revisit: 2027",
                "Rev: 3",
                "Revisions: 2 in all",
                "Version: 1.2",
                "Decision: bigint",
                "Precision: 2",
                "Division: sales",
                "Provision: none",
                "Label: usage",
                "Labels: usage",
                "Batch: 500",
                "Brand: acme",
                "Bench: 12ms",
                "Branches: none",
                "Branches: the two are joined here",
                "Transition: both columns are written until May",
                "Transition: smooth",
                "Translation: de",
                "Translations: de",
                "Transactions: none of them is long",
                "Transactional: each row by itself",
                "Dependencies: none",
                "Dependencies: pgcrypto has to be installed",
                "Depending on the size: an hour",
                "Depends: on the size of the table",
                "Deploy: monday",
                "Description: usage",
                "Requires: PostgreSQL 15",
                "Lock: 5s",
                "Locks: users",
                "Timeout: 5s",
                "Statement: long",
                "State: draft",
                "Status: on",
                "Safety: rows are kept",
                "Save: nothing",
                "Same: as before",
                "TODO: drop it",
                "Https://example.org",
            })
    void takesOrdinaryWordsForProse(String line) {
        RevisionFile file = Parsing.file("-- " + line + "\n-- revises: base\n-- +upgrade\n");

        assertThat(file.findings()).isEmpty();
        assertThat(file.header().description()).isEqualTo(line);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-- revise: a", "-- Revises: a", "-- revises:"})
    void doesNotReportAMisspeltKeyAsMissingToo(String line) {
        assertThat(Parsing.file(line + "\n-- +upgrade\n").findings()).hasSize(1);
    }
}

package dev.revgraph.script;

import static org.assertj.core.api.Assertions.assertThat;

import dev.revgraph.graph.Reference;
import dev.revgraph.graph.RevisionId;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HeaderTest {

    @Test
    void holdsAllKeys() {
        RevisionFile file = Parsing.file("""
                -- Add usage logs
                --
                -- revision: usage_logs
                -- revises: a, b
                -- depends-on: billing, c
                -- branch: usage, logs
                -- created: 2025-06-01T10:00:00Z
                -- transaction: off
                -- lock-timeout: 500ms
                -- statement-timeout: 2min
                -- safe: NN-SCAN the table is empty
                -- safe: FK-LOCK: nobody writes, see runbook

                -- +upgrade
                """);

        RevisionHeader header = file.header();
        assertThat(file.findings()).isEmpty();
        assertThat(header.id()).isEqualTo(new RevisionId("usage_logs"));
        assertThat(header.description()).isEqualTo("Add usage logs");
        assertThat(header.revises()).containsExactly(reference("a", 4), reference("b", 4));
        assertThat(header.dependsOn()).containsExactly(reference("billing", 5), reference("c", 5));
        assertThat(header.labels()).containsExactly(reference("usage", 6), reference("logs", 6));
        assertThat(header.created()).isEqualTo("2025-06-01T10:00:00Z");
        assertThat(header.transactional()).isFalse();
        assertThat(header.lockTimeout()).isEqualTo(Duration.ofMillis(500));
        assertThat(header.statementTimeout()).isEqualTo(Duration.ofMinutes(2));
        assertThat(header.waivers())
                .containsExactly(
                        new Waiver("NN-SCAN", "the table is empty", 11),
                        new Waiver("FK-LOCK", "nobody writes, see runbook", 12));
    }

    @Test
    void needsOnlyWhatTheRevisionFollows() {
        RevisionFile file = Parsing.file("-- revises: base\n-- +upgrade\n");

        assertThat(file.findings()).isEmpty();
        assertThat(file.header().id()).isEqualTo(new RevisionId("the_file"));
        assertThat(file.header().description()).isEmpty();
        assertThat(file.header().revises()).isEmpty();
        assertThat(file.header().transactional()).isTrue();
        assertThat(file.header().lockTimeout()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"--revises:base", "-- revises:base", "   --  revises : base  ", "-- revises: base\t"})
    void isLenientAboutSpaces(String line) {
        assertThat(Parsing.file(line + "\n-- +upgrade\n").findings()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-- Note: this takes a minute",
                "-- See also: the runbook",
                "-- see https://example.org/a:b",
                "-- https://example.org",
                "-- see the runbook: it is long",
                "-- 10:30 is a good time",
                "-- ==========",
                "/* licence: none */",
            })
    void mayHoldProse(String line) {
        assertThat(Parsing.file("-- revises: base\n" + line + "\n-- +upgrade\n").findings())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "-- First\\n-- Second                | First",
                "-- -----\\n-- First                 | First",
                "/* licence */\\n-- First            | First",
                "-- created: today\\n--\\n-- First   | First",
                "-- Note: this is first              | Note: this is first",
                "\\n\\n-- First                      | First",
            })
    void takesTheFirstProseForItsDescription(String lines, String description) {
        String text = lines.replace("\\n", "\n") + "\n-- revises: base\n-- +upgrade\n";

        assertThat(Parsing.file(text).header().description()).isEqualTo(description);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "-- depend-on: a       | The header has no key \"depend-on\". Perhaps \"depends-on\" is meant.",
                "-- depends_on: a      | The header has no key \"depends_on\". Perhaps \"depends-on\" is meant.",
                "-- lock-timout: 5s    | The header has no key \"lock-timout\". Perhaps \"lock-timeout\" is meant.",
                "-- branches: a        | The header has no key \"branches\". Perhaps \"branch\" is meant.",
                "-- see: the runbook   | The header has no key \"see\".",
                "-- author: me         | The header has no key \"author\".",
                "-- Depends-On: a      | The header has no key \"Depends-On\". Perhaps \"depends-on\" is meant.",
                "-- Transation: off    | The header has no key \"Transation\". Perhaps \"transaction\" is meant.",
                "-- branch:            | The key \"branch\" has no value.",
                "-- revises: a         | The key \"revises\" stands in line 1 already.",
                "-- depends-on: a,,b   | A name is missing in \"depends-on\".",
                "-- depends-on: a,     | A name is missing in \"depends-on\".",
                "-- depends-on: a, a   | \"depends-on\" names \"a\" twice.",
                "-- branch: a b        | The id \"a b\" contains SPACE;",
                "-- branch: head       | The id \"head\" is a word with a meaning of its own in targets.",
                "-- transaction: no    | \"transaction\" is \"no\".",
                "-- lock-timeout: 5    | \"lock-timeout\" is \"5\", which is no duration.",
                "-- statement-timeout: soon | \"statement-timeout\" is \"soon\", which is no duration.",
                "-- safe: NN-SCAN      | \"safe\" needs the id of a rule and the reason",
                "-- revision: a:b      | The id \"a:b\" contains COLON;",
            })
    void reportsWhatItCannotUse(String line, String message) {
        List<Finding> findings =
                Parsing.file("-- revises: base\n" + line + "\n-- +upgrade\n").findings();

        assertThat(Parsing.messages(findings)).singleElement().asString().startsWith("bad-header 2: " + message);
        assertThat(findings.get(0).action()).isNotEmpty();
    }

    /** Capitals and spaces are what prose has too: both tables are the measure of the rule that tells them apart. */
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

    @Test
    void listsTheKeysWhenOneIsUnknown() {
        assertThat(Parsing.file("-- revises: base\n-- author: me\n-- +upgrade\n")
                        .findings())
                .singleElement()
                .extracting(Finding::action)
                .asString()
                .contains("revision, revises, depends-on, branch, created, transaction, lock-timeout");
    }

    @Test
    void mustSayWhatTheRevisionFollows() {
        assertThat(Parsing.messages(Parsing.file("-- First\n-- +upgrade\n").findings()))
                .containsExactly("bad-header 1: The header does not say what the revision follows.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-- revise: a", "-- Revises: a", "-- revises:"})
    void doesNotReportAMisspeltKeyAsMissingToo(String line) {
        assertThat(Parsing.file(line + "\n-- +upgrade\n").findings()).hasSize(1);
    }

    /** Pasted from a page of the web or a word processor. */
    @Test
    void readsSpacesThatLookLikeSpaces() {
        RevisionFile file = RevisionFileParser.parse(
                "-- A\u00A0title\n--\u00A0revises:\u00A0a,\u2003b\u200B\n--\uFEFF transaction: off\u00A0\n-- +upgrade\n",
                "x");

        assertThat(file.findings()).isEmpty();
        assertThat(file.header().revises())
                .extracting(reference -> reference.name().value())
                .containsExactly("a", "b");
        assertThat(file.header().transactional()).isFalse();
    }

    @Test
    void takesBaseAlone() {
        assertThat(Parsing.messages(
                        Parsing.file("-- revises: base, a\n-- +upgrade\n").findings()))
                .containsExactly(
                        "bad-header 1: \"base\" means that nothing comes before, and other revisions are named beside it.");
    }

    @Test
    void reportsAFileNameThatIsNoId() {
        List<Finding> findings = RevisionFileParser.parse("-- revises: base\n-- +upgrade\n", "a b")
                .findings();

        assertThat(Parsing.messages(findings))
                .singleElement()
                .asString()
                .startsWith("bad-header 1: The file's name gives the id. The id \"a b\" contains SPACE");
        assertThat(findings.get(0).action()).contains("Rename the file");
    }

    @Test
    void isNotLookedForBehindTheFirstSection() {
        assertThat(Parsing.upgrade("-- see: nothing\nSELECT 1;\n-- revises: other\n"))
                .isEmpty();
    }

    private static Reference reference(String name, int line) {
        return new Reference(new RevisionId(name), line);
    }
}

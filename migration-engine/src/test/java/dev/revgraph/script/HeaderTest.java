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

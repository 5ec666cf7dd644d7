package dev.revgraph.cli.authoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.revgraph.cli.CommandException;
import dev.revgraph.fixture.GraphText;
import dev.revgraph.graph.RevisionGraph;
import dev.revgraph.script.IdStyle;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Iterator;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class NewNamesTest {

    /** An evening in UTC, and the next morning in Kathmandu. */
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-04T20:06:07Z"), ZoneId.of("Asia/Kathmandu"));

    private static final RevisionGraph GRAPH =
            GraphText.of("20260305_add_logs -> 20260304200607_add_logs -> 00000000000a");

    @Test
    void haveTheDayWhereSomebodyTypes() {
        assertThat(names(IdStyle.DATE).next("Add bills"))
                .isEqualTo(new RevisionName("20260305_add_bills", "20260305_add_bills"));
    }

    @Test
    void haveTheSecondInUtc() {
        assertThat(names(IdStyle.TIMESTAMP).next("Add bills"))
                .isEqualTo(new RevisionName("20260304200607_add_bills", "20260304200607_add_bills"));
    }

    @Test
    void areRandomDigitsWithTheDescriptionInTheFileAlone() {
        NewNames names = names(IdStyle.HEX, 0xfedc_0123_4567_89abL, 0xbL);

        assertThat(names.next("Add bills")).isEqualTo(new RevisionName("0123456789ab", "0123456789ab_add_bills"));
        assertThat(names.next("???")).isEqualTo(new RevisionName("00000000000b", "00000000000b"));
    }

    @Test
    void areDrawnAgainWhereTheyAreTaken() {
        NewNames names = names(IdStyle.HEX, 0xaL, 0xbL, 0xbL, 0xcL);

        assertThat(names.next("x").id()).isEqualTo("00000000000b");
        assertThat(names.next("x").id()).isEqualTo("00000000000c");
    }

    @Test
    void areRefusedWhereADescriptionMakesThemTwice() {
        refuses(names(IdStyle.DATE), "Add logs", "20260305_add_logs");
        refuses(names(IdStyle.TIMESTAMP), "Add logs", "20260304200607_add_logs");
        NewNames names = names(IdStyle.DATE);
        names.next("Add bills");
        refuses(names, "Add bills", "20260305_add_bills");
    }

    private static void refuses(NewNames names, String description, String id) {
        assertThatThrownBy(() -> names.next(description))
                .isInstanceOf(CommandException.class)
                .hasMessage("There is a revision \"" + id + "\". Nothing has been written.");
    }

    private static NewNames names(IdStyle style, Long... drawn) {
        Iterator<Long> next = List.of(drawn).iterator();
        RandomGenerator random = next::next;
        return new NewNames(style, CLOCK, random, GRAPH);
    }
}

package dev.revgraph.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.revgraph.cli.LastWords;
import dev.revgraph.cli.output.Output;
import dev.revgraph.cli.output.Palette;
import dev.revgraph.run.MigrationEvent.NoticeReceived;
import dev.revgraph.run.MigrationEvent.NoticesLeftOut;
import dev.revgraph.run.MigrationEvent.RevisionFinished;
import dev.revgraph.run.MigrationEvent.RevisionStarted;
import dev.revgraph.run.MigrationEvent.StatementProgress;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ProgressTest {

    private final ByteArrayOutputStream words = new ByteArrayOutputStream();

    @Test
    void writesALineAnewOnATerminal() {
        tellOfAnIndex(true);
        assertThat(words.toString(StandardCharsets.UTF_8)).isEqualTo("""
                ^upgrade a: Index
                ^  1 s: building index: scanning table, 5 % (1 of 20 blocks)\
                ^  11 s: building index: scanning table, 55 % (11 of 20 blocks)\
                ^  12 s: building index: scanning table, 60 % (12 of 20 blocks)\
                ^  1 min 22 s: waits for a lock; in the way: pid 1, user somebody, application …\
                ^  done in 1 min 22 s
                """.replace("^", "\r\u001b[K"));
    }

    @Test
    void printsALineEveryTenSecondsElsewhere() {
        tellOfAnIndex(false);
        assertThat(words.toString(StandardCharsets.UTF_8)).isEqualTo("""
                upgrade a: Index
                  11 s: building index: scanning table, 55 % (11 of 20 blocks)
                  1 min 22 s: waits for a lock; in the way: pid 1, user somebody, application "and so on"
                  done in 1 min 22 s
                """);
    }

    @Test
    void repeatsWhatTheServerSays() {
        Progress progress = progress(false);
        progress.on(new RevisionStarted("default", "a", "upgrade", "Talk"));
        progress.on(new NoticeReceived("default", "a", "NOTICE", "00000", "two\nlines"));
        progress.on(new NoticeReceived("default", "a", "WARNING", "01000", "beware"));
        progress.on(new NoticesLeftOut("default", "a", 12));
        progress.on(new RevisionFinished("default", "a", "upgrade", "Talk", Duration.ofSeconds(2)));

        assertThat(words.toString(StandardCharsets.UTF_8)).isEqualTo("""
                upgrade a: Talk
                  NOTICE: two
                    lines
                  WARNING: beware
                  12 more from the server, left out here
                  done in 2.0 s
                """);
    }

    private Progress progress(boolean live) {
        Output output = new Output(
                System.out,
                new PrintStream(words, true, StandardCharsets.UTF_8),
                Palette.PLAIN,
                Clock.systemUTC(),
                live);
        return new Progress(output, new LastWords());
    }

    private void tellOfAnIndex(boolean live) {
        Progress progress = progress(live);
        progress.on(new RevisionStarted("default", "a", "upgrade", "Index"));
        for (int second : List.of(1, 11, 12)) {
            progress.on(at(second, "building index: scanning table", second, List.of()));
        }
        progress.on(at(82, null, 0, List.of("pid 1, user somebody, application \"and so on\"")));
        progress.on(new RevisionFinished("default", "a", "upgrade", "Index", Duration.ofMillis(82_345)));
    }

    private static StatementProgress at(int second, @Nullable String phase, long done, List<String> blockers) {
        return new StatementProgress(
                "default", "a", Duration.ofSeconds(second), phase, done, phase == null ? 0 : 20, "blocks", blockers);
    }
}

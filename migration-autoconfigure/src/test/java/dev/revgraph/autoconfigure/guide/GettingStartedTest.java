package dev.revgraph.autoconfigure.guide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.revgraph.fixture.PostgresTest;
import dev.revgraph.fixture.TestDatabase;
import dev.revgraph.guide.Block;
import dev.revgraph.guide.Page;
import dev.revgraph.guide.Shown;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** A reader does what the page says, in its order, and sees what it shows. */
@PostgresTest
@ExtendWith(OutputCaptureExtension.class)
class GettingStartedTest {

    @Test
    void theReaderSeesWhatThePageShows(TestDatabase database, @TempDir Path folder, CapturedOutput output) {
        String answer = "";
        try (GuidedApplication application = new GuidedApplication(database, folder)) {
            for (Block block : Page.read("docs/getting-started.md").blocks()) {
                if (block.file().isPresent()) {
                    application.write(block);
                } else if (block.is("yaml")) {
                    application.configure(block);
                } else if (block.is("text")) {
                    application.start();
                    block.text()
                            .lines()
                            .forEach(line -> assertThat(output.getAll().lines())
                                    .anyMatch(logged -> Shown.is("…" + line, logged)));
                } else if (Request.isIn(block)) {
                    answer = application.ask(block).has(200).text();
                } else if (block.is("json")) {
                    ShownJson.in(block, answer);
                } else {
                    assertThat(block.language())
                            .as(block + " is read by DependencyTest")
                            .isEqualTo("xml");
                }
            }
        }
    }
}

package dev.revgraph.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class SideBySideTest {

    @Test
    @Tag("slow")
    void measuresEveryToolOnTheSameChanges() throws Exception {
        Options options = Options.parse(List.of("sizes=20", "migrations=1 warm=1 cold=1", "without-fsync=false"));

        String report = SideBySide.run(options);

        assertThat(report).contains("fsync on").containsPattern("Migrate from empty, ms \\| 20 \\|");
        for (Tool tool : Tool.values()) {
            assertThat(report).containsPattern("\\| " + tool.label() + " \\| [0-9,.]+( \\([0-9.]+×\\))? \\|");
        }
    }
}

package dev.revgraph.sample.revision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.revgraph.script.RevisionLoader;
import dev.revgraph.script.RevisionSources;
import java.util.List;
import org.junit.jupiter.api.Test;

class RevisionFilesTest {

    @Test
    void leadToOneHead() {
        var revisions = RevisionLoader.load(RevisionSources.of(RevisionFilesTest.class.getClassLoader())
                .withCode(List.of(new BackfillUsageUnits())));

        var graph = revisions.graph();
        assertThat(graph.heads()).asString().isEqualTo("[20250616_index_usage_logs_by_month]");
        assertThat(graph.branchPoints()).asString().isEqualTo("[20250515_add_tier_limits]");
        assertThat(graph.mergePoints()).asString().isEqualTo("[20250610_merge_usage_and_billing]");
        assertThat(graph.size()).isEqualTo(14);
        assertThat(revisions.repeatables()).hasSize(1);
    }
}

package dev.revgraph.cli.command;

import dev.revgraph.drawing.DotDrawing;
import dev.revgraph.drawing.MermaidDrawing;
import dev.revgraph.drawing.Picture;
import dev.revgraph.drawing.SvgDrawing;
import dev.revgraph.drawing.TextDrawing;
import dev.revgraph.graph.RevisionId;
import dev.revgraph.report.RevisionReport;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Draws the revisions. */
@Command(
        name = "graph",
        header = "Draw the revisions, newest first, with their branches and merges.",
        footer = {
            "",
            "In text: * applied or not asked for, @ current, o pending, ~ running, ? unknown to the files,",
            "! modified or out of order.",
            "",
            "Examples:",
            "  graph",
            "  graph -r current:head       what an upgrade would add",
            "  graph --as svg --offline > revisions.svg",
            "  graph --as mermaid          for a Markdown page"
        })
final class GraphCommand extends ListingCommand {

    /** What it is drawn with. */
    enum Style {
        text,
        mermaid,
        dot,
        svg
    }

    @Option(
            names = "--as",
            paramLabel = "STYLE",
            description = "${COMPLETION-CANDIDATES}; text if not given. \"dot\" is for Graphviz.")
    private Style style = Style.text;

    @Option(
            names = {"-r", "--range"},
            paramLabel = "LOWER:UPPER",
            description = "Only these; either side may be left out.")
    private @Nullable String range;

    @Option(names = "--offline", description = "Ask no database.")
    private boolean offline;

    GraphCommand(Tools tools) {
        super(tools);
    }

    @Override
    int run() {
        Outlook outlook = Outlook.of(workplace(), offline);
        List<RevisionId> ids = outlook.newestFirst(range);
        List<RevisionReport> reports = outlook.describe(ids);
        return list(outlook, reports, () -> draw(picture(outlook, ids, reports)));
    }

    private static Picture picture(Outlook outlook, List<RevisionId> ids, List<RevisionReport> reports) {
        Map<RevisionId, String> states = new LinkedHashMap<>();
        for (RevisionReport report : reports) {
            if (report.state() != null) {
                states.put(new RevisionId(report.revision()), report.state());
            }
        }
        return new Picture(
                outlook.graph(),
                ids,
                states,
                new LinkedHashSet<>(outlook.graph().maximal(outlook.applied())));
    }

    private String draw(Picture picture) {
        return switch (style) {
            case text -> TextDrawing.of(picture, output().palette()::paint);
            case mermaid -> MermaidDrawing.of(picture);
            case dot -> DotDrawing.of(picture);
            case svg -> SvgDrawing.of(picture);
        };
    }
}

package dev.revgraph.cli.facts;

import dev.revgraph.cli.fixture.Ran;
import dev.revgraph.cli.fixture.Shell;
import dev.revgraph.fixture.GraphText;
import dev.revgraph.fixture.Revisions;
import dev.revgraph.fixture.TestDatabase;
import dev.revgraph.graph.Reference;
import dev.revgraph.graph.RevisionNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.assertj.core.api.SoftAssertions;
import tools.jackson.databind.JsonNode;

/**
 * A graph as files, and a database that is brought to one state after the other. Each line is a fact:
 *
 * <pre>
 * current heads | command line | steps =&gt; current heads afterwards
 * current heads | history -r … | revisions
 * current heads | command line | ! error code: candidates: part of the advice
 * </pre>
 */
final class Facts {

    private final Shell shell;

    private Facts(Shell shell) {
        this.shell = shell;
    }

    static Facts about(Path folder, TestDatabase database, String... graph) {
        Revisions revisions = Revisions.in(folder);
        for (RevisionNode node : GraphText.nodes(graph)) {
            revisions.file(
                    node.id().value(),
                    "-- Revision " + node.id(),
                    "-- revises: " + (node.revises().isEmpty() ? "base" : names(node.revises())),
                    node.dependsOn().isEmpty() ? "--" : "-- depends-on: " + names(node.dependsOn()),
                    node.labels().isEmpty() ? "--" : "-- branch: " + names(node.labels()),
                    "-- +upgrade",
                    "SELECT 1;",
                    "-- +downgrade",
                    "SELECT 1;");
        }
        return new Facts(Shell.in(folder).with(database));
    }

    private static String names(List<Reference> references) {
        return references.stream().map(reference -> reference.name().value()).collect(Collectors.joining(", "));
    }

    void hold(String table) {
        SoftAssertions softly = new SoftAssertions();
        table.lines().filter(line -> !line.isBlank()).forEach(line -> {
            List<String> cells =
                    Arrays.stream(line.split("\\|", 3)).map(String::strip).toList();
            stampAt(cells.get(0));
            String outcome = outcome(cells.get(1));
            if (cells.get(2).startsWith("!")) {
                String[] parts = cells.get(2).split(": ?", 3);
                softly.assertThat(outcome).as(line).startsWith((parts[0] + ": " + parts[1] + ":"));
                softly.assertThat(outcome).as(line).contains(parts[2]);
            } else {
                softly.assertThat(outcome).as(line).isEqualTo(cells.get(2));
            }
        });
        softly.assertAll();
    }

    private void stampAt(String heads) {
        List<String> command = new ArrayList<>(List.of("stamp", "--purge"));
        command.addAll(heads.isEmpty() ? List.of("base") : List.of(heads.split(" ")));
        shell.run(command.toArray(String[]::new)).succeeds();
    }

    private String outcome(String typed) {
        List<String> command = new ArrayList<>(List.of(typed.split(" ")));
        if (List.of("upgrade", "downgrade", "stamp").contains(command.get(0))) {
            command.add("--dry-run");
        }
        Ran ran = shell.json(command.toArray(String[]::new));
        JsonNode error = ran.json().get("error");
        if (error != null) {
            ran.exitsWith(error.get("code").asString().equals("usage") ? 2 : 1);
            return "! " + error.get("code").asString() + ": "
                    + error.get("revisions")
                            .valueStream()
                            .map(JsonNode::asString)
                            .collect(Collectors.joining(" "))
                    + ": " + error.get("action").asString();
        }
        ran.succeeds();
        if (ran.json().has("revisions")) {
            return String.join(" ", ran.strings("revisions", "revision"));
        }
        String steps = typed.startsWith("stamp") ? "" : String.join(" ", ran.strings("steps", "revision"));
        return (steps + " => " + String.join(" ", ran.strings("current"))).strip();
    }
}

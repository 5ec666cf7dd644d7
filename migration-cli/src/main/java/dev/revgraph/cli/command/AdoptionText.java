package dev.revgraph.cli.command;

import dev.revgraph.ErrorCode;
import dev.revgraph.adopt.AdoptedFile;
import dev.revgraph.adopt.Adoption;
import dev.revgraph.cli.CommandException;
import dev.revgraph.cli.output.Output;
import dev.revgraph.rehearse.Resemblance;
import dev.revgraph.rehearse.Resemblance.Candidate;
import dev.revgraph.rehearse.SchemaReport;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What an adoption comes to, in either form. */
final class AdoptionText {

    private static final String WAYS_OUT =
            "If it shall count as one of them all the same: `adopt --at REV --yes`. To take"
                    + " into the revisions what differs: adopt it at the closest, then `create --autogenerate --from-database -m"
                    + " TEXT`. Nothing has been changed.";

    private final Output output;
    private final String typed;

    /** @param typed the command with its options, without a confirmation */
    AdoptionText(Output output, String typed) {
        this.output = output;
        this.typed = typed;
    }

    /** A file in JSON; {@code revision} is missing for a repeatable script. */
    private record Written(@Nullable String revision, String path) {}

    void show(Adoption adoption, Path folder, boolean done, @Nullable Resemblance resemblance, boolean json) {
        List<Written> files = adoption.files().stream()
                .map(file -> new Written(file.repeatable() ? null : file.name(), path(folder, file)))
                .toList();
        if (json) {
            Map<String, Object> told = new LinkedHashMap<>();
            told.put("from", adoption.source().text());
            told.put("adopted", done);
            told.put("files", files);
            told.put("applied", adoption.applied());
            told.put("repeatables", adoption.scripts());
            told.put("pending", adoption.pending());
            told.put("current", adoption.heads());
            told.put("remarks", adoption.remarks());
            if (resemblance != null) {
                told.put("equal", resemblance.equal());
            }
            output.json(told);
        } else {
            output.text(list(
                            done ? "Written:" : "To write:",
                            files.stream().map(Written::path).toList())
                    + list(done ? "Recorded as applied:" : "To record as applied:", adoption.applied())
                    + list(done ? "Recorded as run:" : "To record as run:", adoption.scripts())
                    + list("Pending, for the next `upgrade`:", adoption.pending())
                    + "The database " + (done ? "is" : "would be") + " at " + RunText.names(adoption.heads()) + ".\n");
        }
        adoption.remarks().forEach(output::say);
        if (!done) {
            output.say("Nothing has been changed; to do it: `" + typed + " --yes`");
        } else if (!adoption.leftAlone().isEmpty()) {
            output.say("What other tools have recorded stays as it is.");
        }
    }

    private static String path(Path folder, AdoptedFile file) {
        return (file.repeatable() ? folder.resolveSibling("repeatable") : folder)
                .resolve(file.name() + ".sql")
                .toString();
    }

    private static String list(String title, List<String> lines) {
        StringBuilder text = new StringBuilder();
        if (!lines.isEmpty()) {
            text.append(title).append('\n');
            lines.forEach(line -> text.append("  ").append(line).append('\n'));
        }
        return text.toString();
    }

    void requireSomething(List<String> heads) {
        if (heads.isEmpty()) {
            throw new CommandException(
                    ErrorCode.ADOPTION,
                    "The database holds nothing that a revision makes. Nothing has been changed.",
                    "Type `upgrade` to apply the revisions.",
                    List.of());
        }
    }

    void sayEqual(Resemblance resemblance) {
        List<Candidate> equal = resemblance.equal();
        output.say("The database equals what "
                + RunText.names(equal.get(equal.size() - 1).heads()) + " makes.");
        if (equal.size() > 1) {
            output.say("It looks the same after "
                    + String.join(
                            "; ",
                            equal.subList(0, equal.size() - 1).stream()
                                    .map(candidate -> RunText.names(candidate.heads()))
                                    .toList())
                    + ", since what follows changes rows only, or is taken back. If that has not been applied, say so with"
                    + " `adopt --at REV`.");
        }
    }

    void showNoMatch(Resemblance resemblance, boolean json) {
        if (json) {
            Map<String, Object> told = new LinkedHashMap<>();
            told.put("from", "schema");
            told.put("adopted", false);
            told.put("closest", resemblance.closest());
            told.put("differences", resemblance.differences().differences());
            told.put("unmodelled", resemblance.differences().unmodelled());
            output.json(told);
            output.say(WAYS_OUT);
            return;
        }
        output.text("The database equals none of the revisions. It comes closest to:\n");
        resemblance
                .closest()
                .forEach(candidate ->
                        output.text("  " + RunText.names(candidate.heads()) + ": " + candidate.differences()
                                + (candidate.differences() == 1 ? " difference\n" : " differences\n")));
        output.text("What differs from the first:\n");
        new ReportText(output).show(resemblance.differences(), false, "", WAYS_OUT);
    }

    /** Shows what differs from the revision that was named; the result is the exit code. */
    int showDifferences(SchemaReport report, boolean json) {
        return new ReportText(output).show(report, json, "", WAYS_OUT);
    }
}

package dev.revgraph.script;

import java.util.ArrayList;
import java.util.List;

/** What can be wrong with the markers of a file's sections. */
final class Sections {

    private Sections() {}

    static Finding unknown(SectionMarker marker, int line) {
        String meant = NearMiss.of(marker.name(), List.of(SectionMarker.UPGRADE, SectionMarker.DOWNGRADE))
                .map(name -> " Perhaps \"-- +" + name + "\" is meant.")
                .orElse("");
        return Finding.inHeader(
                line,
                "There is no section \"" + marker + "\"." + meant,
                "The sections are \"-- +upgrade\" and \"-- +downgrade\"; an ordinary comment does not begin with \"+\".");
    }

    static Finding almost(String name, int line) {
        return Finding.inHeader(
                line,
                "The line is almost \"-- +" + name + "\", and would be a comment.",
                "Write it exactly so to begin the section; or say in the comment what it is about.");
    }

    static Finding duplicate(SectionMarker marker, int line) {
        return Finding.inHeader(
                line, "The file has a second section \"" + marker + "\".", "Put all its statements into one section.");
    }

    static Finding irreversibleWithStatements(int line) {
        return Finding.inHeader(
                line,
                "The downgrade is declared irreversible, and statements stand below it.",
                "Remove the statements, or the words after \"-- +downgrade\".");
    }

    /** What is wrong with the text after a known name. */
    static List<Finding> objections(SectionMarker marker, int line) {
        List<Finding> findings = new ArrayList<>();
        if (marker.isIrreversible()) {
            if (marker.reason().isEmpty()) {
                findings.add(
                        Finding.inHeader(
                                line,
                                "The downgrade is declared irreversible without a reason.",
                                "Write \"-- +downgrade irreversible: reason\"; the reason is shown to whoever tries to undo it."));
            }
        } else if (!marker.rest().isEmpty()) {
            findings.add(Finding.inHeader(
                    line,
                    "\"" + marker.rest() + "\" stands after \"" + marker + "\", where nothing is expected.",
                    marker.isDowngrade()
                            ? "Remove it, or write \"-- +downgrade irreversible: reason\"."
                            : "Move it into a line of its own."));
        }
        return findings;
    }
}

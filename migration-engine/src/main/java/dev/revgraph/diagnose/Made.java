package dev.revgraph.diagnose;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Who made what exists already, and what to do about it. */
final class Made {

    private Made() {}

    static String by(Optional<RevisionText> maker) {
        if (maker.isEmpty()) {
            return "No other revision makes it: it was made by hand, or by another program.";
        }
        RevisionText revision = maker.get();
        return revision.applied() == null
                ? "Revision \"" + revision.id() + "\" makes it too, and is not applied."
                : "Revision \"" + revision.id() + "\" makes it, applied " + revision.applied() + ".";
    }

    /**
     * Who made what is gone.
     *
     * @param itself whether it was the upgrade of the revision that is undone
     * @param ways gets the way out if another revision has to run first
     */
    static String gone(Scene scene, Optional<RevisionText> maker, boolean itself, List<WayOut> ways) {
        if (itself) {
            return " The upgrade of \"" + scene.failed().revision()
                    + "\" made it; it has been dropped or renamed since.";
        }
        if (maker.isEmpty()) {
            return "";
        }
        RevisionText revision = maker.get();
        if (revision.applied() == null) {
            ways.add(WayOut.of(scene.dependOn(revision.id())));
            return " Revision \"" + revision.id() + "\" creates it, and is not applied.";
        }
        return " Revision \"" + revision.id() + "\" creates it and was applied " + revision.applied()
                + "; it has been dropped or renamed since.";
    }

    /** @param guarded the statement in a form that passes over what exists; empty if there is none */
    static List<WayOut> waysOut(Scene scene, String guarded) {
        List<WayOut> ways = new ArrayList<>();
        String revision = scene.failed().revision();
        if (scene.failed().direction().equals("upgrade")) {
            ways.add(WayOut.of("If everything that \"" + revision
                    + "\" does is there, as it would do it: record it without running it, `stamp " + revision + "`."));
        }
        if (!guarded.isEmpty()) {
            ways.add(WayOut.of(
                    "If only some databases have it, and it is right as it is: put the guarded form into the revision.",
                    guarded));
        }
        return ways;
    }
}

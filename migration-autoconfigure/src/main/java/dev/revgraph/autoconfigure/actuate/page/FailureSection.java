package dev.revgraph.autoconfigure.actuate.page;

import dev.revgraph.MigrationException;
import dev.revgraph.drawing.Markup;

/** What the page says of a database that cannot be shown. */
final class FailureSection {

    private FailureSection() {}

    static String of(String name, MigrationException failure) {
        return new Markup()
                .add("<section>")
                .add(
                        "<div class=\"title\"><h2>%s</h2> <span class=\"chip bad\">%s</span></div>",
                        name, failure.code().text())
                .add(
                        "<div class=\"problem\" role=\"alert\"><p>%s</p><p>%s</p></div>",
                        failure.getMessage(), failure.action())
                .add("</section>")
                .toString();
    }
}

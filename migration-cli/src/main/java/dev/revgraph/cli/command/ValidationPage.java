package dev.revgraph.cli.command;

import dev.revgraph.ErrorCode;
import dev.revgraph.cli.CommandException;
import dev.revgraph.drawing.Markup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** The findings as a page that needs nothing beside itself: to be mailed, or kept with a build. */
final class ValidationPage {

    private static final String HEAD = """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>Migrations: %s</title>
            <style>
            :root { color-scheme: light dark; }
            body { font: 16px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
            table { border-collapse: collapse; width: 100%%; }
            th, td { text-align: left; vertical-align: top; padding: .5rem .75rem; border-bottom: 1px solid #8886; }
            .error { color: #c62828; font-weight: 600; } .warning { color: #b26a00; font-weight: 600; }
            .fine { color: #2e7d32; font-weight: 600; } code { overflow-wrap: anywhere; }
            @media (prefers-color-scheme: dark) {
              .error { color: #ff8a80; } .warning { color: #ffc46b; } .fine { color: #81c784; }
            }
            </style>
            </head>
            <body>
            """;

    private ValidationPage() {}

    /**
     * Writes it; a page of that name is replaced.
     *
     * @param subject what was looked at
     * @throws CommandException if the file cannot be written
     */
    static void write(Path file, List<Finding> findings, String subject, Instant now) {
        try {
            if (file.toAbsolutePath().getParent() != null) {
                Files.createDirectories(file.toAbsolutePath().getParent());
            }
            Files.writeString(file, of(findings, subject, now));
        } catch (IOException failure) {
            throw new CommandException(
                    ErrorCode.MISSING_LOCATION,
                    "The page \"" + file + "\" cannot be written: " + failure + ".",
                    "Name a file that can be written with `--html FILE`.",
                    failure);
        }
    }

    static String of(List<Finding> findings, String subject, Instant now) {
        long errors = findings.stream().filter(Finding::isError).count();
        String verdict = findings.isEmpty()
                ? "nothing was found"
                : count(errors, "error") + ", " + count(findings.size() - errors, "warning");
        Markup page = new Markup();
        page.add(HEAD.replace("%%", "%").strip(), verdict);
        page.add("<h1>Before the deployment: <span class=\"%s\">%s</span></h1>", kind(findings, errors), verdict);
        page.add("<p>%s, %s</p>", subject, now.truncatedTo(ChronoUnit.SECONDS));
        if (!findings.isEmpty()) {
            page.add("<table>").add("<tr><th>What</th><th>Where</th><th>Message</th></tr>");
            findings.forEach(finding -> page.add(
                    "<tr><td><span class=\"%s\">%s</span><br><code>%s</code></td><td><code>%s</code></td><td>%s<p>%s</p></td></tr>",
                    finding.severity(),
                    finding.severity(),
                    finding.code(),
                    finding.place(),
                    finding.message(),
                    finding.action()));
            page.add("</table>");
        }
        return page.add("</body>").add("</html>").toString();
    }

    private static String kind(List<Finding> findings, long errors) {
        return errors > 0 ? "error" : findings.isEmpty() ? "fine" : "warning";
    }

    private static String count(long number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }
}

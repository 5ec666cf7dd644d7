package dev.revgraph.cli.command;

import dev.revgraph.report.RepairReport;
import dev.revgraph.report.RepairReport.Item;

/** What there is to repair, or was repaired, as text for people. */
final class RepairText {

    private RepairText() {}

    static String of(RepairReport report) {
        StringBuilder text = new StringBuilder();
        for (Item item : report.repairs()) {
            text.append(item.message()).append('\n');
            if (item.statement() != null) {
                item.statement()
                        .lines()
                        .forEach(line -> text.append("  | ").append(line).append('\n'));
            }
            item.commands()
                    .forEach(command -> text.append("  `").append(command).append("`\n"));
        }
        return text.toString();
    }
}

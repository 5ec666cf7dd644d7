package dev.revgraph.report;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What there is to repair, or what a repair has changed or would change.
 *
 * @param repairs one for each record concerned
 */
public record RepairReport(List<Item> repairs) {

    public RepairReport {
        repairs = List.copyOf(repairs);
    }

    /**
     * One record.
     *
     * @param code what kind of problem
     * @param revision the revision; {@code null} where no revision can be meant
     * @param message what is wrong, or what changes
     * @param statement the statement in doubt, as it was recorded; {@code null} if there is none
     * @param commands the ways out of it, to type; empty for what is decided
     */
    public record Item(
            String code,
            @Nullable String revision,
            String message,
            @Nullable String statement,
            List<String> commands) {

        public Item {
            commands = List.copyOf(commands);
        }
    }
}

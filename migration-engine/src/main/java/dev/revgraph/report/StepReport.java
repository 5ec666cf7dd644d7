package dev.revgraph.report;

import java.util.List;

/**
 * One step that was taken, or would be.
 *
 * @param revision the revision, or {@code repeatable:name}
 * @param direction {@code upgrade}, {@code downgrade} or {@code stamp}
 * @param description the revision's own
 * @param millis how long it took, in milliseconds; 0 for a step that was not run
 * @param current the current heads after it
 */
public record StepReport(String revision, String direction, String description, long millis, List<String> current) {

    public StepReport {
        current = List.copyOf(current);
    }
}

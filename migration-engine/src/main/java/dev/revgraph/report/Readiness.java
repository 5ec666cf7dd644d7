package dev.revgraph.report;

import java.util.List;

/**
 * What the server says before a deployment, beyond the status.
 *
 * @param serverVersion the major version of the server, {@code 17} for instance
 * @param errors what would make an upgrade fail
 * @param warnings what may delay it, or what it would find in disorder
 */
public record Readiness(int serverVersion, List<StatusProblem> errors, List<StatusProblem> warnings) {

    public Readiness {
        errors = List.copyOf(errors);
        warnings = List.copyOf(warnings);
    }
}

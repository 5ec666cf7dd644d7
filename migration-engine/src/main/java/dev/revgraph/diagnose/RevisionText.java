package dev.revgraph.diagnose;

import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a revision does, read when it is asked for.
 *
 * @param id the revision
 * @param applied when and by whom it was applied, as words; {@code null} if it is not
 * @param statements of its upgrade, in order
 */
public record RevisionText(String id, @Nullable String applied, Supplier<List<String>> statements) {}

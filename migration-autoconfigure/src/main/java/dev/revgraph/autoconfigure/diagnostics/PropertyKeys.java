package dev.revgraph.autoconfigure.diagnostics;

import dev.revgraph.autoconfigure.MigrationProperties;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.bind.DataObjectPropertyName;

/** The keys below {@code migration}, and which of them a misspelt one comes near to. */
record PropertyKeys(List<String> all) {

    private static final int NEAR = 3;

    PropertyKeys {
        all = List.copyOf(all);
    }

    static PropertyKeys ofMigrations() {
        return new PropertyKeys(
                keys("migration.", MigrationProperties.class).sorted().toList());
    }

    private static Stream<String> keys(String prefix, Class<?> type) {
        return Arrays.stream(type.getRecordComponents()).flatMap(component -> {
            String key = prefix + DataObjectPropertyName.toDashedForm(component.getName());
            return component.getType().isRecord() ? keys(key + ".", component.getType()) : Stream.of(key);
        });
    }

    Optional<String> nearest(String name) {
        return all.stream()
                .filter(key -> distance(key, name) <= NEAR)
                .min(Comparator.comparingInt((String key) -> distance(key, name))
                        .thenComparing(key -> key));
    }

    /** Levenshtein's: how many letters must be put in, taken out or replaced. */
    private static int distance(String one, String other) {
        int[] row = new int[other.length() + 1];
        Arrays.setAll(row, i -> i);
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int replaced = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[other.length()];
    }
}

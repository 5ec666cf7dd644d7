package dev.revgraph.benchmarks;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** All samples of a run, in nanoseconds. Sample i of every tool belongs to round i. Not thread-safe. */
final class Results {

    private final Map<Key, List<Long>> samples = new LinkedHashMap<>();

    void add(Measure measure, int size, Tool tool, long nanos) {
        samples.computeIfAbsent(new Key(measure, size, tool), key -> new ArrayList<>())
                .add(nanos);
    }

    boolean has(Measure measure) {
        return samples.keySet().stream().anyMatch(key -> key.measure() == measure);
    }

    OptionalDouble medianMillis(Measure measure, int size, Tool tool) {
        return median(of(measure, size, tool).stream().mapToDouble(nanos -> nanos / 1e6));
    }

    /**
     * How many times as long one tool takes as another: the median over the rounds, so that what slows the machine for
     * a while slows both sides of a quotient.
     */
    OptionalDouble ratio(Measure measure, int size, Tool tool, Tool base) {
        List<Long> above = of(measure, size, tool);
        List<Long> below = of(measure, size, base);
        return median(IntStream.range(0, Math.min(above.size(), below.size()))
                .mapToDouble(i -> (double) above.get(i) / below.get(i)));
    }

    /** How many times as long it takes with more changes. */
    OptionalDouble growth(Measure measure, int from, int to, Tool tool) {
        OptionalDouble less = medianMillis(measure, from, tool);
        OptionalDouble more = medianMillis(measure, to, tool);
        return less.isPresent() && more.isPresent()
                ? OptionalDouble.of(more.getAsDouble() / less.getAsDouble())
                : OptionalDouble.empty();
    }

    private List<Long> of(Measure measure, int size, Tool tool) {
        return samples.getOrDefault(new Key(measure, size, tool), List.of());
    }

    private static OptionalDouble median(DoubleStream values) {
        double[] sorted = values.sorted().toArray();
        int half = sorted.length / 2;
        if (sorted.length == 0) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2);
    }

    /** What a list of samples is of. */
    private record Key(Measure measure, int size, Tool tool) {}
}

package dev.revgraph.adopt;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;

/** A version of Flyway's: numbers, compared one by one; {@code 1.0} is {@code 1}. */
record FlywayVersion(List<BigInteger> numbers) implements Comparable<FlywayVersion> {

    FlywayVersion {
        int end = numbers.size();
        while (end > 1 && numbers.get(end - 1).signum() == 0) {
            end--;
        }
        numbers = List.copyOf(numbers.subList(0, end));
    }

    /** @param text {@code 1.2}, {@code 1_2}, {@code 20260105} */
    static FlywayVersion of(String text) {
        return new FlywayVersion(
                Arrays.stream(text.split("[._]")).map(BigInteger::new).toList());
    }

    static boolean isOne(String text) {
        return text.matches("\\d+([._]\\d+)*");
    }

    @Override
    public int compareTo(FlywayVersion other) {
        for (int i = 0; i < Math.max(numbers.size(), other.numbers.size()); i++) {
            int difference = at(i).compareTo(other.at(i));
            if (difference != 0) {
                return difference;
            }
        }
        return 0;
    }

    private BigInteger at(int place) {
        return place < numbers.size() ? numbers.get(place) : BigInteger.ZERO;
    }

    @Override
    public String toString() {
        return String.join(".", numbers.stream().map(BigInteger::toString).toList());
    }
}

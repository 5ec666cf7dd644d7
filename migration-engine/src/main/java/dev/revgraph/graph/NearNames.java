package dev.revgraph.graph;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Finds the names that somebody who typed an unknown one may have meant. */
final class NearNames {

    private static final int FEWEST_TO_CONTAIN = 3;

    private record Candidate(String name, int distance) {}

    private NearNames() {}

    /** At most {@code limit} names, the nearest first. */
    static List<String> of(String unknown, Collection<String> known, int limit) {
        if (unknown.isEmpty()) {
            return List.of();
        }
        int reach = Math.min(3, Math.max(1, unknown.length() / 3));
        List<Candidate> near = new ArrayList<>();
        for (String name : known) {
            int distance = distance(unknown, name, reach);
            if (distance <= reach) {
                near.add(new Candidate(name, distance));
            }
        }
        near.sort(Comparator.comparingInt(Candidate::distance).thenComparing(Candidate::name));
        return near.stream().limit(limit).map(Candidate::name).toList();
    }

    private static int distance(String unknown, String name, int reach) {
        boolean isLonger = unknown.startsWith(name) && 2 * name.length() >= unknown.length();
        if (name.equalsIgnoreCase(unknown) || name.startsWith(unknown) || isLonger) {
            return 1;
        }
        if (unknown.length() >= FEWEST_TO_CONTAIN && name.contains(unknown)) {
            return reach;
        }
        int edits = edits(unknown, name, reach);
        boolean replacesAll = edits == Math.max(unknown.length(), name.length());
        return replacesAll ? reach + 1 : edits;
    }

    /** Insertions, deletions, replacements and swaps of neighbours; {@code reach + 1} if it takes more than that. */
    private static int edits(String a, String b, int reach) {
        if (Math.abs(a.length() - b.length()) > reach) {
            return reach + 1;
        }
        int[] beforeLast = new int[b.length() + 1];
        int[] last = new int[b.length() + 1];
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] free = beforeLast;
            beforeLast = last;
            last = row;
            row = free;
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = last[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(replaced, Math.min(last[j], row[j - 1]) + 1);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
                }
            }
        }
        return row[b.length()];
    }
}

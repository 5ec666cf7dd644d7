package dev.revgraph.script;

import dev.revgraph.graph.RevisionId;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Decides whether a name with capitals or a space, such as prose begins with too, was meant to be a key.
 *
 * <p>It was if capitals, spaces and underscores are all that is wrong. Beyond that, only keys count whose loss nobody
 * would notice: a missing {@code revises} is reported anyway, {@code created} is for people, and a missing {@code safe}
 * leaves its rule in force. {@code Revised: 2025-06-01} and {@code Creator: me} stay prose for that reason.
 *
 * <p>One slip is enough, whatever the value: hardly a word of prose is so near to a key, except its plural. That, more
 * slips, or another form of the word need a value that the key could have: {@code Transition: both columns are written}
 * is prose.
 */
final class MisspeltKey {

    /** How other forms of the word begin: {@code Dependencies}, {@code Branches}, {@code Transactional}. */
    private static final Map<HeaderKey, String> STEMS = new EnumMap<>(Map.of(
            HeaderKey.DEPENDS_ON, "depend",
            HeaderKey.BRANCH, "branch",
            HeaderKey.TRANSACTION, "transaction",
            HeaderKey.LOCK_TIMEOUT, "lock-timeout",
            HeaderKey.STATEMENT_TIMEOUT, "statement-timeout"));

    private static final Pattern SWITCH = Pattern.compile("on|off|true|false|yes|no", Pattern.CASE_INSENSITIVE);

    private static final Pattern NUMBER = Pattern.compile("\\d.*");

    private MisspeltKey() {}

    static Optional<HeaderKey> meant(String name, String value) {
        String word = name.toLowerCase(Locale.ROOT).replace('_', '-').replace(' ', '-');
        Optional<HeaderKey> exact = HeaderKey.of(word);
        if (exact.isPresent()) {
            return exact;
        }
        return Arrays.stream(HeaderKey.values())
                .filter(key -> key == HeaderKey.REVISION || STEMS.containsKey(key))
                .filter(key -> isMeant(key, word, value))
                .findFirst();
    }

    private static boolean isMeant(HeaderKey key, String word, String value) {
        int slips = NearMiss.slips(word, key.text());
        if (slips <= 1 && !word.equals(key.text() + "s")) {
            return true;
        }
        // None for the id: nothing is lost with it but a name, and "Revisit: 2027" is near to it.
        String stem = STEMS.get(key);
        return stem != null
                && word.charAt(0) == stem.charAt(0)
                && (slips <= key.text().length() / 4 || word.startsWith(stem))
                && couldBe(key, value);
    }

    private static boolean couldBe(HeaderKey key, String value) {
        return switch (key) {
            case DEPENDS_ON, BRANCH ->
                !value.equalsIgnoreCase("none")
                        && Arrays.stream(value.split(",", -1))
                                .allMatch(part ->
                                        RevisionId.objectionTo(part.strip()).isEmpty());
            case TRANSACTION -> SWITCH.matcher(value).matches();
            case LOCK_TIMEOUT, STATEMENT_TIMEOUT -> NUMBER.matcher(value).matches();
            case REVISION, REVISES, CREATED, SAFE -> false;
        };
    }
}

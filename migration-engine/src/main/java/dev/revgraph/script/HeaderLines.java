package dev.revgraph.script;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells keys and prose apart in the comment lines before the first section. The rule:
 *
 * <ul>
 *   <li>{@code -- name:} followed by a space or the end of the line is a key if {@code name} consists of lower-case
 *       letters, hyphens and underscores. A key that does not exist is a finding. After the name of a key that exists
 *       the space may be missing.
 *   <li>A name with capitals or a space that was {@linkplain MisspeltKey probably meant to be a key} ({@code -- Depends
 *       on:}, {@code -- Transation: off}) is a finding too.
 *   <li>Every other line is prose: {@code -- Note: …}, {@code -- see https://…}. The first one with a letter or a digit
 *       is the description.
 * </ul>
 *
 * Comments between slash and star (a licence, say) are not looked at.
 */
final class HeaderLines {

    /** A value as written, white space around it removed. */
    record Value(String text, int line) {

        /** The comma-separated parts. */
        List<String> list() {
            return text.indexOf(',') < 0
                    ? List.of(text)
                    : Arrays.stream(text.split(",", -1)).map(String::strip).toList();
        }
    }

    private static final Pattern KEY = Pattern.compile("([A-Za-z][A-Za-z_-]*(?: [A-Za-z][A-Za-z_-]*)?)\\s*:(\\s.*|.*)");

    private static final Pattern LOWER_CASE = Pattern.compile("[a-z][a-z_-]*");

    private final List<Finding> findings;
    private final Map<HeaderKey, List<Value>> values = new EnumMap<>(HeaderKey.class);
    private final Set<HeaderKey> unreadable = EnumSet.noneOf(HeaderKey.class);
    private String description = "";

    HeaderLines(List<Finding> findings) {
        this.findings = findings;
    }

    /** @param comment one line, {@code --} included */
    void add(String comment, int line) {
        String content = Blanks.ordinary(comment.substring(2));
        int colon = content.indexOf(':');
        if (colon < 0) {
            prose(content);
            return;
        }
        Optional<HeaderKey> exact = HeaderKey.of(content.substring(0, colon));
        if (exact.isPresent()) {
            put(exact.get(), new Value(content.substring(colon + 1).strip(), line));
            return;
        }
        Matcher matcher = KEY.matcher(content);
        if (matcher.matches() && isKey(matcher.group(1), matcher.group(2), line)) {
            HeaderKey.of(matcher.group(1))
                    .ifPresent(key -> put(key, new Value(matcher.group(2).strip(), line)));
        } else if (!matcher.matches()
                || !isMisspelt(matcher.group(1), matcher.group(2).strip(), line)) {
            prose(content);
        }
    }

    private boolean isKey(String name, String rest, int line) {
        if (HeaderKey.of(name).isPresent()) {
            return true;
        }
        boolean separated = rest.isEmpty() || Character.isWhitespace(rest.charAt(0));
        if (!separated || !LOWER_CASE.matcher(name).matches()) {
            return false;
        }
        Optional<String> meant = NearMiss.of(name.replace('_', '-'), HeaderKey.texts());
        meant.flatMap(HeaderKey::of).ifPresent(unreadable::add);
        findings.add(Finding.inHeader(
                line,
                "The header has no key \"" + name + "\"."
                        + meant.map(key -> " Perhaps \"" + key + "\" is meant.").orElse(""),
                meant.map(key -> "Write \"-- " + key + ":\". ").orElse("")
                        + "The keys are " + String.join(", ", HeaderKey.texts())
                        + "; prose does not begin with a word in lower case and a colon."));
        return true;
    }

    /** Almost a key: taken for prose it would be lost without a word. */
    private boolean isMisspelt(String name, String value, int line) {
        Optional<HeaderKey> meant = MisspeltKey.meant(name, value);
        meant.ifPresent(key -> {
            unreadable.add(key);
            findings.add(Finding.inHeader(
                    line,
                    "The header has no key \"" + name + "\". Perhaps \"" + key.text() + "\" is meant.",
                    "Write \"-- " + key.text() + ":\"; keys are in lower case, with hyphens. If it is prose, leave the"
                            + " colon out."));
        });
        return meant.isPresent();
    }

    private void put(HeaderKey key, Value value) {
        if (value.text().isEmpty()) {
            unreadable.add(key);
            findings.add(Finding.inHeader(
                    value.line(),
                    "The key \"" + key.text() + "\" has no value.",
                    "Write a value, or remove the line."));
            return;
        }
        List<Value> known = values.computeIfAbsent(key, absent -> new ArrayList<>());
        if (!known.isEmpty() && !key.mayRepeat()) {
            findings.add(Finding.inHeader(
                    value.line(),
                    "The key \"" + key.text() + "\" stands in line "
                            + known.get(0).line() + " already.",
                    "Keep one of them; several names are separated by commas."));
            return;
        }
        known.add(value);
    }

    private void prose(String content) {
        if (description.isEmpty() && content.codePoints().anyMatch(Character::isLetterOrDigit)) {
            description = content;
        }
    }

    String description() {
        return description;
    }

    Optional<Value> value(HeaderKey key) {
        List<Value> known = values.get(key);
        return known == null ? Optional.empty() : Optional.of(known.get(0));
    }

    List<Value> values(HeaderKey key) {
        return values.getOrDefault(key, List.of());
    }

    /** The value of the key is of no use; it is reported. */
    void refuse(HeaderKey key) {
        unreadable.add(key);
    }

    /** Whether a line was probably meant to be this key and is reported already. */
    boolean hasUnreadable(HeaderKey key) {
        return unreadable.contains(key);
    }
}

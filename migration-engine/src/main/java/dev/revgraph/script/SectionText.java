package dev.revgraph.script;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Turns the positions of a section into text, replacing the placeholders that have a value. */
final class SectionText {

    private final String text;
    private final Section section;
    private final Map<String, String> values;

    SectionText(String text, Section section, Map<String, String> values) {
        this.text = text;
        this.section = section;
        this.values = values;
    }

    List<SqlStatement> statements() {
        int[] nextUse = {0};
        return section.statements().stream()
                .map(statement -> new SqlStatement(
                        replaced(statement.from(), statement.to(), nextUse),
                        statement.line(),
                        data(statement.data()),
                        statement.changesSession()))
                .toList();
    }

    /** The section as one text. */
    String whole() {
        return replaced(section.from(), section.to(), new int[] {0});
    }

    private @Nullable CopyData data(@Nullable CopyRange range) {
        return range == null ? null : new CopyData(text.substring(range.from(), range.to()), range.line());
    }

    /** @param nextUse the first placeholder that may lie in the range; moved on behind the range */
    private String replaced(int from, int to, int[] nextUse) {
        List<PlaceholderUse> uses = section.placeholders();
        if (nextUse[0] >= uses.size() || uses.get(nextUse[0]).from() >= to) {
            return text.substring(from, to);
        }
        StringBuilder result = new StringBuilder(to - from + 64);
        int copied = from;
        while (nextUse[0] < uses.size() && uses.get(nextUse[0]).from() < to) {
            PlaceholderUse use = uses.get(nextUse[0]++);
            result.append(text, copied, use.from())
                    .append(values.getOrDefault(use.name(), text.substring(use.from(), use.to())));
            copied = use.to();
        }
        return result.append(text, copied, to).toString();
    }
}

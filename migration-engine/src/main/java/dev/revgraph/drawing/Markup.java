package dev.revgraph.drawing;

/** Builds XML or HTML, and sees to it that text stays text. Not thread-safe. */
public final class Markup {

    private final StringBuilder out = new StringBuilder();

    /** Markup as it is, with {@code %s} for numbers and texts; the texts are escaped. */
    public Markup add(String markup, Object... values) {
        int at = 0;
        for (Object value : values) {
            int hole = markup.indexOf("%s", at);
            out.append(markup, at, hole).append(value instanceof Number ? value.toString() : escaped(value.toString()));
            at = hole + 2;
        }
        out.append(markup, at, markup.length()).append('\n');
        return this;
    }

    /** Fit for an element's text and for an attribute; what XML does not allow at all is left out. */
    static String escaped(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> {
            switch (c) {
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '&' -> escaped.append("&amp;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> {
                    if (c == '\n' || (c >= ' ' && c <= 0xD7FF) || (c >= 0xE000 && c <= 0xFFFD) || c > 0xFFFF) {
                        escaped.appendCodePoint(c);
                    }
                }
            }
        });
        return escaped.toString();
    }

    @Override
    public String toString() {
        return out.toString();
    }
}

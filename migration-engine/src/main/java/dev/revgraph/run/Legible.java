package dev.revgraph.run;

/** The server's words, fit to be shown: it quotes values of rows, which may be long and hold what a terminal obeys. */
final class Legible {

    private static final int LONGEST = 2000;

    private Legible() {}

    static String of(String words) {
        StringBuilder text = new StringBuilder();
        words.codePoints().limit(LONGEST).forEach(point -> {
            if (Character.isISOControl(point) && point != '\n') {
                text.append(String.format("\\u%04x", point));
            } else {
                text.appendCodePoint(point);
            }
        });
        return words.codePointCount(0, words.length()) > LONGEST ? text + "…" : text.toString();
    }
}

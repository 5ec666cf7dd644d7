package dev.revgraph.diagnose;

import java.sql.Types;
import org.jspecify.annotations.Nullable;

/** A value out of somebody's rows, made fit for a terminal: short, in one line, without control characters. */
final class SampleValue {

    private static final int LONGEST = 60;

    private SampleValue() {}

    /** Numbers as they are, everything else in quotes. */
    static String of(@Nullable String value, int type) {
        if (value == null) {
            return "NULL";
        }
        return switch (type) {
            case Types.SMALLINT, Types.INTEGER, Types.BIGINT, Types.NUMERIC, Types.REAL, Types.DOUBLE -> value;
            default -> "'" + legible(value) + "'";
        };
    }

    private static String legible(String value) {
        StringBuilder text = new StringBuilder();
        int[] points = value.codePoints().limit(LONGEST + 1).toArray();
        for (int i = 0; i < Math.min(points.length, LONGEST); i++) {
            append(text, points[i]);
        }
        return points.length > LONGEST ? text + "…" : text.toString();
    }

    private static void append(StringBuilder text, int point) {
        switch (point) {
            case '\n' -> text.append("\\n");
            case '\r' -> text.append("\\r");
            case '\t' -> text.append("\\t");
            case '\'' -> text.append("''");
            case '\\' -> text.append("\\\\");
            default -> {
                int kind = Character.getType(point);
                if (Character.isISOControl(point)
                        || kind == Character.FORMAT
                        || kind == Character.LINE_SEPARATOR
                        || kind == Character.PARAGRAPH_SEPARATOR) {
                    text.append(String.format("\\u%04x", point));
                } else {
                    text.appendCodePoint(point);
                }
            }
        }
    }
}

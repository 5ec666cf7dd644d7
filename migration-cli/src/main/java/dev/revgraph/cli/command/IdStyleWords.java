package dev.revgraph.cli.command;

import dev.revgraph.script.IdStyle;
import java.util.Arrays;
import java.util.Iterator;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** How a style of ids is typed. */
final class IdStyleWords implements ITypeConverter<IdStyle>, Iterable<String> {

    @Override
    public IdStyle convert(String typed) {
        return IdStyle.of(typed)
                .orElseThrow(() ->
                        new TypeConversionException("it is " + String.join(", ", this) + ", not \"" + typed + "\"."));
    }

    @Override
    public Iterator<String> iterator() {
        return Arrays.stream(IdStyle.values()).map(IdStyle::text).iterator();
    }
}

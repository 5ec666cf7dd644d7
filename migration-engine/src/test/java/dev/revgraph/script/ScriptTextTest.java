package dev.revgraph.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.revgraph.ErrorCode;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From bytes to text. */
class ScriptTextTest {

    @Test
    void isUtf8() {
        assertThat(ScriptText.decode("Grüße, 日本, 🙂, \uFFFD".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("Grüße, 日本, 🙂, \uFFFD");
    }

    @Test
    void skipsAByteOrderMark() {
        assertThat(ScriptText.decode("\uFEFF-- a".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("-- a");
    }

    @Test
    void turnsCarriageReturnsBeforeLineFeedsIntoLineFeeds() {
        assertThat(ScriptText.decode("a\r\nb\r\n\rc\n".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("a\nb\n\rc\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "61 0A 62 E4 63       | 2 | The byte at offset 3 (0xE4) is not UTF-8.",
                "61 C3                | 1 | The byte at offset 1 (0xC3) is not UTF-8.",
                "EF BB BF 0A FF       | 2 | The byte at offset 4 (0xFF) is not UTF-8.",
                "C0 80                | 1 | The byte at offset 0 (0xC0) is not UTF-8.",
                "ED A0 80             | 1 | The byte at offset 0 (0xED) is not UTF-8.",
                "61 0A 00 62          | 2 | The byte at offset 2 is NUL, which no text in PostgreSQL can hold.",
                "FF FE 61 00          | 1 | The file is UTF-16; scripts are UTF-8.",
                "FE FF 00 61          | 1 | The file is UTF-16; scripts are UTF-8.",
            })
    void refusesOtherBytes(String hex, int line, String message) {
        byte[] bytes = HexFormat.ofDelimiter(" ").parseHex(hex.strip());

        assertThatThrownBy(() -> ScriptText.decode(bytes)).isInstanceOfSatisfying(LexicalException.class, e -> {
            assertThat(e.finding().code()).isEqualTo(ErrorCode.BAD_SCRIPT);
            assertThat(e.finding().line()).isEqualTo(line);
            assertThat(e.finding().message()).isEqualTo(message);
        });
    }

    @Test
    void findsABadByteBehindTheFirstBuffer() {
        byte[] bytes = "a".repeat(20_000).getBytes(StandardCharsets.UTF_8);
        bytes[19_999] = (byte) 0xE4;

        assertThatThrownBy(() -> ScriptText.decode(bytes)).hasMessageContaining("offset 19999");
    }

    @Test
    void aFileThatIsNoTextIsStillARevision() {
        RevisionFile file = RevisionFileParser.parse(new byte[] {'a', (byte) 0xE4}, "the_file");

        assertThat(file.header().id()).hasToString("the_file");
        assertThat(Parsing.messages(file.findings()))
                .containsExactly("bad-script 1: The byte at offset 1 (0xE4) is not UTF-8.");
    }
}

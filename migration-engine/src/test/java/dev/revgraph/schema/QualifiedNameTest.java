package dev.revgraph.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QualifiedNameTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "users                 | \"users\"",
                "Users                 | \"users\"",
                "ÄRGER                 | \"Ärger\"",
                "_a1$                  | \"_a1$\"",
                "\"Users\"             | \"Users\"",
                "billing.Invoices      | \"billing\".\"invoices\"",
                "\"My App\".\"a.b\"    | \"My App\".\"a.b\"",
                "\"say \"\"hi\"\"\".x  | \"say \"\"hi\"\"\".\"x\"",
            })
    void readsNamesAsSqlDoes(String text, String quoted) {
        assertThat(QualifiedName.parse(text).quoted()).isEqualTo(quoted);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", " ", ".", "a.", ".a", "a-b", "a b", "a-", "1a", "\"a", "\"a\"b", "a\"b\"", "\"\"", "a.b.c", "a;b",
                "a,", "\"a\0\"", "$a"
            })
    void refusesWhatIsNoName(String text) {
        assertThatThrownBy(() -> QualifiedName.parse(text)).isInstanceOf(MalformedNameException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.b", "a-b", ""})
    void refusesPartsWhereANameStandsAlone(String text) {
        assertThatThrownBy(() -> QualifiedName.parseSimple(text)).isInstanceOf(MalformedNameException.class);
    }
}

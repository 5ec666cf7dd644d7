package dev.revgraph.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class MarkupDrawingsTest {

    private static final Picture PICTURE =
            Pictures.applied("a b", "a -> b -> d", "a -> c -> d", "x", "b ~> x", "c [usage]");

    @Test
    void svgIsXmlWithATitleForEveryRevision() throws Exception {
        Document svg = parsed(SvgDrawing.of(PICTURE));
        assertThat(svg.getDocumentElement().getTagName()).isEqualTo("svg");
        assertThat(svg.getElementsByTagName("script").getLength()).isZero();
        assertThat(texts(svg, "title"))
                .contains(
                        "Revision graph",
                        "b (applied)\nRevision b\nrevises a",
                        "d (pending)\nRevision d\nrevises b, c");
        assertThat(svg.getElementsByTagName("path").getLength()).isEqualTo(5);
        assertThat(classes(svg, "path"))
                .filteredOn(name -> name.contains("needs"))
                .hasSize(1);
        assertThat(texts(svg, "text"))
                .contains("current", "head", "⎇ usage", "5 revisions  ·  2 applied  ·  3 pending");
    }

    @Test
    void svgIsLightOrDarkAsItsSurroundings() {
        assertThat(SvgDrawing.of(PICTURE)).contains("prefers-color-scheme:dark");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "\"]; click r0 href \"javascript:alert(1)\"",
                "one\ntwo",
                "a & b 'c' \u0000\u0007\ud800",
                "end\n    r0 --> r0",
                "${placeholder} \\ \\n %s #quot; ```"
            })
    void hostileDescriptionsStayText(String description) throws Exception {
        Picture picture = Pictures.described(description);
        Document svg = parsed(SvgDrawing.of(picture));
        assertThat(svg.getElementsByTagName("script").getLength()).isZero();
        assertThat(classes(svg, "g"))
                .filteredOn(name -> name.startsWith("revision"))
                .hasSize(1);

        String mermaid = MermaidDrawing.of(picture);
        assertThat(mermaid.lines().toList()).hasSize(2);
        assertThat(mermaid).matches("graph TD\n {4}r0\\[\"a<br/>[^<>\"'`\\[\\]{}&]*\"]\n");

        String dot = DotDrawing.of(picture);
        assertThat(dot.lines().filter(line -> line.contains("label="))).hasSize(1);
        assertThat(dot.lines()
                        .filter(line -> line.contains("label="))
                        .findFirst()
                        .orElseThrow())
                .matches(" {2}\"a\" \\[label=\"a(\\\\n([^\"\\\\]|\\\\.)*)?\"];");
    }

    @Test
    void mermaidHasNodesEdgesAndStates() {
        assertThat(MermaidDrawing.of(Pictures.applied("a", "a -> b", "x", "a ~> x")))
                .startsWith("""
                        graph TD
                            r0["x<br/>Revision x"]
                            r1["b<br/>Revision b"]
                            r2["a<br/>Revision a"]
                            r0 -. depends on .-> r2
                            r1 --> r2
                        """)
                .contains("class r0 pending\n", "class r2 applied\n", "class r2 current\n");
    }

    @Test
    void dotHasNodesEdgesAndStates() {
        assertThat(DotDrawing.of(Pictures.applied("a", "a -> b", "x", "a ~> x")))
                .startsWith("digraph revisions {\n")
                .endsWith("""
                          "x" [label="x\\nRevision x", fillcolor="#fef3c7", color="#d97706", tooltip="pending"];
                          "b" [label="b\\nRevision b", fillcolor="#fef3c7", color="#d97706", tooltip="pending"];
                          "a" [label="a\\nRevision a", fillcolor="#d1fae5", color="#059669", tooltip="applied", peripheries=2];
                          "x" -> "a" [style=dashed, label="depends on"];
                          "b" -> "a";
                        }
                        """);
    }

    private static Document parsed(String xml) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        return factory.newDocumentBuilder().parse(new InputSource(new StringReader(xml)));
    }

    private static List<String> texts(Document document, String tag) {
        List<String> texts = new ArrayList<>();
        NodeList found = document.getElementsByTagName(tag);
        for (int i = 0; i < found.getLength(); i++) {
            texts.add(found.item(i).getTextContent());
        }
        return texts;
    }

    private static List<String> classes(Document document, String tag) {
        List<String> classes = new ArrayList<>();
        NodeList found = document.getElementsByTagName(tag);
        for (int i = 0; i < found.getLength(); i++) {
            classes.add(((Element) found.item(i)).getAttribute("class"));
        }
        return classes;
    }
}

package dev.revgraph.autoconfigure.revision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.revgraph.revision.JavaRevision;
import dev.revgraph.revision.Revision;
import dev.revgraph.revision.RevisionContext;
import org.junit.jupiter.api.Test;

class RevisionClassesTest {

    private final ClassLoader classLoader = RevisionClassesTest.class.getClassLoader();

    @Test
    void usesClassesAndConstructorsThatAreNotPublic() {
        var revisions = new RevisionClasses(Hidden.class.getName()).instantiate(classLoader);

        assertThat(revisions).singleElement().isInstanceOf(Hidden.class);
    }

    @Test
    void saysWhichClassHasNoConstructorWithoutParameters() {
        var classes = new RevisionClasses(Demanding.class.getName());

        assertThatThrownBy(() -> classes.instantiate(classLoader))
                .isInstanceOf(RevisionClassException.class)
                .hasMessageContaining(Demanding.class.getName())
                .hasMessageContaining("no constructor without parameters");
    }

    @Revision(id = "hidden", revises = "base")
    static final class Hidden implements JavaRevision {

        @Override
        public void upgrade(RevisionContext context) {}
    }

    @Revision(id = "demanding", revises = "base")
    static final class Demanding implements JavaRevision {

        private final String wanted;

        Demanding(String wanted) {
            this.wanted = wanted;
        }

        @Override
        public void upgrade(RevisionContext context) {
            throw new AssertionError(wanted);
        }
    }
}

package dev.revgraph.autoconfigure.revision;

import dev.revgraph.revision.Revision;
import org.springframework.beans.factory.annotation.AnnotatedBeanDefinition;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.env.Environment;
import org.springframework.core.io.ResourceLoader;
import org.springframework.core.type.filter.AnnotationTypeFilter;

/** Also finds classes that carry the annotation in vain: an error that names them beats a revision that is not there. */
final class RevisionScanner extends ClassPathScanningCandidateComponentProvider {

    RevisionScanner(Environment environment, ResourceLoader resources) {
        super(false, environment);
        setResourceLoader(resources);
        addIncludeFilter(new AnnotationTypeFilter(Revision.class, false));
    }

    @Override
    protected boolean isCandidateComponent(AnnotatedBeanDefinition definition) {
        return true;
    }
}

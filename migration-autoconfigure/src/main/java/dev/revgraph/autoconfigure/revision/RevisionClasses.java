package dev.revgraph.autoconfigure.revision;

import dev.revgraph.revision.JavaRevision;
import java.lang.reflect.Modifier;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.BeanInstantiationException;
import org.springframework.beans.BeanUtils;
import org.springframework.util.ClassUtils;

/**
 * The names of the application's classes with {@code @Revision}, sorted. Names and not classes, so that ahead-of-time
 * processing can write them down. Immutable.
 */
public final class RevisionClasses {

    private final List<String> names;

    public RevisionClasses(String... names) {
        this.names = List.of(names).stream().sorted().toList();
    }

    public List<String> names() {
        return names;
    }

    /**
     * One object of each class, made with its constructor without parameters.
     *
     * @throws RevisionClassException if a class cannot be used as a revision
     */
    public List<JavaRevision> instantiate(@Nullable ClassLoader classLoader) {
        return names.stream().map(name -> instantiate(name, classLoader)).toList();
    }

    private static JavaRevision instantiate(String name, @Nullable ClassLoader classLoader) {
        Class<?> type = ClassUtils.resolveClassName(name, classLoader);
        if (!JavaRevision.class.isAssignableFrom(type)) {
            throw new RevisionClassException(
                    name,
                    "it does not implement JavaRevision",
                    "Let it implement `dev.revgraph.revision.JavaRevision`.");
        }
        if (Modifier.isAbstract(type.getModifiers())) {
            throw new RevisionClassException(
                    name, "it is abstract", "Move @Revision to the classes that extend it, or make it concrete.");
        }
        try {
            // Like the class, the constructor need not be public.
            return (JavaRevision) BeanUtils.instantiateClass(type.getDeclaredConstructor());
        } catch (NoSuchMethodException absent) {
            throw new RevisionClassException(
                    name,
                    "it has no constructor without parameters",
                    "Add one, make the class static if it is nested in another, and take what it needs from the"
                            + " `RevisionContext`: revisions run before the application's beans exist.",
                    absent);
        } catch (BeanInstantiationException failure) {
            throw new RevisionClassException(
                    name, "its constructor fails", "Move what it does into `upgrade` or `downgrade`.", failure);
        }
    }
}

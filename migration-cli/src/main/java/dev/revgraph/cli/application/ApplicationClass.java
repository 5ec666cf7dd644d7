package dev.revgraph.cli.application;

import dev.revgraph.ErrorCode;
import dev.revgraph.cli.CommandException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import org.springframework.util.ClassUtils;

/**
 * Finds the application's main class without running it: named by a system property, by the manifest of the repackaged
 * jar, or by that of an extracted one.
 */
final class ApplicationClass {

    /** For an application that has no manifest, because it was never packed. */
    static final String PROPERTY = "migration.main-class";

    private ApplicationClass() {}

    /** @throws CommandException if nothing names it */
    static Class<?> find() {
        ClassLoader classLoader = ClassUtils.getDefaultClassLoader();
        ClassLoader loader = classLoader == null ? ApplicationClass.class.getClassLoader() : classLoader;
        String name = Optional.ofNullable(System.getProperty(PROPERTY))
                .or(() -> attribute(loader, "Start-Class"))
                .or(ApplicationClass::mainOfFirstJar)
                .orElseThrow(() -> new CommandException(
                        ErrorCode.USAGE,
                        "Nothing says which application this is: no manifest names a Start-Class.",
                        "Name its main class with `-D" + PROPERTY + "=com.example.MyApplication`.",
                        (Throwable) null));
        try {
            return Class.forName(name, false, loader);
        } catch (ClassNotFoundException e) {
            throw new CommandException(
                    ErrorCode.USAGE,
                    "The application's main class \"" + name + "\" is not on the class path.",
                    "Name another one with `-D" + PROPERTY + "=com.example.MyApplication`.",
                    e);
        }
    }

    private static Optional<String> attribute(ClassLoader loader, String name) {
        for (URL manifest : manifests(loader)) {
            try (InputStream in = manifest.openStream()) {
                String value = new Manifest(in).getMainAttributes().getValue(name);
                if (value != null) {
                    return Optional.of(value.strip());
                }
            } catch (IOException e) {
                throw unreadable(manifest.toString(), e);
            }
        }
        return Optional.empty();
    }

    private static List<URL> manifests(ClassLoader loader) {
        try {
            return new ArrayList<>(Collections.list(loader.getResources(JarFile.MANIFEST_NAME)));
        } catch (IOException e) {
            throw unreadable(JarFile.MANIFEST_NAME, e);
        }
    }

    /** {@code -Djarmode=tools extract} leaves a small jar that starts the class path. */
    private static Optional<String> mainOfFirstJar() {
        String first = System.getProperty("java.class.path", "").split(java.io.File.pathSeparator, 2)[0];
        if (!first.endsWith(".jar")) {
            return Optional.empty();
        }
        try (JarFile jar = new JarFile(first)) {
            return Optional.ofNullable(jar.getManifest())
                    .map(Manifest::getMainAttributes)
                    .map(attributes -> attributes.getValue(Attributes.Name.MAIN_CLASS));
        } catch (IOException e) {
            throw unreadable(first, e);
        }
    }

    private static CommandException unreadable(String what, IOException failure) {
        return new CommandException(
                ErrorCode.USAGE,
                "\"" + what + "\" cannot be read: " + failure.getMessage() + ".",
                "Name the application's main class with `-D" + PROPERTY + "=com.example.MyApplication`.",
                failure);
    }
}

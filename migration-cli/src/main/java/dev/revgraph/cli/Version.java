package dev.revgraph.cli;

import picocli.CommandLine.IVersionProvider;

/** The version of this program, as its jar states it. */
final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() {
        String version = Version.class.getPackage().getImplementationVersion();
        return new String[] {
            "Revgraph " + (version == null ? "(version unknown)" : version),
            "Java " + Runtime.version() + ", " + System.getProperty("os.name")
        };
    }
}

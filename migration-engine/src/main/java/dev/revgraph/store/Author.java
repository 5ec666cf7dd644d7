package dev.revgraph.store;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.jspecify.annotations.Nullable;

/** Who writes: kept beside every record so that "by whom" has an answer. */
public record Author(
        @Nullable String application,
        @Nullable String applicationVersion,
        @Nullable String host) {

    /** The author on this machine; the host name is looked up, which may take a moment. */
    public static Author here(@Nullable String application, @Nullable String applicationVersion) {
        String host = System.getenv("HOSTNAME");
        if (host == null || host.isBlank()) {
            try {
                host = InetAddress.getLocalHost().getHostName();
            } catch (UnknownHostException unnamed) {
                // A machine without a name of its own is an ordinary thing in a container.
                host = null;
            }
        }
        return new Author(application, applicationVersion, host);
    }
}

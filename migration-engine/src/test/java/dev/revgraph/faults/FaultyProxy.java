package dev.revgraph.faults;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * Stands between an instance and its server, counts what travels, and can stop being reliable: at a given message or at
 * any moment. Thread-safe.
 */
final class FaultyProxy implements AutoCloseable {

    /** What happens at a message. */
    interface Trigger {
        void run() throws Exception;
    }

    /** A connection and what it leads to. */
    private record Link(Socket client, Socket server) {

        /** Both sides learn at once that the other one is gone. */
        void reset() {
            reset(client);
            reset(server);
        }

        private static void reset(Socket socket) {
            try {
                socket.setSoLinger(true, 0);
                socket.close();
            } catch (IOException gone) {
                // It is closed already, which is what was wanted.
            }
        }
    }

    private final ServerSocket listener;
    private final int target;
    private final List<Link> links = new CopyOnWriteArrayList<>();

    private boolean stalled;
    private boolean refusing;
    private int messages;
    private int fateful;
    private @Nullable Trigger trigger;

    /** @param target port of the server */
    FaultyProxy(int target) throws IOException {
        this.listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        this.target = target;
        Background.start(this::accept);
    }

    int port() {
        return listener.getLocalPort();
    }

    /** How many messages have arrived so far, in either direction. */
    synchronized int messages() {
        return messages;
    }

    /** Something happens when message number {@code number} has arrived, before it is passed on. */
    synchronized void at(int number, Trigger what) {
        fateful = number;
        trigger = what;
    }

    /** From now on nothing is passed on, and nobody is told. */
    synchronized void stall() {
        stalled = true;
    }

    /** What was held back arrives after all. */
    synchronized void resume() {
        stalled = false;
        notifyAll();
    }

    /** All connections break; new ones are possible. */
    synchronized void cut() {
        links.forEach(Link::reset);
        links.clear();
        resume();
    }

    /** The client's side breaks; the server hears nothing of it, and nobody can connect. */
    synchronized void halfOpen() {
        stalled = true;
        refusing = true;
        links.forEach(link -> Link.reset(link.client()));
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket client = listener.accept();
                synchronized (this) {
                    if (refusing) {
                        Link.reset(client);
                        continue;
                    }
                }
                Link link = new Link(client, new Socket(InetAddress.getLoopbackAddress(), target));
                links.add(link);
                Background.start(() -> pass(link, link.client(), link.server()));
                Background.start(() -> pass(link, link.server(), link.client()));
            } catch (IOException refused) {
                // The server is down for a moment, or the proxy is closed: the client's socket closes with it.
            }
        }
    }

    private void pass(Link link, Socket from, Socket to) {
        byte[] buffer = new byte[65_536];
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                arrived();
                out.write(buffer, 0, read);
                out.flush();
            }
            awaitNetwork();
            to.shutdownOutput();
        } catch (SocketException broken) {
            closed(link);
        } catch (IOException | InterruptedException ended) {
            link.reset();
        }
    }

    /** A side that ends tells the other one, unless the network is silent. */
    private void closed(Link link) {
        try {
            awaitNetwork();
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
        link.reset();
    }

    private void arrived() throws InterruptedException {
        Trigger due = null;
        synchronized (this) {
            messages++;
            if (messages == fateful) {
                due = trigger;
                trigger = null;
            }
        }
        if (due != null) {
            try {
                due.run();
            } catch (Exception failure) {
                throw new IllegalStateException("The fault itself has failed.", failure);
            }
        }
        awaitNetwork();
    }

    private synchronized void awaitNetwork() throws InterruptedException {
        while (stalled) {
            wait();
        }
    }

    @Override
    public void close() throws IOException {
        listener.close();
        cut();
    }
}

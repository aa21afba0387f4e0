package io.switchboard.running;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** A way to the database that can be cut and mended: while it is cut, connections break and new ones are closed at once. */
final class Cable {

    private static final Pattern PLACE = Pattern.compile("127\\.0\\.0\\.1:(\\d+)");

    private final int target;
    private final ServerSocket near;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile boolean cut;

    Cable(String url) {
        var place = PLACE.matcher(url);
        if (!place.find()) {
            throw new IllegalArgumentException("the database of the tests is on 127.0.0.1: " + url);
        }
        target = Integer.parseInt(place.group(1));
        try {
            near = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofPlatform().daemon().name("cable").start(this::accept);
    }

    String reroute(String url) {
        return PLACE.matcher(url).replaceFirst("127.0.0.1:" + near.getLocalPort());
    }

    void cut() {
        cut = true;
        open.forEach(Cable::close);
    }

    void mend() {
        cut = false;
    }

    private void accept() {
        while (!near.isClosed()) {
            try {
                connect(near.accept());
            } catch (IOException e) {
                return; // the tests have ended
            }
        }
    }

    private void connect(Socket here) {
        if (cut) {
            close(here);
            return;
        }
        try {
            var there = new Socket(InetAddress.getLoopbackAddress(), target);
            open.add(here);
            open.add(there);
            pump(here, there);
            pump(there, here);
        } catch (IOException e) {
            close(here);
        }
    }

    private void pump(Socket from, Socket to) {
        Thread.ofVirtual().start(() -> {
            try (from;
                    to) {
                from.getInputStream().transferTo(to.getOutputStream());
            } catch (IOException e) {
                close(to); // cut, or one end has gone
            } finally {
                open.remove(from);
                open.remove(to);
            }
        });
    }

    private static void close(Closeable end) {
        try {
            end.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package rescue.story;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** A line to a port of this machine that can be pulled out and put back: a network that is gone while both ends run. */
final class Cable implements AutoCloseable {

    private final int to;
    private final int from;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private @Nullable ServerSocket plug;

    Cable(int to) throws IOException {
        this.to = to;
        try (ServerSocket any = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            this.from = any.getLocalPort();
        }
        plugIn();
    }

    /** Where to connect instead of the port behind it. */
    int port() {
        return from;
    }

    void plugIn() throws IOException {
        ServerSocket listening = new ServerSocket();
        listening.setReuseAddress(true);
        listening.bind(new java.net.InetSocketAddress(InetAddress.getLoopbackAddress(), from));
        plug = listening;
        start(() -> accept(listening));
    }

    /** Whoever talks is cut off, whoever calls is refused. */
    void pullOut() throws IOException {
        ServerSocket listening = plug;
        if (listening != null) {
            listening.close();
        }
        for (Socket socket : open) {
            socket.close();
        }
        open.clear();
    }

    @Override
    public void close() throws IOException {
        pullOut();
    }

    private void accept(ServerSocket listening) {
        try {
            while (true) {
                Socket near = listening.accept();
                Socket far = new Socket(InetAddress.getLoopbackAddress(), to);
                open.add(near);
                open.add(far);
                start(() -> carry(near, far));
                start(() -> carry(far, near));
            }
        } catch (IOException pulled) {
            // that is what a cable is pulled for
        }
    }

    private static void carry(Socket from, Socket to) {
        try (from;
                to;
                InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            in.transferTo(out);
        } catch (IOException cut) {
            // both ends notice by themselves
        }
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "cable");
        thread.setDaemon(true);
        thread.setUncaughtExceptionHandler((who, failure) -> {
            if (!(failure instanceof UncheckedIOException)) {
                throw new IllegalStateException(failure);
            }
        });
        thread.start();
    }
}

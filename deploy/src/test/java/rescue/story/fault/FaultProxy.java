package rescue.story.fault;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * A line through which everything goes, until it becomes slow, or swallows the answers: what was asked has its effect then,
 * and whoever asked does not learn of it.
 */
final class FaultProxy implements AutoCloseable {

    private static final int CONNECT_MS = 3_000;
    private static final int CHUNK_BYTES = 16 * 1024;

    private final ServerSocket listening;
    private final InetSocketAddress to;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile long delayMs;
    private volatile boolean losesAnswers;

    FaultProxy(String address, int port, String toHost, int toPort) throws IOException {
        to = new InetSocketAddress(toHost, toPort);
        listening = new ServerSocket(port, 100, InetAddress.getByName(address));
        start(this::accept);
    }

    int port() {
        return listening.getLocalPort();
    }

    /** Each piece that passes waits so long, in each direction. */
    void delay(long ms) {
        delayMs = ms;
    }

    /** What comes back is thrown away, and the line closed after it. */
    void loseAnswers(boolean lose) {
        losesAnswers = lose;
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                Socket near = listening.accept();
                open.add(near);
                start(() -> join(near));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void join(Socket near) {
        Socket far = new Socket();
        open.add(far);
        try {
            far.setTcpNoDelay(true);
            near.setTcpNoDelay(true);
            far.connect(to, CONNECT_MS);
            start(() -> carry(near, far, false));
            carry(far, near, true);
        } catch (IOException nobodyThere) {
            hangUp(near, far);
        }
    }

    private void carry(Socket from, Socket onTo, boolean answers) {
        byte[] chunk = new byte[CHUNK_BYTES];
        try {
            InputStream in = from.getInputStream();
            OutputStream out = onTo.getOutputStream();
            for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
                if (answers && losesAnswers) {
                    return;
                }
                if (delayMs > 0) {
                    TimeUnit.MILLISECONDS.sleep(delayMs);
                }
                out.write(chunk, 0, read);
            }
        } catch (IOException cut) {
            // both ends learn of it below
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } finally {
            hangUp(from, onTo);
        }
    }

    private void hangUp(Socket... sockets) {
        for (Socket socket : sockets) {
            open.remove(socket);
            try {
                socket.close();
            } catch (IOException gone) {
                // it is closed then
            }
        }
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "fault-proxy");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        listening.close();
        open.forEach(this::hangUp);
    }
}

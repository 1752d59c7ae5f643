package dev.facet.ingest.social.outbound;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/** Answers every connection on a port of its own with the same bytes, whatever they are. */
final class RawServer implements AutoCloseable {
  private final ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private final CountDownLatch closed = new CountDownLatch(1);

  /**
   * @param hangs whether the connection stays open, silent, after the bytes
   */
  RawServer(String bytes, boolean hangs) throws IOException {
    Thread.ofVirtual().start(() -> serve(bytes.getBytes(StandardCharsets.UTF_8), hangs));
  }

  private void serve(byte[] bytes, boolean hangs) {
    while (!socket.isClosed()) {
      try {
        Socket peer = socket.accept();
        Thread.ofVirtual().start(() -> answer(peer, bytes, hangs));
      } catch (IOException e) {
        return;
      }
    }
  }

  private void answer(Socket peer, byte[] bytes, boolean hangs) {
    try (peer;
        OutputStream out = peer.getOutputStream()) {
      requests.add(head(peer));
      out.write(bytes);
      out.flush();
      if (hangs) {
        closed.await();
      }
    } catch (IOException e) {
      // The caller hung up.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static String head(Socket peer) throws IOException {
    BufferedReader in =
        new BufferedReader(new InputStreamReader(peer.getInputStream(), StandardCharsets.UTF_8));
    StringBuilder head = new StringBuilder();
    for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
      head.append(line).append('\n');
    }
    return head.toString();
  }

  int port() {
    return socket.getLocalPort();
  }

  String url() {
    return "http://127.0.0.1:" + port();
  }

  /** The heads of what came in. */
  List<String> requests() {
    return requests;
  }

  @Override
  public void close() throws IOException {
    closed.countDown();
    socket.close();
  }
}

package dev.facet.api.facet.live;

import dev.facet.api.http.Request;
import dev.facet.api.http.Response;
import dev.facet.model.Project;
import dev.facet.store.Store;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * Tells how far a project's data reaches, each time it reaches further: at once at first, then at
 * most once in a while, however much comes in. A stream ends after some seconds, and whoever
 * listens asks for the next one.
 */
public final class LiveResource {
  private final Store store;
  private final Pace pace;

  /**
   * How streams go on.
   *
   * @param look how long between two looks at the data
   * @param rest how long after one message the next may come
   * @param length how long a stream lasts
   */
  public record Pace(Duration look, Duration rest, Duration length) {
    public static final Pace USUAL =
        new Pace(Duration.ofMillis(250), Duration.ofSeconds(2), Duration.ofSeconds(15));
  }

  public LiveResource(Store store, Pace pace) {
    this.store = store;
    this.pace = pace;
  }

  public Response stream(Request request) {
    long project = request.recall(Project.class).id();
    return Response.stream(Response.EVENT_STREAM, out -> tell(project, out));
  }

  private void tell(long project, OutputStream out) throws IOException {
    long end = System.nanoTime() + pace.length().toNanos();
    long told = store.position(project);
    write(out, told);
    while (System.nanoTime() < end && sleep(pace.look())) {
      long now = store.position(project);
      if (now != told) {
        told = now;
        write(out, now);
        if (!sleep(pace.rest())) {
          return;
        }
      }
    }
  }

  private static void write(OutputStream out, long position) throws IOException {
    out.write(
        "data: {\"position\":%d}\n\n".formatted(position).getBytes(StandardCharsets.US_ASCII));
    out.flush();
  }

  /** False when the server stops. */
  private static boolean sleep(Duration time) {
    try {
      Thread.sleep(time);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}

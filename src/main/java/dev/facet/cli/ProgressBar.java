package dev.facet.cli;

import java.io.PrintWriter;
import java.util.Locale;

/** Shows on one line how far a file is. */
final class ProgressBar {
  private static final int WIDTH = 40;
  private final PrintWriter out;
  private final long size;
  private final long start = System.nanoTime();
  private int shown = -1;

  ProgressBar(PrintWriter out, long size) {
    this.out = out;
    this.size = Math.max(1, size);
  }

  /** So many bytes are read, so many events sent. */
  void at(long read, long events) {
    int percent = (int) Math.min(100, read * 100 / size);
    if (percent != shown) {
      shown = percent;
      draw(percent, events);
    }
  }

  /** Everything is sent. */
  void done(long events) {
    draw(100, events);
    out.println();
  }

  private void draw(int percent, long events) {
    int filled = percent * WIDTH / 100;
    double seconds = Math.max(0.001, (System.nanoTime() - start) / 1e9);
    out.printf(
        Locale.ROOT,
        "\r[%s%s] %3d %%  %,d events, %,.0f/s ",
        "#".repeat(filled),
        ".".repeat(WIDTH - filled),
        percent,
        events,
        events / seconds);
    out.flush();
  }

  /** Makes room for another line. */
  void clear() {
    if (shown >= 0) {
      out.printf("\r%s\r", " ".repeat(WIDTH + 40));
      shown = -1;
    }
  }
}

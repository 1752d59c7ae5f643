package dev.facet.bench;

import dev.facet.ServerUnderTest;
import dev.facet.ServerUnderTest.Reply;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What Upload-Post's dialect takes over HTTP with many profiles stored, each asked about for the
 * first time. Arguments: a directory, profiles, how many days to fill it with (0 when it is
 * filled), and how many calls of each kind.
 */
public final class ProfileBench {
  private static final int WARM_UP = 400;
  private static final String TOTAL = "/api/uploadposts/total-impressions/%s?";
  private static final List<String> PATHS =
      List.of(
          TOTAL + "period=last_year",
          TOTAL + "period=last_year&breakdown=true",
          TOTAL + "period=last_year&breakdown=true&metrics=likes,comments,shares,followers",
          TOTAL + "period=last_month&breakdown=true",
          "/api/analytics/%s?platforms=instagram,youtube,tiktok,x,linkedin,reddit");

  private ProfileBench() {}

  public static void main(String[] args) throws Exception {
    Path folder = Files.createDirectories(Path.of(args[0]));
    int profiles = Integer.parseInt(args[1]);
    Map<String, String> settings = Map.of("store.url", "", "limits.calls_per_minute", "0");
    Instant noon = Instant.parse(ProfileRows.LAST + "T12:00:00Z");
    try (ServerUnderTest server =
        ServerUnderTest.start(folder, yaml(), settings, InstantSource.fixed(noon))) {
      fill(server, profiles, Integer.parseInt(args[2]));
      for (String path : PATHS) {
        measure(server, path, profiles, Integer.parseInt(args[3]));
      }
    }
  }

  private static String yaml() {
    return """
        bootstrap:
          organisations:
            - id: 1
              name: Acme
              users:
                - { email: ada@example.com, name: Ada, password: correct-horse-battery, role: owner }
              projects:
                - { id: 1, name: Web, timezone: UTC, week_start: monday, token: phc_web }
              keys:
                - { user: ada@example.com, label: all, key: phx_all, scopes: ["*"], projects: [] }
        """;
  }

  private static void fill(ServerUnderTest server, int profiles, int days) throws Exception {
    long started = System.nanoTime();
    for (int back = days - 1; back >= 0; back--) {
      String rows = ProfileRows.day(ProfileRows.LAST.minusDays(back), profiles);
      String path = "/facet/v1/projects/1/datasets/profile_snapshots/rows";
      check(server.post(path, "phx_all", rows));
      if (back % 5 == 0) {
        check(server.post("/facet/v1/flush", "phx_all", null));
      }
      if (back % 50 == 0) {
        say("%d days to go, %.0f s", back, (System.nanoTime() - started) / 1e9);
      }
    }
  }

  private static void measure(ServerUnderTest server, String path, int profiles, int calls)
      throws Exception {
    double[] millis = new double[calls];
    long worked = Processor.nanos();
    for (int call = -WARM_UP; call < calls; call++) {
      worked = call == 0 ? Processor.nanos() : worked;
      // Each profile once: no answer comes from the cache.
      String asked = path.formatted(ProfileRows.profile((call + WARM_UP) % profiles));
      long started = System.nanoTime();
      check(server.get(asked, null, "Authorization", "Apikey phx_all"));
      if (call >= 0) {
        millis[call] = (System.nanoTime() - started) / 1e6;
      }
    }
    double processor = (Processor.nanos() - worked) / 1e6 / calls;
    Arrays.sort(millis);
    say(
        "%-80s p10 %.1f ms  p50 %.1f ms  p95 %.1f ms  processor %.1f ms",
        path, millis[calls / 10], millis[calls / 2], millis[calls * 95 / 100], processor);
  }

  private static void check(Reply reply) {
    if (reply.status() != 200) {
      throw new IllegalStateException(reply.body());
    }
  }

  private static void say(String format, Object... values) {
    System.out.println(String.format(Locale.ROOT, format, values));
  }
}

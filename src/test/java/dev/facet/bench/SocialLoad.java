package dev.facet.bench;

import dev.facet.dataset.Dataset;
import dev.facet.dataset.SocialDatasets;
import dev.facet.model.Micros;
import dev.facet.store.Batch;
import dev.facet.store.Store;
import dev.facet.store.duckdb.DuckDbSettings;
import dev.facet.store.duckdb.DuckDbStore;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * Makes the social data of the measurements: a year of posts in order of time, each with five
 * snapshots and two clicks, and of 4 000 profiles day by day. Arguments are a directory and how
 * many posts.
 */
public final class SocialLoad {
  static final LocalDate START = LocalDate.of(2025, 1, 1);
  static final int DAYS = 365;
  static final int SNAPSHOTS = 5;
  private static final int CLICKS = 2;
  private static final int SERIES = 4_000;
  private static final int BATCH = 50_000;
  private static final long PROJECT = 1;
  private static final List<String> PLATFORMS =
      List.of(
          "instagram",
          "tiktok",
          "linkedin",
          "facebook",
          "x",
          "youtube",
          "threads",
          "pinterest",
          "reddit",
          "bluesky");

  private final Random random = new Random(7);
  private final Store store;
  private final long posts;

  SocialLoad(Store store, long posts) {
    this.store = store;
    this.posts = posts;
  }

  public static void main(String[] args) {
    try (Store store = DuckDbStore.open(Path.of(args[0]), DuckDbSettings.DEFAULT)) {
      if (store.position() > 0) {
        System.out.println("There is something in " + args[0] + " already.");
        return;
      }
      SocialLoad load = new SocialLoad(store, Long.parseLong(args[1]));
      load.fill(SocialDatasets.POSTS, load.posts, load::post);
      load.fill(SocialDatasets.POST_SNAPSHOTS, load.posts * SNAPSHOTS, load::snapshot);
      load.fill(SocialDatasets.CLICKS, load.posts * CLICKS, load::click);
      load.fillProfiles();
    }
  }

  void fillProfiles() {
    fill(SocialDatasets.PROFILE_SNAPSHOTS, (long) SERIES * DAYS, this::profile);
  }

  /** In the order in which they are taken: all series of a day, then those of the next. */
  private List<@Nullable Object> profile(long number) {
    int series = (int) (number % SERIES);
    int day = (int) (number / SERIES);
    Map<String, Object> level = Map.of("followers", 1000L + series + day * (series % 7L - 2));
    Map<String, Object> daily = Map.of("reach", (long) random.nextInt(3000));
    return Arrays.asList(
        "profile" + series / PLATFORMS.size(),
        PLATFORMS.get(series % PLATFORMS.size()),
        START.plusDays(day).toString(),
        level,
        daily);
  }

  private interface Row {
    List<@Nullable Object> of(long number);
  }

  private void fill(Dataset dataset, long count, Row row) {
    long started = System.nanoTime();
    for (long first = 0; first < count; first += BATCH) {
      List<List<@Nullable Object>> rows = new ArrayList<>(BATCH);
      for (long number = first; number < Math.min(first + BATCH, count); number++) {
        rows.add(row.of(number));
      }
      store.apply(
          new Batch(
              store.position() + 1, List.of(new Batch.Change.Upsert(PROJECT, dataset, rows))));
    }
    System.out.printf(
        Locale.ROOT,
        "%s: %d rows in %.0f s%n",
        dataset.name(),
        count,
        (System.nanoTime() - started) / 1e9);
  }

  private long published(long post) {
    long start = Micros.of(START.atStartOfDay(ZoneOffset.UTC).toInstant());
    return start + (long) (post / (double) posts * DAYS * Micros.DAY);
  }

  private List<@Nullable Object> post(long number) {
    return Arrays.asList(
        id(number),
        number % 3 == 0 ? null : "r" + number,
        "profile" + number % 400,
        PLATFORMS.get(random.nextInt(PLATFORMS.size())),
        "n" + number,
        "https://posts.example/" + number,
        null,
        "What is new in " + number % 1000,
        "image",
        published(number),
        number % 50 != 0,
        null,
        number % 4 == 0 ? null : "campaign" + number / 2000,
        "message" + number / 10,
        number % 2 == 0 ? List.of("tag" + number % 20, "tag" + number % 7) : List.of(),
        "creator" + number % 12);
  }

  private static String id(long post) {
    return "post-" + Long.toString(post * 2_654_435_761L % 4_294_967_296L, 36) + "-" + post;
  }

  /** In the order in which they are taken: day by day, posts of several ages. */
  private List<@Nullable Object> snapshot(long number) {
    long post = number / SNAPSHOTS;
    int age = 1 << number % SNAPSHOTS;
    LocalDate day =
        Instant.ofEpochSecond(published(post) / 1_000_000)
            .atZone(ZoneOffset.UTC)
            .toLocalDate()
            .plusDays(age);
    Map<String, Object> metrics = new LinkedHashMap<>();
    metrics.put(number % 3 == 0 ? "views" : "impressions", (long) random.nextInt(20_000));
    metrics.put("likes", (long) random.nextInt(500));
    metrics.put(number % 5 == 0 ? "replies" : "comments", (long) random.nextInt(50));
    if (number % 5 == 0) {
      metrics.put("reposts", (long) random.nextInt(15));
      metrics.put("quotes", (long) random.nextInt(5));
    } else {
      metrics.put("shares", (long) random.nextInt(20));
    }
    metrics.put("reach", (long) random.nextInt(9_000));
    return Arrays.asList(id(post), day.toString(), metrics);
  }

  private List<@Nullable Object> click(long number) {
    long post = number / CLICKS;
    long at = published(post) + random.nextLong(10 * Micros.DAY);
    return Arrays.asList(
        "click-" + number,
        at,
        id(post),
        "profile" + post % 400,
        PLATFORMS.get(random.nextInt(PLATFORMS.size())),
        post % 4 == 0 ? null : "campaign" + post / 2000,
        "https://shop.example/" + post % 3000,
        "visitor" + random.nextInt(500_000),
        List.of("DE", "AT", "FR", "US").get(random.nextInt(4)),
        null,
        null,
        number % 10 == 0 ? (Object) (at + Micros.DAY) : null,
        number % 10 == 0 ? "signup" : null);
  }
}

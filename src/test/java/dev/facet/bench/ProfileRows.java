package dev.facet.bench;

import java.time.LocalDate;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Snapshots of profiles on ten networks, a day at a time, as a daily collection writes them. */
final class ProfileRows {
  static final LocalDate LAST = LocalDate.of(2026, 3, 4);
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

  private ProfileRows() {}

  static String profile(int number) {
    return "profile-" + number;
  }

  /** The rows of one day as lines of JSON, one for each profile and network. */
  static String day(LocalDate day, int profiles) {
    SplittableRandom random = new SplittableRandom(day.toEpochDay());
    return IntStream.range(0, profiles)
        .boxed()
        .flatMap(number -> PLATFORMS.stream().map(platform -> row(number, platform, day, random)))
        .collect(Collectors.joining("\n"));
  }

  private static String row(int number, String platform, LocalDate day, SplittableRandom random) {
    return "{\"profile\":\"%s\",\"platform\":\"%s\",\"date\":\"%s\",\"level\":%s,\"daily\":%s}"
        .formatted(
            profile(number),
            platform,
            day,
            numbers(random, "followers", "likes", "comments", "impressions", "reach"),
            numbers(random, "reach", "impressions", "likes", "comments", "shares"));
  }

  private static String numbers(SplittableRandom random, String... names) {
    return Stream.of(names)
        .map(name -> "\"" + name + "\":" + random.nextInt(10_000))
        .collect(Collectors.joining(",", "{", "}"));
  }
}

import dev.facet.model.Event;
import dev.facet.model.Values;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

/** Events of a made-up web shop, fifteen properties each, spread over a stretch of time. */
record Shop(Instant start, Duration stretch, int persons) {
  private static final List<String> NAMES =
      List.of("$pageview", "$pageview", "$pageview", "$pageview", "$pageview", "$pageview",
          "product viewed", "product viewed", "added to cart", "order completed");
  private static final List<String> BROWSERS =
      List.of("Chrome", "Chrome", "Chrome", "Safari", "Safari", "Firefox", "Edge", "Opera");
  private static final List<String> SYSTEMS =
      List.of("Windows", "Windows", "Mac OS X", "iOS", "Android", "Linux");

  /** The events number {@code first} to {@code first + count}, in order of time, of {@code all}. */
  List<Event> events(long first, int count, long all) {
    Random random = new Random(first);
    List<Event> events = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      long micros = (long) (stretch.toNanos() / 1000.0 * (first + i) / all);
      events.add(event(random, start.plusNanos(micros * 1000)));
    }
    return events;
  }

  private Event event(Random random, Instant time) {
    // a few persons come often, most come seldom
    double often = random.nextDouble();
    String person = "user-" + (int) (persons * often * often);
    String name = NAMES.get(random.nextInt(NAMES.size()));
    UUID uuid = new UUID(random.nextLong(), random.nextLong());
    return new Event(uuid, name, person, time, time, properties(random));
  }

  private static Map<String, Object> properties(Random random) {
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put("$current_url", "https://shop.example.com/products/" + random.nextInt(5000));
    properties.put("$browser", BROWSERS.get(random.nextInt(BROWSERS.size())));
    properties.put("$browser_version", 100L + random.nextInt(20));
    properties.put("$os", SYSTEMS.get(random.nextInt(SYSTEMS.size())));
    properties.put("$session_id", new UUID(random.nextLong(), random.nextLong()).toString());
    properties.put("$lib", "web");
    properties.put("$lib_version", "1.2.3");
    properties.put("$screen_width", 1920L);
    properties.put("$screen_height", 1080L);
    properties.put("$referrer", "https://search.example.com/");
    properties.put("price", random.nextInt(10_000) / 100.0);
    properties.put("quantity", (long) random.nextInt(5));
    properties.put("plan", "plan " + random.nextInt(4));
    properties.put("country", "C" + random.nextInt(80));
    properties.put("signed_in", random.nextBoolean());
    return properties;
  }

  /** The same events as the body of a call of {@code /batch}. */
  static byte[] body(List<Event> events) {
    List<Object> batch = new ArrayList<>(events.size());
    for (Event event : events) {
      Map<String, Object> json = new LinkedHashMap<>();
      json.put("event", event.name());
      json.put("distinct_id", event.distinctId());
      json.put("uuid", event.uuid().toString());
      json.put("timestamp", event.time().toString());
      json.put("properties", event.properties());
      batch.add(json);
    }
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("api_key", Server.TOKEN);
    body.put("batch", batch);
    return Values.json(body).getBytes(StandardCharsets.UTF_8);
  }
}

package dev.facet.cli.demo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.random.RandomGenerator;

/**
 * Somebody who visits the shop, with the device and the way they came.
 *
 * @param patience of a hundred checkouts, how many this visitor ends with a purchase
 */
record Visitor(
    String id,
    boolean signedUp,
    String browser,
    String os,
    String device,
    String country,
    String referrer,
    String campaign,
    int patience) {

  /** A device with how many of a hundred visitors have it. */
  private record Device(String browser, String os, String type, int share, int patience) {}

  /** A source of visits with how many of a hundred come from it. */
  private record Source(String domain, int share) {}

  private static final List<Device> DEVICES =
      List.of(
          new Device("Mobile Safari", "iOS", "Mobile", 27, 52),
          new Device("Chrome", "Android", "Mobile", 22, 48),
          new Device("Chrome", "Windows", "Desktop", 24, 71),
          new Device("Safari", "Mac OS X", "Desktop", 13, 74),
          new Device("Firefox", "Linux", "Desktop", 6, 69),
          new Device("Microsoft Edge", "Windows", "Desktop", 8, 66));
  private static final List<Source> SOURCES =
      List.of(
          new Source("$direct", 31),
          new Source("www.google.com", 34),
          new Source("www.instagram.com", 14),
          new Source("news.ycombinator.com", 4),
          new Source("duckduckgo.com", 6),
          new Source("www.pinterest.com", 11));
  private static final List<String> COUNTRIES =
      List.of("DE", "DE", "DE", "DE", "AT", "AT", "CH", "FR", "FR", "NL", "PL", "IT", "US", "GB");

  static Visitor stranger(RandomGenerator random, boolean byCampaign) {
    Device device = device(random.nextInt(100));
    return new Visitor(
        new UUID(random.nextLong(), random.nextLong()).toString(),
        false,
        device.browser(),
        device.os(),
        device.type(),
        COUNTRIES.get(random.nextInt(COUNTRIES.size())),
        byCampaign ? "www.instagram.com" : source(random.nextInt(100)),
        byCampaign ? "autumn-sale" : "",
        device.patience());
  }

  private static Device device(int percent) {
    int sum = 0;
    for (Device device : DEVICES) {
      sum += device.share();
      if (percent < sum) {
        return device;
      }
    }
    return DEVICES.getLast();
  }

  private static String source(int percent) {
    int sum = 0;
    for (Source source : SOURCES) {
      sum += source.share();
      if (percent < sum) {
        return source.domain();
      }
    }
    return SOURCES.getLast().domain();
  }

  /** The same visitor with a customer's number in place of a cookie. */
  Visitor known(int number) {
    String customer = String.format(Locale.ROOT, "customer-%04d", number);
    return new Visitor(
        customer, true, browser, os, device, country, "$direct", "", Math.min(90, patience + 12));
  }

  void describe(ObjectNode properties) {
    properties.put("$browser", browser);
    properties.put("$os", os);
    properties.put("$device_type", device);
    boolean small = device.equals("Mobile");
    properties.put("channel_id", small ? "2" : "1");
    properties.put("channel_name", small ? "Mobile site" : "Web site");
    properties.put("$referring_domain", referrer);
    properties.put("$lib", "web");
    properties.put("country", country);
    if (!campaign.isEmpty()) {
      properties.put("utm_campaign", campaign).put("utm_source", "instagram");
    }
  }
}

package dev.facet.ingest.social.outbound;

import dev.facet.model.FailureException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which hosts may be called.
 *
 * @param listed what the operator lists beside the networks' own: names and addresses, as they
 *     stand in addresses
 */
public record Hosts(Set<String> listed) {
  private static final int LONGEST = 2_000;

  /** Where networks themselves are. */
  private static final Map<String, List<String>> OWN =
      Map.of(
          "instagram", List.of("graph.facebook.com", "graph.instagram.com"),
          "facebook", List.of("graph.facebook.com"),
          "youtube",
              List.of(
                  "www.googleapis.com",
                  "youtube.googleapis.com",
                  "youtubeanalytics.googleapis.com"),
          "tiktok", List.of("open.tiktokapis.com"),
          "linkedin", List.of("api.linkedin.com"),
          "x", List.of("api.x.com", "api.twitter.com"),
          "threads", List.of("graph.threads.net"),
          "pinterest", List.of("api.pinterest.com"),
          "reddit", List.of("oauth.reddit.com", "www.reddit.com"),
          "bluesky", List.of("public.api.bsky.app", "bsky.social"));

  public Hosts {
    listed = Set.copyOf(listed);
  }

  /** The hosts of a list in the configuration. */
  public static Hosts of(List<String> listed) {
    return new Hosts(listed.stream().map(Hosts::plain).collect(Collectors.toSet()));
  }

  boolean lists(String host) {
    return listed.contains(plain(host));
  }

  /**
   * Checks an address that is to take the place of a network's own.
   *
   * @throws FailureException Invalid at {@code base_url}
   */
  public void check(String platform, String base) {
    URI uri = parsed(base);
    String host = uri.getHost();
    boolean own = OWN.getOrDefault(platform, List.of()).contains(plain(host));
    if (!own && !lists(host)) {
      throw invalid(
          "base_url names %s, which this server may not call: add it to connectors.allow, or leave base_url out."
              .formatted(host));
    }
    if (!uri.getScheme().equalsIgnoreCase("https") && !lists(host)) {
      throw invalid("base_url begins with https://, unless connectors.allow lists its host.");
    }
  }

  private static URI parsed(String base) {
    try {
      URI uri = new URI(base);
      boolean web =
          "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
      boolean plain =
          uri.getRawUserInfo() == null && uri.getRawQuery() == null && uri.getRawFragment() == null;
      boolean port = uri.getPort() <= 0xFFFF && uri.getPort() != 0;
      if (web && plain && port && uri.getHost() != null && base.length() <= LONGEST) {
        return uri;
      }
    } catch (URISyntaxException e) {
      // Told below, together with other addresses that will not do.
    }
    throw invalid(
        "base_url is an address such as https://example.com/prefix: scheme, host, port and path, nothing else.");
  }

  private static String plain(String host) {
    return host.strip().toLowerCase(Locale.ROOT).replaceAll("^\\[|]$", "");
  }

  private static FailureException invalid(String message) {
    return FailureException.invalid("base_url", "base_url", message);
  }
}

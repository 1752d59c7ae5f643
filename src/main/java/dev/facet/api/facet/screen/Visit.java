package dev.facet.api.facet.screen;

import dev.facet.access.share.Offer;
import dev.facet.api.http.Parameters;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.StringJoiner;

/**
 * What of an address counts when the visitor of a link looks: what is offered and nothing else, so
 * that visitors who may choose nothing all see the same.
 *
 * @param parameters equal texts give equal looks
 */
public record Visit(String parameters) {

  /** What is left of these parameters. */
  public static Visit of(Parameters given, Set<Offer> offers) {
    StringJoiner left = new StringJoiner("&");
    for (Offer offer : offers) {
      for (String name : names(offer)) {
        given.first(name).ifPresent(value -> left.add(name + "=" + escaped(value)));
      }
    }
    return new Visit(left.toString());
  }

  private static List<String> names(Offer offer) {
    return switch (offer) {
      case DATES -> List.of("date_from", "date_to", "compare", "compare_to", "interval");
      case FILTERS -> List.of("filters");
      case VARIABLES -> List.of("variables");
      case EXPORT -> List.of();
    };
  }

  private static String escaped(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  /** How the visitor looks. */
  public Look look() {
    return Look.offered(Parameters.parse(parameters));
  }
}

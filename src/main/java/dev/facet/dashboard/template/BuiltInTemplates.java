package dev.facet.dashboard.template;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.facet.catalog.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The templates that come with the server, read from its resources. */
final class BuiltInTemplates {
  private static final Template PRODUCT_ANALYTICS = read("product-analytics");
  private static final Template WEBSITE_TRAFFIC = read("website-traffic");

  private static final Template SOCIAL_OVERVIEW = read("social-overview");

  private static final Template BUSINESS_OVERVIEW = read("business-overview");

  /** Those that lists show. */
  static final List<Template> LISTED =
      List.of(PRODUCT_ANALYTICS, WEBSITE_TRAFFIC, SOCIAL_OVERVIEW, BUSINESS_OVERVIEW);

  /** The names under which programs ask for them. */
  private static final Map<String, Template> BY_KEY =
      Map.of("DEFAULT_APP", PRODUCT_ANALYTICS, "WEBSITE_TRAFFIC", WEBSITE_TRAFFIC);

  /** Of products that make a dashboard of their own. */
  private static final Map<String, Template> OF_PRODUCT =
      Map.of("llm-analytics", read("llm-analytics"));

  private BuiltInTemplates() {}

  static Optional<Template> byKey(String key) {
    return Optional.ofNullable(BY_KEY.get(key));
  }

  static Optional<Template> ofProduct(String tag) {
    return Optional.ofNullable(OF_PRODUCT.get(tag));
  }

  private static Template read(String name) {
    try (InputStream in =
        BuiltInTemplates.class.getResourceAsStream("/templates/" + name + ".json")) {
      if (in == null) {
        throw new IllegalStateException("The template " + name + " is missing");
      }
      ObjectNode body =
          (ObjectNode) Json.read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
      UUID id = UUID.nameUUIDFromBytes(("facet:template:" + name).getBytes(StandardCharsets.UTF_8));
      return new Template(
          id, null, body.path("template_name").asText(), body, false, Instant.EPOCH, null);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

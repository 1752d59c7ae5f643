package dev.facet.dashboard.content;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.facet.catalog.Json;
import dev.facet.dashboard.content.Chart.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Content as the catalog keeps it. What is empty or absent is left out. */
public final class ContentJson {
  private ContentJson() {}

  public static String write(Content content) {
    ObjectNode node = Json.object();
    put(node, "filters", content.filters());
    put(node, "variables", content.variables());
    if (!content.availableFilters().isEmpty()) {
      ArrayNode available = node.putArray("available_filters");
      content.availableFilters().forEach(filter -> available.add(filter.json()));
    }
    ArrayNode sections = node.putArray("sections");
    content.sections().forEach(section -> sections.add(section(section)));
    put(node, "extras", content.extras());
    return Json.write(node);
  }

  public static Content read(String stored) {
    JsonNode node = Json.read(stored);
    return new Content(
        Document.of(node.get("filters")),
        Document.of(node.get("variables")),
        list(node.path("available_filters"), Document::of),
        list(node.path("sections"), ContentJson::section),
        Document.of(node.get("extras")));
  }

  private static ObjectNode section(Section section) {
    ObjectNode node = Json.object().put("title", section.title());
    ArrayNode cards = node.putArray("cards");
    section.cards().forEach(card -> cards.add(card(card)));
    put(node, "extras", section.extras());
    return node;
  }

  private static Section section(JsonNode node) {
    return new Section(
        node.path("title").asText(),
        list(node.path("cards"), ContentJson::card),
        Document.of(node.get("extras")));
  }

  private static ObjectNode card(Card card) {
    ObjectNode node = Json.object().put("id", card.id());
    if (card.place() != null) {
      Place place = card.place();
      node.put("x", place.x()).put("y", place.y()).put("w", place.w()).put("h", place.h());
    }
    put(node, "layout", card.layout());
    put(node, "color", card.color());
    put(node, "filters", card.filters());
    if (card.removed()) {
      node.put("removed", true);
    }
    ArrayNode charts = node.putArray("charts");
    card.charts().forEach(chart -> charts.add(chart(chart)));
    put(node, "extras", card.extras());
    return node;
  }

  private static Card card(JsonNode node) {
    return new Card(
        node.path("id").asLong(),
        node.has("x") ? place(node) : null,
        node.path("layout").textValue(),
        node.path("color").textValue(),
        Document.of(node.get("filters")),
        node.path("removed").asBoolean(),
        list(node.path("charts"), ContentJson::chart),
        Document.of(node.get("extras")));
  }

  private static Place place(JsonNode node) {
    return new Place(
        node.path("x").asInt(),
        node.path("y").asInt(),
        node.path("w").asInt(),
        node.path("h").asInt());
  }

  private static ObjectNode chart(Chart chart) {
    ObjectNode node = Json.object().put("id", chart.id());
    put(node, "title", chart.title());
    if (!chart.description().isEmpty()) {
      node.put("description", chart.description());
    }
    put(node, "type", chart.type());
    put(node, "options", chart.options());
    if (!chart.colors().isEmpty()) {
      chart.colors().forEach(node.putArray("colors")::add);
    }
    switch (chart.source()) {
      case Source.OfInsight(long insight, long revision, boolean stays) -> {
        node.put("insight", insight).put("revision", revision);
        if (stays) {
          node.put("stays", true);
        }
      }
      case Source.OfText(long text, String body) -> node.put("text", text).put("body", body);
    }
    put(node, "extras", chart.extras());
    return node;
  }

  private static Chart chart(JsonNode node) {
    return new Chart(
        node.path("id").asLong(),
        node.path("title").textValue(),
        node.path("description").asText(),
        node.path("type").textValue(),
        Document.of(node.get("options")),
        list(node.path("colors"), JsonNode::asText),
        source(node),
        Document.of(node.get("extras")));
  }

  private static Source source(JsonNode node) {
    return node.has("insight")
        ? new Source.OfInsight(
            node.path("insight").asLong(),
            node.path("revision").asLong(),
            node.path("stays").asBoolean())
        : new Source.OfText(node.path("text").asLong(), node.path("body").asText());
  }

  private static void put(ObjectNode node, String field, @Nullable String text) {
    if (text != null) {
      node.put(field, text);
    }
  }

  private static void put(ObjectNode node, String field, Document document) {
    if (!document.isEmpty()) {
      node.set(field, document.json());
    }
  }

  private static <T> List<T> list(JsonNode array, Function<JsonNode, T> element) {
    List<T> elements = new ArrayList<>();
    array.forEach(node -> elements.add(element.apply(node)));
    return elements;
  }
}

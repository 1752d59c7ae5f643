package dev.facet.form.board;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.facet.form.Fields;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A section of a dashboard in our own form.
 *
 * @param extras what only dialects know, no part of the JSON; null to leave what is there
 */
public record SectionForm(String title, List<CardForm> cards, @Nullable ObjectNode extras) {
  public SectionForm {
    cards = List.copyOf(cards);
  }

  static SectionForm read(JsonNode node, String path, DashboardForm.Checks checks) {
    Fields fields = Fields.of(node, path);
    String title = fields.text("title");
    List<CardForm> cards = fields.list("cards", (card, at) -> CardForm.read(card, at, checks));
    fields.done();
    return new SectionForm(title == null ? "" : title, cards, null);
  }

  ObjectNode write() {
    ObjectNode node = JsonNodeFactory.instance.objectNode().put("title", title);
    ArrayNode array = node.putArray("cards");
    cards.forEach(card -> array.add(card.write()));
    return node;
  }
}

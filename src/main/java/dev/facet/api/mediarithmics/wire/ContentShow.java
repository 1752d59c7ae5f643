package dev.facet.api.mediarithmics.wire;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.facet.form.board.CardForm;
import dev.facet.form.board.DashboardForm;
import dev.facet.form.board.SectionForm;
import java.util.List;

/** Writes contents as the vendor has them; what came from there comes back as it was sent. */
public final class ContentShow {
  private static final String LAYOUT = "layout";

  private ContentShow() {}

  public static ObjectNode show(DashboardForm form) {
    ObjectNode node = MediarithmicsWire.object();
    List<ObjectNode> filters = form.availableFilters();
    if (filters != null && !filters.isEmpty()) {
      node.putArray("available_filters").addAll(filters);
    }
    ArrayNode sections = node.putArray("sections");
    if (form.sections() != null) {
      form.sections().forEach(section -> sections.add(section(section)));
    }
    return node.setAll(Extras.own(form.extras()));
  }

  private static ObjectNode section(SectionForm form) {
    ObjectNode node = MediarithmicsWire.object().put("title", form.title());
    ArrayNode cards = node.putArray("cards");
    form.cards().forEach(card -> cards.add(card(card)));
    return node.setAll(Extras.own(form.extras()));
  }

  private static ObjectNode card(CardForm form) {
    ObjectNode node = MediarithmicsWire.object();
    node.put("x", form.x()).put("y", form.y()).put("w", form.w()).put("h", form.h());
    String layout = form.layout() == null ? CardForm.DEFAULT_LAYOUT : form.layout();
    ObjectNode own = Extras.own(form.extras());
    boolean unsaid = own.has(LAYOUT);
    own.remove(LAYOUT);
    if (!unsaid || !layout.equals(ContentRead.UNSAID_LAYOUT)) {
      node.put(LAYOUT, layout);
    }
    ArrayNode charts = node.putArray("charts");
    form.charts().forEach(chart -> charts.add(ChartWire.show(chart)));
    return node.setAll(own);
  }
}

package dev.facet.api.racknap.widget;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.facet.api.racknap.RackNapWire;
import dev.facet.form.board.CardForm;
import dev.facet.form.board.ChartForm;
import dev.facet.form.board.DashboardForm;
import dev.facet.form.board.SectionForm;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The charts of a dashboard as widgets. The id that a client gave a widget is kept as this
 * dialect's extras of the chart; charts made elsewhere are named by their number.
 */
public final class Widgets {
  private static final String DIALECT = "racknap";
  private static final String ID = "id";

  /** What ids begin with that nobody chose. */
  static final String UNNAMED = "widget_";

  private Widgets() {}

  /** A dashboard's widgets, in the order of sections, cards and charts. */
  public static List<Widget> of(DashboardForm form) {
    List<Widget> unnamed = new ArrayList<>();
    List<SectionForm> sections = form.sections() == null ? List.of() : form.sections();
    for (SectionForm section : sections) {
      for (CardForm card : section.cards()) {
        card.charts().forEach(chart -> unnamed.add(new Widget("", card, chart)));
      }
    }
    Map<Long, String> names = names(unnamed);
    return unnamed.stream()
        .map(each -> new Widget(names.getOrDefault(each.number(), ""), each.card(), each.chart()))
        .toList();
  }

  /** The id of each chart. Of two with the same one, copies of each other, the older keeps it. */
  private static Map<Long, String> names(List<Widget> widgets) {
    Map<Long, String> names = new HashMap<>();
    Set<String> taken = new HashSet<>();
    List<Widget> byAge = widgets.stream().sorted(Comparator.comparingLong(Widget::number)).toList();
    for (Widget widget : byAge) {
      String given = given(widget.chart());
      if (given != null && taken.add(given)) {
        names.put(widget.number(), given);
      }
    }
    for (Widget widget : byAge) {
      names.computeIfAbsent(widget.number(), number -> free(UNNAMED + number, taken));
    }
    return names;
  }

  private static String free(String wish, Set<String> taken) {
    String name = wish;
    for (int i = 2; !taken.add(name); i++) {
      name = wish + "_" + i;
    }
    return name;
  }

  private static @Nullable String given(ChartForm chart) {
    return chart.extras() == null ? null : chart.extras().path(DIALECT).path(ID).textValue();
  }

  /** The extras of a chart, with the id that a client gave its widget. */
  static ObjectNode named(String id, @Nullable ObjectNode extras) {
    ObjectNode all = extras == null ? RackNapWire.object() : extras.deepCopy();
    all.putObject(DIALECT).put(ID, id);
    return all;
  }
}

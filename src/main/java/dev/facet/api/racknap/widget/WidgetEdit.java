package dev.facet.api.racknap.widget;

import dev.facet.form.board.ChartForm;
import dev.facet.form.board.DashboardForm;
import dev.facet.form.board.SectionForm;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Puts a list of widgets in the place of the one before. A widget of a known id stays the chart and
 * card it was, in its section; a new one lies in the section of the widget before it.
 */
public final class WidgetEdit {
  private final LongPredicate isSaved;
  private final Map<String, Widget> known = new HashMap<>();
  private final List<SectionPlan> plans = new ArrayList<>();

  private WidgetEdit(DashboardForm before, LongPredicate isSaved) {
    this.isSaved = isSaved;
    Widgets.of(before).forEach(widget -> known.put(widget.id(), widget));
    List<SectionForm> sections = before.sections() == null ? List.of() : before.sections();
    sections.forEach(section -> plans.add(new SectionPlan(section)));
    if (plans.isEmpty()) {
      plans.add(new SectionPlan(new SectionForm("", List.of(), null)));
    }
  }

  /** The sections of a new dashboard. */
  public static List<SectionForm> create(List<WidgetInput> sent) {
    return new WidgetEdit(Forms.EMPTY, id -> false).apply(sent);
  }

  /**
   * The sections that put these widgets in the place of those before.
   *
   * @param isSaved whether an insight stands by itself, so that no widget may change its query
   */
  public static List<SectionForm> replace(
      DashboardForm before, List<WidgetInput> sent, LongPredicate isSaved) {
    return new WidgetEdit(before, isSaved).apply(sent);
  }

  private List<SectionForm> apply(List<WidgetInput> sent) {
    List<String> ids = ids(sent);
    SectionPlan here = plans.getFirst();
    for (int i = 0; i < sent.size(); i++) {
      WidgetInput input = sent.get(i);
      Widget old = known.get(ids.get(i));
      ChartForm chart = chart(input, ids.get(i), old);
      if (old != null) {
        here = planOf(old);
        here.keep(old.card(), size(input, old), chart);
      } else {
        here.add(size(input, null), chart);
      }
    }
    return plans.stream().filter(SectionPlan::isThere).map(SectionPlan::form).toList();
  }

  private SectionPlan planOf(Widget widget) {
    return plans.stream()
        .filter(plan -> plan.holds(widget.card()))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("A widget outside of all sections"));
  }

  /** The ids of the widgets; those left out get the lowest number that was never seen here. */
  private List<String> ids(List<WidgetInput> sent) {
    Set<String> taken = new HashSet<>(known.keySet());
    sent.stream().map(WidgetInput::id).filter(Objects::nonNull).forEach(taken::add);
    List<String> ids = new ArrayList<>();
    int number = 1;
    for (WidgetInput input : sent) {
      String id = input.id();
      while (id == null) {
        String next = Widgets.UNNAMED + number++;
        id = taken.add(next) ? next : null;
      }
      ids.add(id);
    }
    return ids;
  }

  /** Null for the size of the card it is on. */
  private static @Nullable Size size(WidgetInput input, @Nullable Widget old) {
    boolean stays = old != null && input.type().equals(WidgetType.CHART);
    Size size = input.size() == null && !stays ? Size.MEDIUM : input.size();
    return old != null && old.size() == size ? null : size;
  }

  private ChartForm chart(WidgetInput input, String id, @Nullable Widget old) {
    WidgetType type = WidgetType.of(input.type()).orElse(null);
    if (type == null) {
      if (old == null || old.type().isPresent() || !input.type().equals(WidgetType.CHART)) {
        throw input.unsupported();
      }
      return Forms.kept(old.chart(), or(input.title(), old.chart().title()), id);
    }
    String title = or(input.title(), type.title);
    if (old == null) {
      return Forms.fresh(input.path(), title, type, id);
    }
    return old.type().filter(type::equals).isPresent()
        ? Forms.kept(old.chart(), title, id)
        : changed(input, old.chart(), title, type, id);
  }

  /** The chart asks something else now; an insight that stands by itself is left alone. */
  private ChartForm changed(
      WidgetInput input, ChartForm old, @Nullable String title, WidgetType type, String id) {
    Long insight = old.insight();
    boolean shared = insight == null || isSaved.test(insight);
    return shared ? Forms.fresh(input.path(), title, type, id) : Forms.asking(old, title, type, id);
  }

  private static @Nullable String or(@Nullable String given, @Nullable String otherwise) {
    return given == null ? otherwise : given;
  }
}

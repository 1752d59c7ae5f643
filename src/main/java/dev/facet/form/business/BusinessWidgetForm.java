package dev.facet.form.business;

import dev.facet.form.Fields;
import dev.facet.query.Query.BusinessWidget;
import dev.facet.query.Query.BusinessWidget.Widget;
import java.util.Arrays;
import java.util.Set;

/** {@code BusinessWidget} nodes: {@code widget} names the number. */
public final class BusinessWidgetForm {
  private BusinessWidgetForm() {}

  /** Reads {@code widget}; whoever calls checks that there is nothing else. */
  public static BusinessWidget read(Fields fields) {
    fields.ignore(Set.of("kind"));
    String word = fields.requiredText("widget");
    return Widget.of(word)
        .map(BusinessWidget::new)
        .orElseThrow(
            () ->
                Fields.notOneOf(
                    fields.path("widget"),
                    word,
                    Arrays.stream(Widget.values()).map(Widget::word).toList()));
  }
}

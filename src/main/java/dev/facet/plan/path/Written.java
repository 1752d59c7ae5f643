package dev.facet.plan.path;

import dev.facet.model.FailureException;
import dev.facet.model.Values;
import dev.facet.plan.Expression;
import dev.facet.plan.Function;
import dev.facet.plan.event.EventRows;
import dev.facet.query.PropertyRef;
import dev.facet.query.PropertyRef.Source;
import dev.facet.query.Syntax;
import java.util.List;
import java.util.Locale;

/**
 * Places as they can be written: columns and properties of events, texts, and these put together.
 *
 * @param path where the text stands in the request
 */
record Written(String path) {

  /** The place of an event. */
  Expression text(Syntax syntax) {
    if (syntax instanceof Syntax.Name name) {
      return EventRows.text(property(name));
    }
    if (syntax instanceof Syntax.Constant constant) {
      return Expression.text(Values.text(constant.value()));
    }
    if (syntax instanceof Syntax.Call call && !call.arguments().isEmpty()) {
      List<Expression> arguments = call.arguments().stream().map(this::text).toList();
      String function = call.function().toLowerCase(Locale.ROOT);
      if (function.equals("concat")) {
        return new Expression.Call(Function.CONCAT, arguments);
      }
      if (function.equals("coalesce") || function.equals("ifnull")) {
        return new Expression.Call(Function.COALESCE, arguments);
      }
    }
    throw refused(syntax.place());
  }

  private PropertyRef property(Syntax.Name name) {
    List<String> parts = name.parts();
    if (parts.size() == 1 && PropertyRef.METADATA.contains(parts.getFirst())) {
      PropertyRef column = new PropertyRef(Source.METADATA, parts.getFirst());
      if (!column.isTime()) {
        return column;
      }
    }
    if (parts.size() == 2 && parts.getFirst().equals("properties")) {
      return new PropertyRef(Source.EVENT, parts.get(1));
    }
    if (parts.size() == 3 && parts.subList(0, 2).equals(List.of("person", "properties"))) {
      return new PropertyRef(Source.PERSON, parts.get(2));
    }
    throw refused(name.place());
  }

  private FailureException refused(Syntax.Place place) {
    return FailureException.invalid(
        "unknown_expression",
        path,
        "Line "
            + place.line()
            + ", column "
            + place.column()
            + ": a place is written with event, properties.x, person.properties.x, texts, concat,"
            + " || and coalesce.");
  }
}

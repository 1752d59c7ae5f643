package dev.facet.form.tree;

import dev.facet.form.board.AvailableFilter;
import dev.facet.model.FailureException;
import dev.facet.query.DatasetTree;
import dev.facet.query.DatasetTree.Decorators;
import dev.facet.query.DatasetTree.Decorators.Model;
import dev.facet.query.DatasetTree.Node;
import dev.facet.query.DatasetTree.Source;
import dev.facet.query.DatasetTree.Transformation;
import dev.facet.query.OtqlQuery;
import dev.facet.query.text.OtqlText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is asked for the values of a filter.
 *
 * @param values has the values as keys
 * @param labels has what they are called as keys, in the same order
 */
public record FilterValues(DatasetTree values, DatasetTree labels) {

  /** The questions of a filter; one that says none that can be understood is refused. */
  public static FilterValues of(AvailableFilter filter) {
    String text = filter.valuesQuery();
    if (text == null) {
      throw wrong(filter, "is missing.");
    }
    try {
      Node leaf = new Node.Leaf(new OtqlQuery(OtqlText.statement(text)), Source.PLAIN);
      Model model = model(filter.name());
      return new FilterValues(
          new DatasetTree(leaf), new DatasetTree(model == null ? leaf : named(leaf, model)));
    } catch (FailureException e) {
      throw wrong(filter, "is not understood: " + e.failure().message());
    }
  }

  /** What is wrong with the query that a filter's values come from. */
  public static FailureException wrong(AvailableFilter filter, String how) {
    return FailureException.invalid(
        "values_query",
        "values_query",
        "The values_query of the filter '%s' %s".formatted(filter.name(), how));
  }

  private static @Nullable Model model(String name) {
    for (Model model : Model.values()) {
      if (model.name().equalsIgnoreCase(name)) {
        return model;
      }
    }
    return null;
  }

  private static Node named(Node leaf, Model model) {
    return new Node.Transformed(
        new Transformation.GetDecorators(new Decorators(model, null)),
        List.of(leaf),
        null,
        model == Model.CHANNELS ? ChannelNames.QUERY : null);
  }
}

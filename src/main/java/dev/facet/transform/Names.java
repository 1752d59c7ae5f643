package dev.facet.transform;

import dev.facet.query.DatasetTree.Decorators.Model;
import java.util.Map;

/** What things of a project are called, by what they are and their ids. */
public record Names(Map<Model, Map<String, String>> byModel) {
  public static final Names NONE = new Names(Map.of());

  public Names {
    byModel = Map.copyOf(byModel);
  }

  /** The name, or the id where there is none. */
  String of(Model model, String id) {
    return byModel.getOrDefault(model, Map.of()).getOrDefault(id, id);
  }
}

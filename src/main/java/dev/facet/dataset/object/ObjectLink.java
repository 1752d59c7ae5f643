package dev.facet.dataset.object;

import java.util.List;

/**
 * From an object to those of another type that hang on it.
 *
 * @param type the name of the other type
 * @param on the columns that are equal on both sides
 */
public record ObjectLink(String name, String type, List<String> on) {
  public ObjectLink {
    on = List.copyOf(on);
  }
}

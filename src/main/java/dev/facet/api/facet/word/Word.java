package dev.facet.api.facet.word;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.facet.api.facet.FacetWire;
import org.jspecify.annotations.Nullable;

/**
 * A name that questions may use.
 *
 * @param type the type of its values, null when unknown or when it has none
 * @param index the number that stands for it in questions, null when the name does
 */
record Word(String name, @Nullable String type, @Nullable Long index) {

  static Word of(String name) {
    return new Word(name, null, null);
  }

  static Word of(String name, @Nullable String type) {
    return new Word(name, type, null);
  }

  ObjectNode shown() {
    ObjectNode node = FacetWire.object().put("name", name).put("type", type);
    return index == null ? node : node.put("index", index);
  }
}

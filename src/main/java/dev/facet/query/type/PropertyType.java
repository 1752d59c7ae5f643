package dev.facet.query.type;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What the values of a property are read as. */
public enum PropertyType {
  STRING("String"),
  NUMERIC("Numeric"),
  BOOLEAN("Boolean"),
  DATE_TIME("DateTime");

  private final String word;

  PropertyType(String word) {
    this.word = word;
  }

  /** The type's name in datasets and APIs. */
  public String word() {
    return word;
  }

  /** The type of this name. */
  public static Optional<PropertyType> of(String word) {
    return Arrays.stream(values()).filter(type -> type.word.equals(word)).findFirst();
  }

  /** All names. */
  public static List<String> words() {
    return Arrays.stream(values()).map(PropertyType::word).toList();
  }
}

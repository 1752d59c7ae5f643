package dev.facet.model;

import org.jspecify.annotations.Nullable;

/**
 * Where in a request something stood, for failures that are only found when it is planned. All
 * places are equal: they say nothing about what is asked.
 *
 * @param path null when it stood in no request
 */
public record Place(@Nullable String path) {
  public static final Place NONE = new Place(null);

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Place;
  }

  @Override
  public int hashCode() {
    return 0;
  }
}

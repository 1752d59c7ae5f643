package dev.facet.dataset.cube;

/** What facts of a cube are told apart by. */
public record CubeDimension(String name, Source source) {

  /** Whether a fact may have several values: it counts in the row of each. */
  public boolean isSeveral() {
    return source instanceof Source.Segments
        || source instanceof Source.Activity(var value) && value.type().isListOfOne();
  }
}

package dev.facet.report.draw;

import java.util.List;

/** Marks on a white page, the first lowest. */
public record Picture(double width, double height, List<Mark> marks) {
  public Picture {
    marks = List.copyOf(marks);
  }

  /** The texts on it, in the order they were drawn. */
  public List<String> texts() {
    return marks.stream()
        .filter(Mark.Label.class::isInstance)
        .map(mark -> ((Mark.Label) mark).text())
        .toList();
  }
}

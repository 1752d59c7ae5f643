package dev.facet.report.draw;

import java.util.List;

/** One thing that is drawn. */
public sealed interface Mark {

  /** A filled rectangle, its corners rounded by {@code radius}. */
  record Box(Frame frame, double radius, Ink ink) implements Mark {}

  /** A line from point to point. */
  record Line(List<Point> points, double width, boolean dashed, Ink ink) implements Mark {
    public Line {
      points = List.copyOf(points);
    }
  }

  /** A filled polygon. */
  record Area(List<Point> points, Ink ink) implements Mark {
    public Area {
      points = List.copyOf(points);
    }
  }

  /**
   * A part of a ring; of a disc when {@code inner} is 0.
   *
   * @param from where it begins, in parts of a whole turn, clockwise from the top
   * @param turn how far it goes, in parts of a whole turn
   */
  record Ring(Point center, double inner, double outer, double from, double turn, Ink ink)
      implements Mark {}

  /** A line of text; {@code at} lies on its base line, where {@code anchor} says. */
  record Label(Point at, String text, Lettering lettering, Anchor anchor, Ink ink) implements Mark {

    /** Where the text begins to be drawn. */
    double left() {
      return switch (anchor) {
        case START -> at.x();
        case MIDDLE -> at.x() - lettering.width(text) / 2;
        case END -> at.x() - lettering.width(text);
      };
    }
  }

  /** Which part of a text lies at its point. */
  enum Anchor {
    START,
    MIDDLE,
    END
  }
}

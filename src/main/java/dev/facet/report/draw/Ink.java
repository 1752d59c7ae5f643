package dev.facet.report.draw;

/**
 * What a mark is drawn with.
 *
 * @param color red, green and blue as {@code #rrggbb}
 * @param opacity from 0 for nothing to 1
 */
public record Ink(String color, double opacity) {

  public Ink {
    if (!color.matches("#[0-9a-fA-F]{6}")) {
      throw new IllegalArgumentException("No colour: " + color);
    }
  }

  public static Ink of(String color) {
    return new Ink(color, 1);
  }

  public Ink faded(double part) {
    return new Ink(color, opacity * part);
  }

  int rgb() {
    return Integer.parseInt(color.substring(1), 16);
  }
}

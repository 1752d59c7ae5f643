package dev.facet.report.draw;

import java.awt.Shape;
import java.awt.geom.PathIterator;
import java.util.Locale;

/** Pictures as SVG. */
public final class Svg {
  private static final String FONTS = "'Noto Sans', 'DejaVu Sans', sans-serif";

  private final StringBuilder out = new StringBuilder();

  private Svg() {}

  public static String of(Picture picture) {
    Svg svg = new Svg();
    svg.line(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%s\" height=\"%s\" viewBox=\"0 0 %s %s\""
            + " font-family=\"%s\">",
        number(picture.width()),
        number(picture.height()),
        number(picture.width()),
        number(picture.height()),
        FONTS);
    svg.line("<rect width=\"100%%\" height=\"100%%\" fill=\"#ffffff\"/>");
    picture.marks().forEach(svg::mark);
    svg.line("</svg>");
    return svg.out.toString();
  }

  private void line(String format, Object... arguments) {
    out.append(String.format(Locale.ROOT, format, arguments)).append('\n');
  }

  private void mark(Mark mark) {
    switch (mark) {
      case Mark.Box(Frame f, double radius, Ink ink) ->
          line(
              "<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" rx=\"%s\" %s/>",
              number(f.x()),
              number(f.y()),
              number(f.width()),
              number(f.height()),
              number(radius),
              fill(ink));
      case Mark.Area area -> line("<path d=\"%s\" %s/>", path(Outline.of(area)), fill(area.ink()));
      case Mark.Ring ring -> line("<path d=\"%s\" %s/>", path(Outline.of(ring)), fill(ring.ink()));
      case Mark.Line line ->
          line(
              "<path d=\"%s\" fill=\"none\" stroke=\"%s\" stroke-opacity=\"%s\""
                  + " stroke-width=\"%s\"%s/>",
              path(Outline.of(line)),
              line.ink().color(),
              number(line.ink().opacity()),
              number(line.width()),
              line.dashed() ? " stroke-dasharray=\"6 4\"" : "");
      case Mark.Label label -> label(label);
    }
  }

  private void label(Mark.Label label) {
    line(
        "<text x=\"%s\" y=\"%s\" font-size=\"%s\"%s text-anchor=\"%s\" %s>%s</text>",
        number(label.at().x()),
        number(label.at().y()),
        number(label.lettering().size()),
        label.lettering().bold() ? " font-weight=\"600\"" : "",
        label.anchor().name().toLowerCase(Locale.ROOT),
        fill(label.ink()),
        escaped(label.text()));
  }

  private static String fill(Ink ink) {
    return ink.opacity() >= 1
        ? "fill=\"" + ink.color() + "\""
        : "fill=\"" + ink.color() + "\" fill-opacity=\"" + number(ink.opacity()) + "\"";
  }

  private static String number(double value) {
    String text = String.format(Locale.ROOT, "%.2f", value);
    return text.endsWith(".00") ? text.substring(0, text.length() - 3) : text;
  }

  /** Characters that XML cannot hold become spaces. */
  private static String escaped(String text) {
    return text.replaceAll("[^\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]", " ")
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;");
  }

  private static String path(Shape shape) {
    StringBuilder path = new StringBuilder();
    double[] at = new double[6];
    for (PathIterator each = shape.getPathIterator(null); !each.isDone(); each.next()) {
      switch (each.currentSegment(at)) {
        case PathIterator.SEG_MOVETO -> step(path, "M", at, 2);
        case PathIterator.SEG_LINETO -> step(path, "L", at, 2);
        case PathIterator.SEG_QUADTO -> step(path, "Q", at, 4);
        case PathIterator.SEG_CUBICTO -> step(path, "C", at, 6);
        default -> path.append('Z');
      }
    }
    return path.toString();
  }

  private static void step(StringBuilder path, String letter, double[] at, int count) {
    path.append(letter);
    for (int i = 0; i < count; i++) {
      path.append(i == 0 ? "" : " ").append(number(at[i]));
    }
  }
}

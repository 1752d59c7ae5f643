package dev.facet.report.draw;

import java.util.ArrayList;
import java.util.List;

/** How a text is written, and how much room it takes. */
public record Lettering(double size, boolean bold) {
  private static final String CUT = "…";

  /** Plain letters. */
  public static Lettering of(double size) {
    return new Lettering(size, false);
  }

  /** Heavy letters. */
  public static Lettering bold(double size) {
    return new Lettering(size, true);
  }

  /** From one line to the next. */
  public double leading() {
    return size * 1.4;
  }

  public double width(String text) {
    return Typeface.runs(text, bold).stream().mapToDouble(Typeface.Run::width).sum() * size;
  }

  /** The text, or its beginning and an ellipsis when it is wider than there is room. */
  public String cut(String text, double room) {
    if (width(text) <= room) {
      return text;
    }
    int[] letters = text.codePoints().toArray();
    int low = 0;
    int high = letters.length;
    while (low < high) {
      int middle = (low + high + 1) / 2;
      if (width(begin(letters, middle) + CUT) <= room) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low == 0 ? "" : begin(letters, low).stripTrailing() + CUT;
  }

  /** The text, or both its ends around an ellipsis when it is wider than there is room. */
  public String squeeze(String text, double room) {
    if (width(text) <= room) {
      return text;
    }
    int[] letters = text.codePoints().toArray();
    int low = 0;
    int high = letters.length;
    while (low < high) {
      int middle = (low + high + 1) / 2;
      if (width(ends(letters, middle)) <= room) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low == 0 ? "" : ends(letters, low);
  }

  private static String ends(int[] letters, int count) {
    int tail = count / 2;
    String end = new String(letters, letters.length - tail, tail);
    return begin(letters, count - tail).stripTrailing() + CUT + end.stripLeading();
  }

  private static String begin(int[] letters, int count) {
    return new String(letters, 0, count);
  }

  /** The text on lines that are no wider than there is room; what is beyond the last is cut. */
  public List<String> wrap(String text, double room, int lines) {
    List<String> wrapped = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : text.strip().split("\\s+")) {
      boolean isLast = wrapped.size() == lines - 1;
      if (!line.isEmpty() && !isLast && width(line + " " + word) > room) {
        wrapped.add(cut(line.toString(), room));
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " ").append(word);
    }
    wrapped.add(cut(line.toString(), room));
    return wrapped;
  }
}

package dev.facet.report.draw;

import java.awt.geom.GeneralPath;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.text.Bidi;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.GlyphData;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/**
 * The fonts that come along. A letter is taken from the first that has it; what none has is shown
 * as U+FFFD. Safe for many threads: each font is read by one at a time.
 */
final class Typeface {
  private static final String NOBODY_HAS = "\uFFFD";

  /** Loaded when the first text is measured. */
  private static final class Loaded {
    static final Typeface REGULAR = load("NotoSans-Regular.ttf");
    static final Typeface BOLD = load("NotoSans-SemiBold.ttf");
    static final Typeface FURTHER = load("DejaVuSans.ttf");
  }

  /** A stretch of text in one font; {@code width} is for letters of size 1. */
  record Run(Typeface typeface, String text, double width) {}

  private record Letter(Typeface typeface, String text, int glyph) {}

  private final String file;
  private final TrueTypeFont font;
  private final CmapLookup letters;
  private final double unit;
  private final Map<Integer, Double> widths = new ConcurrentHashMap<>();
  private final Map<Integer, GeneralPath> outlines = new ConcurrentHashMap<>();

  private Typeface(String file, TrueTypeFont font) throws IOException {
    this.file = file;
    this.font = font;
    this.letters = font.getUnicodeCmapLookup();
    this.unit = 1.0 / font.getUnitsPerEm();
  }

  private static Typeface load(String file) {
    try (InputStream in = open(file)) {
      return new Typeface(file, new TTFParser().parse(new RandomAccessReadBuffer(in)));
    } catch (IOException e) {
      throw new UncheckedIOException("The font " + file + " cannot be read", e);
    }
  }

  private static InputStream open(String file) throws IOException {
    InputStream in = Typeface.class.getResourceAsStream("/font/" + file);
    if (in == null) {
      throw new IOException("No font " + file);
    }
    return in;
  }

  /** The bytes of the font's file. */
  InputStream open() throws IOException {
    return open(file);
  }

  /** The text as stretches that are each in one font, in the order they are seen in. */
  static List<Run> runs(String logical, boolean bold) {
    String text = seen(logical);
    List<Run> runs = new ArrayList<>();
    StringBuilder same = new StringBuilder();
    double width = 0;
    Typeface typeface = bold ? Loaded.BOLD : Loaded.REGULAR;
    for (int i = 0; i < text.length(); i = text.offsetByCodePoints(i, 1)) {
      Letter letter = letter(text.codePointAt(i), bold);
      if (letter.typeface() != typeface && !same.isEmpty()) {
        runs.add(new Run(typeface, same.toString(), width));
        same.setLength(0);
        width = 0;
      }
      typeface = letter.typeface();
      same.append(letter.text());
      width += typeface.width(letter.glyph());
    }
    if (!same.isEmpty()) {
      runs.add(new Run(typeface, same.toString(), width));
    }
    return runs;
  }

  /** Text that runs from right to left is turned; letters are not joined. */
  private static String seen(String text) {
    char[] letters = text.toCharArray();
    if (!Bidi.requiresBidi(letters, 0, letters.length)) {
      return text;
    }
    Bidi bidi = new Bidi(text, Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT);
    int count = bidi.getRunCount();
    byte[] levels = new byte[count];
    String[] parts = new String[count];
    for (int i = 0; i < count; i++) {
      levels[i] = (byte) bidi.getRunLevel(i);
      String part = text.substring(bidi.getRunStart(i), bidi.getRunLimit(i));
      parts[i] = levels[i] % 2 == 0 ? part : new StringBuilder(part).reverse().toString();
    }
    Bidi.reorderVisually(levels, 0, parts, 0, count);
    return String.join("", parts);
  }

  private static Letter letter(int codePoint, boolean bold) {
    int shown = Character.isWhitespace(codePoint) || isUnseen(codePoint) ? ' ' : codePoint;
    String text = Character.toString(shown);
    return (bold ? Loaded.BOLD : Loaded.REGULAR)
        .find(text)
        .or(() -> Loaded.FURTHER.find(text))
        .or(() -> Loaded.FURTHER.find(NOBODY_HAS))
        .orElseThrow();
  }

  private static boolean isUnseen(int codePoint) {
    return Character.isISOControl(codePoint)
        || Character.getType(codePoint) == Character.FORMAT
        || codePoint == 0xFE0F;
  }

  private Optional<Letter> find(String text) {
    int glyph = letters.getGlyphId(text.codePointAt(0));
    return glyph == 0 ? Optional.empty() : Optional.of(new Letter(this, text, glyph));
  }

  private double width(int glyph) {
    return widths.computeIfAbsent(glyph, this::readWidth);
  }

  private double readWidth(int glyph) {
    synchronized (font) {
      try {
        return font.getAdvanceWidth(glyph) * unit;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** Takes each letter's outline, in letters of size 1 with y upwards, and where it begins. */
  interface Pen {
    void draw(GeneralPath outline, double left, double unit);
  }

  /** Draws a stretch of text in this font. */
  void draw(String text, Pen pen) {
    double left = 0;
    for (int i = 0; i < text.length(); i = text.offsetByCodePoints(i, 1)) {
      int glyph = letters.getGlyphId(text.codePointAt(i));
      pen.draw(outlines.computeIfAbsent(glyph, this::readOutline), left, unit);
      left += width(glyph);
    }
  }

  private GeneralPath readOutline(int glyph) {
    synchronized (font) {
      try {
        GlyphData data = font.getGlyph().getGlyph(glyph);
        return data == null ? new GeneralPath() : data.getPath();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}

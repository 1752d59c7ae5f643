package dev.facet.ingest.sheet;

import dev.facet.model.FailureException;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/**
 * A file of any length, plain or packed with gzip, read as sheets of whole rows one after the
 * other; in CSV each has the columns that the first line names. For one thread.
 */
public final class Parts implements AutoCloseable {
  private static final int MOST_OF_UTF16 = 64 << 20;
  private static final String ANY_DELIMITER = ",;\t|";

  private final InputStream in;
  private final Sizes sizes;
  private final byte[] first;
  private final boolean isJson;
  private final char delimiter;
  private final RowEnds ends;
  private int line;
  private boolean begun;
  private boolean ended;

  /**
   * How much is read at a time, in bytes.
   *
   * @param part how long a part is at least, unless the file ends with it
   * @param row how long a row may be
   */
  record Sizes(int part, int row) {
    static final Sizes USUAL = new Sizes(4 << 20, 16 << 20);
  }

  private Parts(InputStream in, Optional<Character> delimiter, Sizes sizes) throws IOException {
    this.in = in;
    this.sizes = sizes;
    this.line = 1;
    this.first = first();
    String text = Decoding.text(first);
    this.isJson = text.stripLeading().startsWith("{");
    this.delimiter = delimiter.orElseGet(() -> CsvLines.delimiter(text));
    this.ends = isJson ? RowEnds.ofLines() : RowEnds.ofCells(String.valueOf(this.delimiter));
  }

  /**
   * Begins to read a file.
   *
   * @param delimiter what stands between cells; empty to find out
   * @throws FailureException Invalid, as later for each part, when a row is too long to be one
   */
  public static Parts of(InputStream file, Optional<Character> delimiter) throws IOException {
    return of(file, delimiter, Sizes.USUAL);
  }

  static Parts of(InputStream file, Optional<Character> delimiter, Sizes sizes) throws IOException {
    InputStream plain = plain(file);
    return new Parts(isUtf16(plain) ? inUtf8(plain) : plain, delimiter, sizes);
  }

  private static InputStream plain(InputStream file) throws IOException {
    BufferedInputStream bytes = new BufferedInputStream(file);
    byte[] two = peek(bytes);
    boolean packed = two.length == 2 && two[0] == 0x1F && two[1] == (byte) 0x8B;
    return packed ? new BufferedInputStream(new GZIPInputStream(bytes)) : bytes;
  }

  private static byte[] peek(InputStream bytes) throws IOException {
    bytes.mark(2);
    byte[] two = bytes.readNBytes(2);
    bytes.reset();
    return two;
  }

  private static boolean isUtf16(InputStream plain) throws IOException {
    return Decoding.isUtf16(peek(plain));
  }

  private static InputStream inUtf8(InputStream plain) throws IOException {
    byte[] all = plain.readNBytes(MOST_OF_UTF16 + 1);
    if (all.length > MOST_OF_UTF16) {
      throw FailureException.invalid(
          "file_too_large",
          null,
          "A file in UTF-16 has at most %d MB: save it as UTF-8.".formatted(MOST_OF_UTF16 >> 20));
    }
    return new ByteArrayInputStream(Decoding.text(all).getBytes(StandardCharsets.UTF_8));
  }

  /** The row that names columns, of lines of JSON the first one, with what is blank before. */
  private byte[] first() throws IOException {
    RowEnds any = RowEnds.ofCells(ANY_DELIMITER);
    ByteArrayOutputStream rows = new ByteArrayOutputStream();
    do {
      rows.writeBytes(rows(any, 1));
      if (rows.size() > sizes.row()) {
        throw tooLong(line);
      }
    } while (!ended && namesNothing(rows.toByteArray()));
    return rows.toByteArray();
  }

  private static boolean namesNothing(byte[] rows) {
    Sheet read = Sheet.read(rows, Optional.empty(), Limits.NONE);
    return read.columns().isEmpty() && read.lines().isEmpty();
  }

  /** The next rows; without any, and without columns, of an empty file; empty after the last. */
  public Optional<Sheet> next() throws IOException {
    if (begun && ended) {
      return Optional.empty();
    }
    boolean hasFirst = !begun || !isJson;
    int before = begun ? line - 1 - (isJson ? 0 : lines(first)) : 0;
    begun = true;
    ByteArrayOutputStream part = new ByteArrayOutputStream();
    part.writeBytes(hasFirst ? first : new byte[0]);
    if (!ended) {
      part.writeBytes(rows(ends, sizes.part()));
    }
    Sheet read = Sheet.read(part.toByteArray(), Optional.of(delimiter), Limits.NONE);
    return Optional.of(read.after(before));
  }

  /** Whether nothing comes after what was read. */
  public boolean isAtEnd() {
    return begun && ended;
  }

  private static int lines(byte[] text) {
    int lines = 0;
    for (byte each : text) {
      lines += each == '\n' ? 1 : 0;
    }
    return lines;
  }

  /** Whole rows, of which some are not blank, until they are long enough. */
  private byte[] rows(RowEnds where, int least) throws IOException {
    ByteArrayOutputStream rows = new ByteArrayOutputStream();
    int row = 0;
    boolean isBlank = true;
    for (int next = in.read(); next >= 0; next = in.read()) {
      rows.write(next);
      isBlank &= Character.isWhitespace(next);
      boolean isEnd = where.isEnd(next);
      if (isEnd && !isBlank && rows.size() >= least) {
        line += lines(rows.toByteArray());
        return rows.toByteArray();
      }
      row = isEnd ? rows.size() : row;
      if (rows.size() - row > sizes.row()) {
        throw tooLong(line + lines(rows.toByteArray()));
      }
    }
    ended = true;
    return rows.toByteArray();
  }

  private FailureException tooLong(int at) {
    return FailureException.invalid(
        "row_too_long",
        null,
        "The row around line %d is longer than %d MB: is this a file of rows, and is a quote left open?"
            .formatted(at, sizes.row() >> 20));
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}

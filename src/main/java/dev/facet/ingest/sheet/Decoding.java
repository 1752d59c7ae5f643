package dev.facet.ingest.sheet;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** The text of a file. */
final class Decoding {
  /** What spreadsheets write that do not write UTF-8. */
  private static final Charset OTHERWISE = Charset.forName("windows-1252");

  private Decoding() {}

  static String text(byte[] file) {
    if (isUtf16(file)) {
      return new String(file, StandardCharsets.UTF_16);
    }
    String text;
    try {
      text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(file)).toString();
    } catch (CharacterCodingException e) {
      text = new String(file, OTHERWISE);
    }
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  /** Spreadsheets mark it at the beginning: their "Unicode text". */
  static boolean isUtf16(byte[] file) {
    return file.length > 1
        && (file[0] == (byte) 0xFF && file[1] == (byte) 0xFE
            || file[0] == (byte) 0xFE && file[1] == (byte) 0xFF);
  }
}

package dev.facet.api.posthog.capture;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads what lz-string's {@code compressToBase64} wrote: a Lempel-Ziv-Welch code of growing width,
 * its bits in base64. See <a
 * href="https://pieroxy.net/blog/pages/lz-string/index.html">pieroxy.net</a>.
 */
final class CaptureLz64 {
  private static final String ALPHABET =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  private static final int BITS = 6;
  private static final int NEW_BYTE = 0;
  private static final int NEW_CHAR = 1;
  private static final int END = 2;

  private final String text;
  private final int limit;
  private int bit;
  private final List<String> phrases = new ArrayList<>(List.of("", "", ""));
  private final StringBuilder out = new StringBuilder();

  private CaptureLz64(String text, int limit) {
    this.text = text;
    this.limit = limit;
  }

  /** The text that was packed, of at most {@code limit} characters. */
  static String decode(String base64, int limit) {
    if (base64.length() > limit) {
      throw CaptureFailures.bodyTooLarge(limit);
    }
    return new CaptureLz64(base64, limit).decode();
  }

  private String decode() {
    int width = 2;
    int code = bits(width);
    if (code == END) {
      return "";
    }
    String previous = fresh(code);
    phrases.add(previous);
    append(previous);
    width = widthFor(phrases.size());
    while ((code = bits(width)) != END) {
      String phrase;
      if (code == NEW_BYTE || code == NEW_CHAR) {
        phrase = fresh(code);
        phrases.add(phrase);
      } else {
        phrase = known(code, previous);
      }
      append(phrase);
      phrases.add(previous + phrase.charAt(0));
      width = widthFor(phrases.size());
      previous = phrase;
    }
    return out.toString();
  }

  /** Codes are as wide as the number of the phrase that comes next needs. */
  private static int widthFor(int size) {
    return Integer.SIZE - Integer.numberOfLeadingZeros(size);
  }

  private String fresh(int code) {
    if (code != NEW_BYTE && code != NEW_CHAR) {
      throw damaged();
    }
    return String.valueOf((char) bits(code == NEW_BYTE ? 8 : 16));
  }

  private String known(int code, String previous) {
    if (code < phrases.size()) {
      return phrases.get(code);
    }
    if (code == phrases.size()) {
      return previous + previous.charAt(0);
    }
    throw damaged();
  }

  private void append(String phrase) {
    out.append(phrase);
    if (out.length() > limit) {
      throw CaptureFailures.bodyTooLarge(limit);
    }
  }

  /** A number of so many bits, the lowest first. */
  private int bits(int count) {
    int value = 0;
    for (int i = 0; i < count; i++) {
      value |= next() << i;
    }
    return value;
  }

  private int next() {
    int at = bit / BITS;
    int digit = at < text.length() ? ALPHABET.indexOf(text.charAt(at)) : -1;
    if (digit < 0) {
      throw damaged();
    }
    return digit >> BITS - 1 - bit++ % BITS & 1;
  }

  private static RuntimeException damaged() {
    return CaptureFailures.undecodable("it is no lz64, or damaged or cut off");
  }
}

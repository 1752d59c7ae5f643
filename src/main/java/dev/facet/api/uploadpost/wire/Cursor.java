package dev.facet.api.uploadpost.wire;

import dev.facet.model.FailureException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** How far a list was read, as text that only we understand. */
public final class Cursor {
  private static final String MARK = "after:";
  private static final int DIGITS = 9;

  private Cursor() {}

  public static String of(long first) {
    byte[] text = (MARK + first).getBytes(StandardCharsets.US_ASCII);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(text);
  }

  /** How many items were read; what is no cursor of ours is refused. */
  public static long read(String cursor) {
    try {
      String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.US_ASCII);
      String number = text.startsWith(MARK) ? text.substring(MARK.length()) : "";
      if (number.matches("\\d{1," + DIGITS + "}") && of(Long.parseLong(number)).equals(cursor)) {
        return Long.parseLong(number);
      }
    } catch (IllegalArgumentException e) {
      throw unknown(cursor);
    }
    throw unknown(cursor);
  }

  private static FailureException unknown(String cursor) {
    return FailureException.invalid(
        "unknown_cursor",
        "cursor",
        "Parameter cursor: \"%s\" is no cursor of this list; take next_cursor of the page before."
            .formatted(Given.shown(cursor)));
  }
}

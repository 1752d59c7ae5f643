package dev.facet.store.memory;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.function.IntUnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What functions of texts compute; characters are code points. */
final class Texts {
  private static final int MOST_REPEATS = 10_000;
  private static final int CAPITAL_SHARP_S = 0x1E9E;

  private Texts() {}

  static String lower(String text) {
    return mapped(text, c -> isOfUnicode16(c) ? c : Character.toLowerCase(c));
  }

  /** Other engines have a capital letter for the sharp s, and letters of Unicode 16 not yet. */
  static String upper(String text) {
    return mapped(
        text,
        c -> {
          int upper = Character.toUpperCase(c);
          return c == 'ß' ? CAPITAL_SHARP_S : isOfUnicode16(upper) ? c : upper;
        });
  }

  private static String mapped(String text, IntUnaryOperator letter) {
    return text.codePoints()
        .map(letter)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  /** Capital letters that came with Unicode 16: Java knows them, other engines not yet. */
  private static boolean isOfUnicode16(int c) {
    return switch (c) {
      case 0x1C89, 0xA7CB, 0xA7CC, 0xA7DA, 0xA7DC -> true;
      default -> c >= 0x10D50 && c <= 0x10D65;
    };
  }

  static long length(String text) {
    return text.codePointCount(0, text.length());
  }

  static String substring(String text, long from, long count) {
    long length = length(text);
    long start = from < 0 ? length + from : from - 1;
    if (from == 0 || count <= 0 || start < 0 || start >= length) {
      return "";
    }
    long end = count >= length - start ? length : start + count;
    return text.substring(
        text.offsetByCodePoints(0, (int) start), text.offsetByCodePoints(0, (int) end));
  }

  static String replace(String text, String what, String by) {
    return what.isEmpty() ? text : text.replace(what, by);
  }

  static boolean matches(String text, String pattern) {
    Pattern compiled = pattern(pattern);
    return compiled != null && compiled.matcher(text).find();
  }

  static String trimSlash(String text) {
    return text.length() > 1 && text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
  }

  /** The replacement is no pattern; a malformed pattern finds nothing. */
  static String replaceAll(String text, String pattern, String replacement) {
    Pattern compiled = pattern(pattern);
    return compiled == null
        ? text
        : compiled.matcher(text).replaceAll(Matcher.quoteReplacement(replacement));
  }

  /** Null when it is malformed. */
  private static @Nullable Pattern pattern(String pattern) {
    try {
      return Pattern.compile(pattern);
    } catch (PatternSyntaxException malformed) {
      return null;
    }
  }

  /** In the replacement, a backslash and a digit stand for a group. */
  static @Nullable String replaceMatches(String text, String pattern, String by, boolean all) {
    Pattern compiled = pattern(pattern);
    if (compiled == null) {
      return null;
    }
    Matcher matcher = compiled.matcher(text);
    StringBuilder replaced = new StringBuilder();
    int done = 0;
    int last = -1;
    boolean more = true;
    while (more && matcher.find()) {
      if (matcher.end() == matcher.start() && matcher.start() == last) {
        continue;
      }
      replaced.append(text, done, matcher.start());
      appendReplacement(replaced, matcher, by);
      done = matcher.end();
      last = matcher.end();
      more = all;
    }
    return replaced.append(text, done, text.length()).toString();
  }

  private static void appendReplacement(StringBuilder out, Matcher matcher, String by) {
    for (int i = 0; i < by.length(); i++) {
      char c = by.charAt(i);
      if (c != '\\' || i + 1 == by.length()) {
        out.append(c);
        continue;
      }
      i++;
      char next = by.charAt(i);
      String group = Character.isDigit(next) ? matcher.group(next - '0') : "\\";
      out.append(group == null ? "" : group);
    }
  }

  static @Nullable String extract(String text, String pattern, long group) {
    Pattern compiled = pattern(pattern);
    if (compiled == null) {
      return null;
    }
    Matcher matcher = compiled.matcher(text);
    return matcher.find() ? Objects.requireNonNullElse(matcher.group((int) group), "") : "";
  }

  static @Nullable Object extractAll(String text, String pattern, long group) {
    Pattern compiled = pattern(pattern);
    if (compiled == null) {
      return null;
    }
    Matcher matcher = compiled.matcher(text);
    List<@Nullable Object> found = new ArrayList<>();
    while (matcher.find()) {
      found.add(Objects.requireNonNullElse(matcher.group((int) group), ""));
    }
    return found;
  }

  static List<@Nullable Object> split(String text, String separator) {
    if (separator.isEmpty()) {
      List<@Nullable Object> characters = new ArrayList<>();
      text.codePoints().forEach(c -> characters.add(Character.toString(c)));
      return text.isEmpty() ? new ArrayList<>(List.of("")) : characters;
    }
    List<@Nullable Object> parts = new ArrayList<>();
    int from = 0;
    for (int at = text.indexOf(separator); at >= 0; at = text.indexOf(separator, from)) {
      parts.add(text.substring(from, at));
      from = at + separator.length();
    }
    parts.add(text.substring(from));
    return parts;
  }

  static String join(List<?> texts, String separator) {
    return texts.stream()
        .filter(Objects::nonNull)
        .map(String::valueOf)
        .collect(Collectors.joining(separator));
  }

  static long position(String text, String what) {
    int at = text.indexOf(what);
    return at < 0 ? 0 : text.codePointCount(0, at) + 1L;
  }

  static String trimStart(String text, String characters) {
    int[] all = text.codePoints().toArray();
    int from = 0;
    while (from < all.length && characters.indexOf(all[from]) >= 0) {
      from++;
    }
    return new String(all, from, all.length - from);
  }

  static String trimEnd(String text, String characters) {
    int[] all = text.codePoints().toArray();
    int end = all.length;
    while (end > 0 && characters.indexOf(all[end - 1]) >= 0) {
      end--;
    }
    return new String(all, 0, end);
  }

  static @Nullable String pad(String text, long size, String with, boolean atStart) {
    int most = (int) Math.clamp(size, 0, MOST_REPEATS);
    int[] all = text.codePoints().toArray();
    if (all.length >= most) {
      return new String(all, 0, most);
    }
    int[] filling = with.codePoints().toArray();
    if (filling.length == 0) {
      return null;
    }
    StringBuilder fill = new StringBuilder();
    for (int i = 0; i < most - all.length; i++) {
      fill.appendCodePoint(filling[i % filling.length]);
    }
    return atStart ? fill + text : text + fill;
  }

  static @Nullable String repeat(String text, long times) {
    return times > MOST_REPEATS ? null : text.repeat((int) Math.max(times, 0));
  }

  static String reverse(String text) {
    int[] all = text.codePoints().toArray();
    StringBuilder reversed = new StringBuilder();
    for (int i = all.length - 1; i >= 0; i--) {
      reversed.appendCodePoint(all[i]);
    }
    return reversed.toString();
  }

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** The first 32 bits of the MD5 sum, divided by 2^32. */
  static double draw(String text) {
    return HexFormat.fromHexDigitsToLong(digest(text, "MD5"), 0, 8) / 0x1p32;
  }

  static String digest(String text, String algorithm) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(bytes(text)));
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException(missing);
    }
  }
}

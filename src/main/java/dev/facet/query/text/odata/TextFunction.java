package dev.facet.query.text.odata;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The functions of filters; all their arguments are texts. */
public enum TextFunction {
  CONTAINS(2, ValueType.TRUTH),
  STARTSWITH(2, ValueType.TRUTH),
  ENDSWITH(2, ValueType.TRUTH),
  TOLOWER(1, ValueType.TEXT),
  TOUPPER(1, ValueType.TEXT),
  LENGTH(1, ValueType.NUMBER);

  private final int arguments;
  private final ValueType result;

  TextFunction(int arguments, ValueType result) {
    this.arguments = arguments;
    this.result = result;
  }

  int arguments() {
    return arguments;
  }

  ValueType result() {
    return result;
  }

  /** The function's name as written. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<TextFunction> of(String word) {
    return Arrays.stream(values()).filter(each -> each.word().equals(word)).findFirst();
  }

  static List<String> words() {
    return Arrays.stream(values()).map(TextFunction::word).toList();
  }
}

package dev.facet.api.racknap.widget;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How large a widget is, and the card that stands for it. */
enum Size {
  SMALL(3, 3),
  MEDIUM(6, 4),
  LARGE(12, 6);

  private static final int WIDEST_SMALL = 4;
  private static final int WIDEST_MEDIUM = 8;

  final int width;
  final int height;

  Size(int width, int height) {
    this.width = width;
    this.height = height;
  }

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static List<String> words() {
    return Arrays.stream(values()).map(Size::word).toList();
  }

  static Optional<Size> of(String word) {
    return Arrays.stream(values()).filter(size -> size.word().equals(word)).findFirst();
  }

  /** The size that a card of this width is shown with. */
  static Size ofWidth(int columns) {
    if (columns <= WIDEST_SMALL) {
      return SMALL;
    }
    return columns <= WIDEST_MEDIUM ? MEDIUM : LARGE;
  }
}

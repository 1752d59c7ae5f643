package dev.facet.api.oktopost.wire;

import java.util.OptionalLong;

/**
 * Numbers as short words that say nothing: each number has one word and each word one number, so
 * that a word lives as long as what is numbered and nothing has to be kept. No secret.
 */
public enum OpaqueId {
  /** Ten characters. */
  DASHBOARD(10, 0x2D8F1C3A5B7L),
  /** Eight characters. */
  WIDGET(8, 0x1B6E94D2F5L);

  private static final String LETTERS = "0123456789abcdefghijkmnpqrstuvwx";
  private static final int BITS_OF_LETTER = 5;

  private final int length;
  private final int bits;
  private final long factor;
  private final long back;

  /**
   * @param factor odd, so that there is a way back
   */
  OpaqueId(int length, long factor) {
    this.length = length;
    this.bits = length * BITS_OF_LETTER;
    this.factor = factor;
    this.back = inverse(factor);
  }

  /** Each round doubles the number of bits that are right. */
  private static long inverse(long odd) {
    long inverse = odd;
    for (int round = 0; round < 5; round++) {
      inverse *= 2 - odd * inverse;
    }
    return inverse;
  }

  private long cut(long value) {
    return value & ((1L << bits) - 1);
  }

  private long fold(long value) {
    return value ^ (value >>> (bits / 2));
  }

  /** The word of a number from 1 on. */
  public String of(long number) {
    long mixed = cut(fold(cut(fold(cut(number * factor)) * factor)) * factor);
    StringBuilder word = new StringBuilder(length);
    for (int shift = bits - BITS_OF_LETTER; shift >= 0; shift -= BITS_OF_LETTER) {
      word.append(LETTERS.charAt((int) (mixed >>> shift) & (LETTERS.length() - 1)));
    }
    return word.toString();
  }

  /** The number of a word, empty when no number has it. */
  public OptionalLong number(String word) {
    if (word.length() != length || word.chars().anyMatch(c -> LETTERS.indexOf(c) < 0)) {
      return OptionalLong.empty();
    }
    long mixed = 0;
    for (int i = 0; i < length; i++) {
      mixed = mixed << BITS_OF_LETTER | LETTERS.indexOf(word.charAt(i));
    }
    return OptionalLong.of(cut(fold(cut(fold(cut(mixed * back)) * back)) * back));
  }
}

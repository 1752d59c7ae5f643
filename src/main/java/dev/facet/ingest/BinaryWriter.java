package dev.facet.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Plain values as bytes; {@link BinaryReader} reads them back. A name is written out once, then
 * referred to.
 */
final class BinaryWriter {
  static final byte NULL = 0;
  static final byte FALSE = 1;
  static final byte TRUE = 2;
  static final byte LONG = 3;
  static final byte DOUBLE = 4;
  static final byte TEXT = 5;
  static final byte LIST = 6;
  static final byte MAP = 7;

  private byte[] bytes = new byte[1 << 12];
  private int length;
  private final Map<String, Integer> names = new HashMap<>();

  byte[] toBytes() {
    return Arrays.copyOf(bytes, length);
  }

  private void reserve(int more) {
    if (bytes.length - length < more) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
    }
  }

  void octet(int value) {
    reserve(1);
    bytes[length++] = (byte) value;
  }

  /** Eight bytes, the highest first. */
  void fixed(long value) {
    reserve(Long.BYTES);
    for (int shift = 56; shift >= 0; shift -= 8) {
      bytes[length++] = (byte) (value >>> shift);
    }
  }

  /** A number that is mostly small and never negative. */
  void count(long value) {
    reserve(10);
    long rest = value;
    while ((rest & ~0x7FL) != 0) {
      bytes[length++] = (byte) (rest | 0x80);
      rest >>>= 7;
    }
    bytes[length++] = (byte) rest;
  }

  /** A number that is mostly near zero. */
  void number(long value) {
    count(value << 1 ^ value >> 63);
  }

  void text(String text) {
    byte[] encoded = text.getBytes(UTF_8);
    count(encoded.length);
    reserve(encoded.length);
    System.arraycopy(encoded, 0, bytes, length, encoded.length);
    length += encoded.length;
  }

  void name(String name) {
    Integer known = names.putIfAbsent(name, names.size() + 1);
    if (known == null) {
      count(0);
      text(name);
    } else {
      count(known);
    }
  }

  void map(Map<?, ?> map) {
    count(map.size());
    map.forEach(
        (key, value) -> {
          name(String.valueOf(key));
          value(value);
        });
  }

  void value(@Nullable Object value) {
    switch (value) {
      case null -> octet(NULL);
      case String text -> {
        octet(TEXT);
        text(text);
      }
      case Long number -> {
        octet(LONG);
        number(number);
      }
      case Double number -> {
        octet(DOUBLE);
        fixed(Double.doubleToRawLongBits(number));
      }
      case Boolean truth -> octet(truth ? TRUE : FALSE);
      case List<?> list -> {
        octet(LIST);
        count(list.size());
        list.forEach(this::value);
      }
      case Map<?, ?> map -> {
        octet(MAP);
        map(map);
      }
      default -> throw new IllegalArgumentException("Not a plain value: " + value.getClass());
    }
  }
}

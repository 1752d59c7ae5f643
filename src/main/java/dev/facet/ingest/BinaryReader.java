package dev.facet.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads what {@link BinaryWriter} wrote. */
final class BinaryReader {
  private final byte[] bytes;
  private int at;
  private final List<String> names = new ArrayList<>();

  BinaryReader(byte[] bytes, int start) {
    this.bytes = bytes;
    this.at = start;
  }

  byte octet() {
    return bytes[at++];
  }

  long fixed() {
    long value = 0;
    for (int i = 0; i < Long.BYTES; i++) {
      value = value << 8 | (bytes[at++] & 0xFF);
    }
    return value;
  }

  long count() {
    long value = 0;
    int shift = 0;
    byte next;
    do {
      next = bytes[at++];
      value |= (long) (next & 0x7F) << shift;
      shift += 7;
    } while (next < 0);
    return value;
  }

  int size() {
    return Math.toIntExact(count());
  }

  long number() {
    long value = count();
    return value >>> 1 ^ -(value & 1);
  }

  String text() {
    int length = size();
    String text = new String(bytes, at, length, UTF_8);
    at += length;
    return text;
  }

  String name() {
    int known = size();
    if (known > 0) {
      return names.get(known - 1);
    }
    String name = text();
    names.add(name);
    return name;
  }

  Map<String, @Nullable Object> map() {
    int size = size();
    Map<String, @Nullable Object> map = LinkedHashMap.newLinkedHashMap(size);
    for (int i = 0; i < size; i++) {
      map.put(name(), value());
    }
    return map;
  }

  private List<@Nullable Object> list() {
    int size = size();
    List<@Nullable Object> list = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      list.add(value());
    }
    return list;
  }

  @Nullable Object value() {
    byte kind = octet();
    return switch (kind) {
      case BinaryWriter.NULL -> null;
      case BinaryWriter.FALSE -> false;
      case BinaryWriter.TRUE -> true;
      case BinaryWriter.LONG -> number();
      case BinaryWriter.DOUBLE -> Double.longBitsToDouble(fixed());
      case BinaryWriter.TEXT -> text();
      case BinaryWriter.LIST -> list();
      case BinaryWriter.MAP -> map();
      default -> throw new IllegalStateException("No value begins with byte " + kind);
    };
  }
}

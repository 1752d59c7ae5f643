package dev.facet.model;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;

/** The addresses that share their first {@code bits} bits with {@code address}. */
public record AddressRange(InetAddress address, int bits) {

  /** Reads an address, or a range such as {@code 10.0.0.0/8}; names are none. */
  public static Optional<AddressRange> parse(String text) {
    int slash = text.indexOf('/');
    Optional<InetAddress> address = literal(slash < 0 ? text : text.substring(0, slash));
    if (address.isEmpty()) {
      return Optional.empty();
    }
    int all = address.get().getAddress().length * 8;
    try {
      int bits = slash < 0 ? all : Integer.parseInt(text.substring(slash + 1));
      return bits < 0 || bits > all
          ? Optional.empty()
          : Optional.of(new AddressRange(address.get(), bits));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  /** An address written in digits; no name is looked up. */
  public static Optional<InetAddress> literal(String text) {
    boolean numeric =
        !text.isEmpty()
            && text.chars().allMatch(c -> Character.digit(c, 16) >= 0 || c == '.' || c == ':');
    if (!numeric || (text.indexOf(':') < 0 && text.indexOf('.') < 0)) {
      return Optional.empty();
    }
    try {
      return Optional.of(InetAddress.getByName(text));
    } catch (UnknownHostException e) {
      return Optional.empty();
    }
  }

  /** Whether the address is one of these. */
  public boolean holds(InetAddress other) {
    byte[] a = address.getAddress();
    byte[] b = other.getAddress();
    if (a.length != b.length) {
      return false;
    }
    for (int bit = 0; bit < bits; bit++) {
      int mask = 0x80 >> (bit % 8);
      if ((a[bit / 8] & mask) != (b[bit / 8] & mask)) {
        return false;
      }
    }
    return true;
  }
}

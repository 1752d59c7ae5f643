package dev.facet.ingest.social.outbound;

import dev.facet.model.AddressRange;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.List;
import java.util.stream.Stream;

/** Tells addresses that anybody may have on the internet from those that mean something nearby. */
final class PublicAddress {
  /** IPv4: this host, private, shared, loopback, link-local, documentation, tests, groups. */
  private static final List<AddressRange> NEAR_4 =
      ranges(
          "0.0.0.0/8",
          "10.0.0.0/8",
          "100.64.0.0/10",
          "127.0.0.0/8",
          "169.254.0.0/16",
          "172.16.0.0/12",
          "192.0.0.0/24",
          "192.0.2.0/24",
          "192.88.99.0/24",
          "192.168.0.0/16",
          "198.18.0.0/15",
          "198.51.100.0/24",
          "203.0.113.0/24",
          "224.0.0.0/3");

  /**
   * IPv6: only what is given out (2000::/3) is public, but for tunnels that hide an IPv4 address
   * (6to4, Teredo) and documentation. That leaves loopback, mapped and translated IPv4,
   * unique-local, link-local and groups outside.
   */
  private static final List<AddressRange> GIVEN_6 = ranges("2000::/3");

  private static final List<AddressRange> NEAR_6 =
      ranges("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20");

  private PublicAddress() {}

  static boolean is(InetAddress address) {
    return address instanceof Inet4Address
        ? !in(NEAR_4, address)
        : in(GIVEN_6, address) && !in(NEAR_6, address);
  }

  private static boolean in(List<AddressRange> ranges, InetAddress address) {
    return ranges.stream().anyMatch(range -> range.holds(address));
  }

  private static List<AddressRange> ranges(String... texts) {
    return Stream.of(texts).map(text -> AddressRange.parse(text).orElseThrow()).toList();
  }
}

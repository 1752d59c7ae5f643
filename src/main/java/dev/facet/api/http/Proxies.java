package dev.facet.api.http;

import dev.facet.model.FailureException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Networks of proxies whose word about the caller is believed. */
public record Proxies(List<Network> networks) {
  public static final Proxies NONE = new Proxies(List.of());

  public Proxies {
    networks = List.copyOf(networks);
  }

  /** The addresses that share their first {@code bits} bits with {@code address}. */
  public record Network(InetAddress address, int bits) {

    boolean holds(InetAddress other) {
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

  /** Reads addresses and networks such as {@code 10.0.0.0/8}. */
  public static Proxies of(List<String> texts) {
    List<Network> networks = new ArrayList<>();
    texts.forEach(text -> networks.add(network(text)));
    return new Proxies(networks);
  }

  private static Network network(String text) {
    int slash = text.indexOf('/');
    InetAddress address =
        literal(slash < 0 ? text : text.substring(0, slash)).orElseThrow(() -> malformed(text));
    int all = address.getAddress().length * 8;
    try {
      int bits = slash < 0 ? all : Integer.parseInt(text.substring(slash + 1));
      if (bits < 0 || bits > all) {
        throw malformed(text);
      }
      return new Network(address, bits);
    } catch (NumberFormatException e) {
      throw malformed(text);
    }
  }

  private static FailureException malformed(String text) {
    return FailureException.invalid(
        "trusted_proxies",
        "server.trusted_proxies",
        "A trusted proxy is an address or a network such as 10.0.0.0/8, not '%s'.".formatted(text));
  }

  private static Optional<InetAddress> literal(String text) {
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

  boolean trusts(String address) {
    return !networks.isEmpty()
        && literal(address)
            .filter(a -> networks.stream().anyMatch(network -> network.holds(a)))
            .isPresent();
  }

  /** The last address of the chain that no trusted proxy has. */
  String caller(String peer, Optional<String> forwardedFor) {
    String caller = peer;
    List<String> chain = List.of(forwardedFor.orElse("").split(","));
    for (int i = chain.size() - 1; i >= 0 && trusts(caller) && !chain.get(i).isBlank(); i--) {
      caller = chain.get(i).strip();
    }
    return caller;
  }
}

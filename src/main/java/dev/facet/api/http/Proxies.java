package dev.facet.api.http;

import dev.facet.model.AddressRange;
import dev.facet.model.FailureException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Networks of proxies whose word about the caller is believed. */
public record Proxies(List<AddressRange> networks) {
  public static final Proxies NONE = new Proxies(List.of());

  public Proxies {
    networks = List.copyOf(networks);
  }

  /** Reads addresses and networks such as {@code 10.0.0.0/8}. */
  public static Proxies of(List<String> texts) {
    List<AddressRange> networks = new ArrayList<>();
    texts.forEach(
        text -> networks.add(AddressRange.parse(text).orElseThrow(() -> malformed(text))));
    return new Proxies(networks);
  }

  private static FailureException malformed(String text) {
    return FailureException.invalid(
        "trusted_proxies",
        "server.trusted_proxies",
        "A trusted proxy is an address or a network such as 10.0.0.0/8, not '%s'.".formatted(text));
  }

  boolean trusts(String address) {
    return !networks.isEmpty()
        && AddressRange.literal(address)
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

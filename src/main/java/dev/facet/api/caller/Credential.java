package dev.facet.api.caller;

import dev.facet.api.http.Request;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;

/** What the Authorization header of a request holds. Its text never shows the secret. */
public sealed interface Credential {

  /** What must be kept to oneself. */
  String secret();

  /** {@code Authorization: Bearer SECRET}. */
  record Bearer(String secret) implements Credential {
    @Override
    public String toString() {
      return "Bearer";
    }
  }

  /** {@code Authorization: Apikey SECRET}. */
  record ApiKey(String secret) implements Credential {
    @Override
    public String toString() {
      return "ApiKey";
    }
  }

  /** {@code Authorization: Basic …} of a name and a secret. */
  record Basic(String name, String secret) implements Credential {
    @Override
    public String toString() {
      return "Basic " + name;
    }
  }

  /** {@code Authorization: SECRET}. */
  record Raw(String secret) implements Credential {
    @Override
    public String toString() {
      return "Raw";
    }
  }

  /** Reads the header; empty when there is none or it is of another scheme. */
  static Optional<Credential> of(Request request) {
    String header = request.header("Authorization").orElse("").strip();
    int blank = header.indexOf(' ');
    if (blank < 0) {
      return header.isEmpty() ? Optional.empty() : Optional.of(new Raw(header));
    }
    String secret = header.substring(blank).strip();
    return switch (header.substring(0, blank).toLowerCase(Locale.ROOT)) {
      case "bearer" -> Optional.of(new Bearer(secret));
      case "apikey" -> Optional.of(new ApiKey(secret));
      case "basic" -> basic(secret);
      default -> Optional.empty();
    };
  }

  private static Optional<Credential> basic(String encoded) {
    try {
      String pair = new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
      int colon = pair.indexOf(':');
      return colon < 0
          ? Optional.empty()
          : Optional.of(new Basic(pair.substring(0, colon), pair.substring(colon + 1)));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}

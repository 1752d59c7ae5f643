package dev.facet.api.http;

/**
 * From where a request came and by which address it reached this server; what proxies say counts
 * only when they are trusted.
 *
 * @param address the caller's address
 * @param url this server as the caller knows it, {@code https://facet.example.com}, without a slash
 *     at the end
 */
public record Origin(String address, String url) {

  /** Whether the caller's connection is encrypted. */
  public boolean isSecure() {
    return url.startsWith("https:");
  }
}

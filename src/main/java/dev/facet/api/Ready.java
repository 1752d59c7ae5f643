package dev.facet.api;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.facet.api.http.Response;
import java.util.Optional;

/**
 * Responses as the bytes they were sent as, each for as long as all it was made of is the same; the
 * least used ones are dropped. Safe for use by many threads.
 *
 * @param <K> what was asked and by whom: with the project, and the user where users see different
 *     things
 */
public final class Ready<K> {
  private static final int ENTRY = 500;

  private final Cache<K, Kept> kept;

  /** Whether the same would be answered now. */
  @FunctionalInterface
  public interface Proof {
    boolean holds();
  }

  private record Kept(Response response, Proof proof) {}

  /**
   * @param bytes how many bytes are kept
   */
  public Ready(long bytes) {
    this.kept =
        Caffeine.newBuilder()
            .maximumWeight(bytes)
            // What is too large goes at once, not some time later.
            .executor(Runnable::run)
            .weigher((K key, Kept each) -> weight(each.response()))
            .build();
  }

  private static int weight(Response response) {
    return response.body() instanceof Response.Bytes(byte[] plain, byte[] gzipped)
        ? ENTRY + plain.length + (gzipped == null ? 0 : gzipped.length)
        : ENTRY;
  }

  /** The response, if there is one that still holds. */
  public Optional<Response> find(K key) {
    Kept found = kept.getIfPresent(key);
    return found != null && found.proof().holds()
        ? Optional.of(found.response())
        : Optional.empty();
  }

  /**
   * Keeps a response.
   *
   * @param proof asked each time before it is given again; what it compares with must be from
   *     before the response was made
   */
  public void keep(K key, Response response, Proof proof) {
    kept.put(key, new Kept(response, proof));
  }
}

package dev.facet.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** Makes random keys and tokens from the given source, and the names that follow from them. */
public final class Tokens {
  private static final String ALPHABET =
      "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
  private static final int LENGTH = 43;
  private static final int LINK_BYTES = 22;
  private static final int SHOWN = 4;
  private static final int SHORTEST_SHOWN = 16;

  private final RandomGenerator random;

  /**
   * @param random a {@link java.security.SecureRandom} outside of tests
   */
  public Tokens(RandomGenerator random) {
    this.random = random;
  }

  /** A new key for programs. */
  public String key() {
    return "phx_" + word();
  }

  /** A new token by which ingestion calls name a project. */
  public String projectToken() {
    return "phc_" + word();
  }

  /** 43 letters and digits: 256 bits. */
  public String word() {
    StringBuilder word = new StringBuilder(LENGTH);
    for (int i = 0; i < LENGTH; i++) {
      word.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    return word.toString();
  }

  /** The secret part of a link: 22 random bytes in 30 characters that need no escaping. */
  public String link() {
    byte[] bytes = new byte[LINK_BYTES];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** What the catalog keeps of a secret that is itself long and random. */
  static String hash(String secret) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(secret.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What of a key may be shown: its end, when enough stays hidden. */
  static String mask(String key) {
    return key.length() < SHORTEST_SHOWN
        ? "phx_..."
        : "phx_..." + key.substring(key.length() - SHOWN);
  }

  /** The uuid that stands for a number where a dialect shows uuids. */
  public static UUID uuid(String kind, long id) {
    return UUID.nameUUIDFromBytes(("facet:" + kind + ":" + id).getBytes(StandardCharsets.UTF_8));
  }
}

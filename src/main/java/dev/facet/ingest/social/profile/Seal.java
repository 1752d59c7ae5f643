package dev.facet.ingest.social.profile;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.random.RandomGenerator;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Makes text unreadable for who lacks the server's secret (AES-256-GCM). Sealed text opens only for
 * the purpose it was sealed for, so that one moved elsewhere opens nothing.
 */
public final class Seal {
  private static final String ALGORITHM = "AES/GCM/NoPadding";
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  private final SecretKeySpec key;
  private final RandomGenerator random;

  /**
   * @param secret 32 bytes as hexadecimal digits, as {@link dev.facet.access.Secret#derive} gives
   * @param random a {@link java.security.SecureRandom} outside of tests
   */
  public Seal(String secret, RandomGenerator random) {
    this.key = new SecretKeySpec(HexFormat.of().parseHex(secret), "AES");
    this.random = random;
  }

  /** The text, unreadable, as letters that fit into an address. */
  public String close(String text, String purpose) {
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    try {
      byte[] sealed =
          cipher(Cipher.ENCRYPT_MODE, nonce, purpose)
              .doFinal(text.getBytes(StandardCharsets.UTF_8));
      byte[] whole =
          ByteBuffer.allocate(nonce.length + sealed.length).put(nonce).put(sealed).array();
      return Base64.getUrlEncoder().withoutPadding().encodeToString(whole);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * The text again; empty when it was sealed with another secret, for another purpose, or never.
   */
  public Optional<String> open(String sealed, String purpose) {
    try {
      ByteBuffer whole = ByteBuffer.wrap(Base64.getUrlDecoder().decode(sealed));
      if (whole.remaining() < NONCE_BYTES) {
        return Optional.empty();
      }
      byte[] nonce = new byte[NONCE_BYTES];
      whole.get(nonce);
      byte[] rest = new byte[whole.remaining()];
      whole.get(rest);
      byte[] text = cipher(Cipher.DECRYPT_MODE, nonce, purpose).doFinal(rest);
      return Optional.of(new String(text, StandardCharsets.UTF_8));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private Cipher cipher(int mode, byte[] nonce, String purpose) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance(ALGORITHM);
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(purpose.getBytes(StandardCharsets.UTF_8));
    return cipher;
  }
}

package dev.facet.access;

import dev.facet.model.Failure;
import dev.facet.model.FailureException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.jspecify.annotations.Nullable;

/**
 * Passwords as Argon2id hashes in the usual text form ({@code
 * $argon2id$v=19$m=…,t=…,p=…$salt$hash}). The semaphore bounds how many are computed at once, since
 * each takes {@value #MEMORY} KiB.
 */
public final class PasswordHash {
  static final int MEMORY = 19_456;
  private static final int ITERATIONS = 2;
  private static final int SALT_BYTES = 16;
  private static final int HASH_BYTES = 32;
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Semaphore AT_ONCE = new Semaphore(2, true);

  /** Stands in for the hash of a user who is not there, so that the answer takes as long. */
  private static final String NOBODY = format(new byte[SALT_BYTES], new byte[HASH_BYTES]);

  private PasswordHash() {}

  /** The hash to keep of a new password. */
  public static String of(String password, RandomGenerator random) {
    byte[] salt = new byte[SALT_BYTES];
    random.nextBytes(salt);
    return format(salt, compute(password, salt));
  }

  /**
   * Whether the password is the one of this hash; false, after the same work, when there is none.
   */
  public static boolean matches(String password, @Nullable String stored) {
    String[] parts = (stored == null ? NOBODY : stored).split("\\$", -1);
    byte[] salt = Base64.getDecoder().decode(parts[4]);
    byte[] expected = Base64.getDecoder().decode(parts[5]);
    return MessageDigest.isEqual(expected, compute(password, salt)) && stored != null;
  }

  private static String format(byte[] salt, byte[] hash) {
    Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
    return "$argon2id$v=19$m=%d,t=%d,p=1$%s$%s"
        .formatted(MEMORY, ITERATIONS, base64.encodeToString(salt), base64.encodeToString(hash));
  }

  private static byte[] compute(String password, byte[] salt) {
    await();
    try {
      Argon2BytesGenerator generator = new Argon2BytesGenerator();
      generator.init(
          new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
              .withVersion(Argon2Parameters.ARGON2_VERSION_13)
              .withMemoryAsKB(MEMORY)
              .withIterations(ITERATIONS)
              .withParallelism(1)
              .withSalt(salt)
              .build());
      byte[] hash = new byte[HASH_BYTES];
      generator.generateBytes(password.getBytes(StandardCharsets.UTF_8), hash);
      return hash;
    } finally {
      AT_ONCE.release();
    }
  }

  private static void await() {
    try {
      if (AT_ONCE.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        return;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    throw new FailureException(
        new Failure.TooMuch(
            "login_busy", null, "Too many logins wait; try again.", Duration.ofSeconds(5)));
  }
}

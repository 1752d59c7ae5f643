package dev.facet.access;

import dev.facet.model.FailureException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.random.RandomGenerator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What only this server and whoever may read its data directory know. Never shown itself. */
public final class Secret {
  /** The purpose of the credential by which the command line asks a running server. */
  public static final String CONTROL = "control";

  /** The purpose of the secret that signs tickets for locked shares. */
  public static final String SHARES = "shares";

  /** The purpose of the secret that seals the tokens of social accounts. */
  public static final String TOKENS = "tokens";

  private static final int SHORTEST = 32;
  private static final String ALGORITHM = "HmacSHA256";
  private final byte[] bytes;

  private Secret(byte[] bytes) {
    this.bytes = bytes;
  }

  /**
   * Reads the secret of a data directory, made on the first call.
   *
   * @throws FailureException Invalid when somebody set a weak one by hand
   */
  public static Secret in(Path data, RandomGenerator random) throws IOException {
    Path file = data.resolve("secret");
    if (Files.notExists(file)) {
      Files.createDirectories(data);
      create(file, random);
    }
    String text = Files.readString(file).strip();
    if (text.length() < SHORTEST || text.chars().distinct().count() < SHORTEST / 4) {
      throw FailureException.invalid(
          "configuration",
          "secret",
          "The secret in %s is weak; remove the file for a new one, or put at least %d random characters there."
              .formatted(file, SHORTEST));
    }
    return new Secret(text.getBytes(StandardCharsets.UTF_8));
  }

  private static void create(Path file, RandomGenerator random) throws IOException {
    byte[] made = new byte[SHORTEST];
    random.nextBytes(made);
    boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
    if (posix) {
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    } else {
      Files.createFile(file);
    }
    Files.writeString(file, HexFormat.of().formatHex(made) + "\n", StandardOpenOption.WRITE);
  }

  /** A secret for one purpose that tells nothing about this one. */
  public String derive(String purpose) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(bytes, ALGORITHM));
      return HexFormat.of().formatHex(mac.doFinal(purpose.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}

package dev.facet.access.share;

import dev.facet.catalog.Json;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What a visitor of a locked share carries after the password: a JSON web token (HS256) bound to
 * the share's token and the password.
 */
final class Tickets {
  /** How long a ticket is good for. */
  static final Duration LIFE = Duration.ofHours(24);

  private static final String ALGORITHM = "HmacSHA256";
  private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
  private static final String HEAD = encode("{\"alg\":\"HS256\",\"typ\":\"JWT\"}");

  private final SecretKeySpec key;

  Tickets(String secret) {
    this.key = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM);
  }

  String issue(Share share, long password, Instant now) {
    String claims =
        "{\"share\":%d,\"password\":%d,\"exp\":%d}"
            .formatted(share.id(), password, now.plus(LIFE).getEpochSecond());
    String content = HEAD + "." + encode(claims);
    return content + "." + BASE64.encodeToString(sign(share, content));
  }

  /** The number of the password the ticket was given for; empty when it is none for this share. */
  Optional<Long> read(Share share, String ticket, Instant now) {
    int end = ticket.lastIndexOf('.');
    if (end < 0 || !ticket.startsWith(HEAD + ".")) {
      return Optional.empty();
    }
    String content = ticket.substring(0, end);
    String signature = BASE64.encodeToString(sign(share, content));
    boolean genuine =
        MessageDigest.isEqual(
            signature.getBytes(StandardCharsets.UTF_8),
            ticket.substring(end + 1).getBytes(StandardCharsets.UTF_8));
    if (!genuine) {
      return Optional.empty();
    }
    byte[] claims = Base64.getUrlDecoder().decode(content.substring(HEAD.length() + 1));
    var read = Json.read(new String(claims, StandardCharsets.UTF_8));
    return read.path("exp").asLong() > now.getEpochSecond()
        ? Optional.of(read.path("password").asLong())
        : Optional.empty();
  }

  private byte[] sign(Share share, String content) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      mac.update(share.token().getBytes(StandardCharsets.UTF_8));
      return mac.doFinal(content.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String encode(String json) {
    return BASE64.encodeToString(json.getBytes(StandardCharsets.UTF_8));
  }
}

package dev.facet.ingest.social.network;

import dev.facet.ingest.social.Account;
import dev.facet.ingest.social.NetworkException.Kind;
import java.time.Duration;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a refusal is called, and what of a network's own words may be repeated. */
final class Refusals {
  /** Networks quote the token they refuse, also cut short: long runs of its letters go. */
  private static final Pattern SECRET = Pattern.compile("[A-Za-z0-9_\\-.~+/=|%]{24,}");

  private static final int LONGEST = 200;

  private Refusals() {}

  /** The sentence after the network's name, without its full stop. */
  static String sentence(Kind kind, int status, @Nullable Duration wait) {
    return switch (kind) {
      case AUTH -> "no longer accepts the token. Connect the account again";
      case PERMISSION -> "does not let this token read that";
      case NOT_FOUND -> "does not know what was asked for";
      case RATE_LIMIT -> "limits the calls" + (wait == null ? "" : until(wait));
      case TRANSIENT -> "has a bad moment (status %d)".formatted(status);
      case BAD_REQUEST -> "refuses the call (status %d)".formatted(status);
    };
  }

  private static String until(Duration wait) {
    return " and asks to wait %d seconds".formatted(wait.plusMillis(999).toSeconds());
  }

  /** A network's words on one line, without what is or looks like a token. */
  static String safe(String words, Account account) {
    String safe = words.replaceAll("\\s+", " ").strip();
    for (String token : Stream.of(account.accessToken(), account.refreshToken()).toList()) {
      safe = token == null || token.isBlank() ? safe : safe.replace(token, "…");
    }
    safe = SECRET.matcher(safe).replaceAll("…").replaceAll("\\.$", "");
    return safe.length() <= LONGEST ? safe : safe.substring(0, LONGEST) + "…";
  }
}

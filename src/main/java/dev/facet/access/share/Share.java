package dev.facet.access.share;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A link to one thing of a project, for whoever has it.
 *
 * @param token the secret part of the link
 * @param settings how the page is to look, {@code theme} and switches; kept as they were sent
 * @param locked whether a password is asked for
 * @param expiresAt until when a link that was rotated away still works; null for the current one
 */
public record Share(
    long id,
    long project,
    Subject subject,
    String token,
    boolean enabled,
    ObjectNode settings,
    boolean locked,
    Instant createdAt,
    @Nullable Instant expiresAt) {

  /** What is shared. */
  public record Subject(Kind kind, long id) {
    public static Subject dashboard(long id) {
      return new Subject(Kind.DASHBOARD, id);
    }

    public static Subject insight(long id) {
      return new Subject(Kind.INSIGHT, id);
    }
  }

  /** The kinds of things that can be shared. */
  public enum Kind {
    DASHBOARD,
    INSIGHT
  }

  public Share {
    settings = settings.deepCopy();
  }

  /** A copy, free to be changed. */
  @Override
  public ObjectNode settings() {
    return settings.deepCopy();
  }

  /** What visitors may choose for themselves. */
  public Set<Offer> offers() {
    return Offer.of(settings);
  }

  /** Whether the link opens anything now. */
  boolean isOpen(Instant now) {
    return enabled && (expiresAt == null || now.isBefore(expiresAt));
  }
}

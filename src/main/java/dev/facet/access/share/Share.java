package dev.facet.access.share;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A link to one thing of a project, for whoever has it.
 *
 * @param token the secret part of the link
 * @param settings how the page is to look, {@code theme} and switches; kept as they were sent
 * @param locked whether a password is asked for
 * @param expiresAt until when a link that was rotated away still works; null for one in use
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
    @Nullable Instant expiresAt,
    Terms terms,
    Trail trail) {

  /** What is shared. */
  public record Subject(Kind kind, long id) {
    public static Subject dashboard(long id) {
      return new Subject(Kind.DASHBOARD, id);
    }

    public static Subject insight(long id) {
      return new Subject(Kind.INSIGHT, id);
    }

    /** What people call it, such as {@code dashboard 5}. */
    String text() {
      return kind.name().toLowerCase(Locale.ROOT) + " " + id;
    }
  }

  /** The kinds of things that can be shared. */
  public enum Kind {
    DASHBOARD,
    INSIGHT
  }

  /**
   * What its author meant.
   *
   * @param label for those who look after the links; may be empty
   * @param endsAt when it stops to work; null for never
   */
  public record Terms(String label, @Nullable Instant endsAt) {
    /** A link without end. */
    public static final Terms PLAIN = new Terms("", null);

    public Terms {
      label = label.strip();
    }
  }

  /**
   * What became of it.
   *
   * @param main whether it is the subject's one link for clients that know of one each
   * @param createdBy the user's number, null when nobody is known
   * @param usedAt when somebody last looked, within a minute; null for never
   */
  public record Trail(
      boolean main,
      @Nullable Long createdBy,
      @Nullable Instant usedAt,
      @Nullable Instant revokedAt) {
    /** Of a main link that nobody used. */
    public static final Trail MAIN = new Trail(true, null, null, null);
  }

  public Share {
    settings = settings.deepCopy();
  }

  /** A copy, free to be changed. */
  @Override
  public ObjectNode settings() {
    return settings.deepCopy();
  }

  /** What visitors may do besides looking. */
  public Set<Offer> offers() {
    return Offer.of(settings);
  }

  /** Whether the time its author gave it is over. */
  public boolean isOver(Instant now) {
    Instant end = terms.endsAt();
    return end != null && !now.isBefore(end);
  }

  /** Whether the link opens anything now. */
  boolean isOpen(Instant now) {
    return enabled
        && trail.revokedAt() == null
        && (expiresAt == null || now.isBefore(expiresAt))
        && !isOver(now);
  }

  /** Begins a changed copy. */
  Draft draft() {
    return new Draft(this);
  }

  /** A copy in the making. */
  static final class Draft {
    private final Share from;
    private long id;
    private String token;
    private boolean enabled;
    private ObjectNode settings;
    private boolean locked;
    private Instant createdAt;
    private @Nullable Instant expiresAt;
    private Terms terms;
    private Trail trail;

    private Draft(Share from) {
      this.from = from;
      id = from.id;
      token = from.token;
      enabled = from.enabled;
      settings = from.settings;
      locked = from.locked;
      createdAt = from.createdAt;
      expiresAt = from.expiresAt;
      terms = from.terms;
      trail = from.trail;
    }

    Draft id(long value) {
      id = value;
      return this;
    }

    Draft token(String value) {
      token = value;
      return this;
    }

    Draft enabled(boolean value) {
      enabled = value;
      return this;
    }

    Draft settings(ObjectNode value) {
      settings = value;
      return this;
    }

    Draft locked(boolean value) {
      locked = value;
      return this;
    }

    Draft createdAt(Instant value) {
      createdAt = value;
      return this;
    }

    Draft expiresAt(@Nullable Instant value) {
      expiresAt = value;
      return this;
    }

    Draft terms(Terms value) {
      terms = value;
      return this;
    }

    Draft trail(Trail value) {
      trail = value;
      return this;
    }

    Draft revokedAt(Instant at) {
      trail = new Trail(trail.main(), trail.createdBy(), trail.usedAt(), at);
      return this;
    }

    Share done() {
      return new Share(
          id,
          from.project,
          from.subject,
          token,
          enabled,
          settings,
          locked,
          createdAt,
          expiresAt,
          terms,
          trail);
    }
  }
}

package dev.facet.access;

import dev.facet.access.audit.AuditRows;
import dev.facet.access.audit.Deed;
import dev.facet.access.audit.Said;
import dev.facet.catalog.Catalog;
import dev.facet.catalog.Transaction;
import dev.facet.model.FailureException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Who belongs to an organisation, and as what. Nobody makes or changes somebody with a higher role
 * than their own, an organisation keeps an owner, and does not decide for another about its people.
 */
public final class Members {
  /** How long a link to choose a password works. */
  public static final Duration INVITATION = Duration.ofDays(7);

  private final Catalog catalog;
  private final InstantSource clock;
  private final RandomGenerator random;
  private final Tokens tokens;

  /** Whom to invite. */
  public record Invitee(String email, String name, Role role) {}

  /** A member who may choose a password with a secret, which is nowhere else. */
  public record Invited(Accounts.Member member, String secret, Instant until) {}

  /** What to change; null leaves it. */
  public record Change(@Nullable Role role, @Nullable Boolean active) {}

  public Members(Catalog catalog, InstantSource clock, RandomGenerator random) {
    this.catalog = catalog;
    this.clock = clock;
    this.random = random;
    this.tokens = new Tokens(random);
  }

  /** The people of an organisation, lowest number first. */
  public List<Accounts.Member> list(long organisation) {
    return catalog.read(transaction -> new UserRows(transaction).members(organisation));
  }

  /**
   * Makes a user with a password that whoever makes it knows.
   *
   * @throws FailureException Invalid at {@code email} or {@code password}; NotAllowed when the role
   *     is above the caller's
   */
  public Accounts.Member create(Caller by, long organisation, Role role, Accounts.NewUser wanted) {
    Accounts.requirePassword(wanted.password());
    String hash = PasswordHash.of(wanted.password(), random);
    return catalog.write(transaction -> add(transaction, by, organisation, role, wanted, hash));
  }

  /** Makes a user who chooses a password by a link; fails as {@link #create} does. */
  public Invited invite(Caller by, long organisation, Invitee wanted) {
    Accounts.NewUser user = new Accounts.NewUser(wanted.email(), wanted.name(), tokens.word());
    String hash = PasswordHash.of(user.password(), random);
    return catalog.write(
        transaction -> {
          Accounts.Member member = add(transaction, by, organisation, wanted.role(), user, hash);
          return invited(transaction, organisation, member.user().id());
        });
  }

  private Accounts.Member add(
      Transaction transaction,
      Caller by,
      long organisation,
      Role role,
      Accounts.NewUser wanted,
      String hash) {
    by.requireRole(organisation, role);
    Accounts.requireEmail(wanted.email());
    Instant now = clock.instant();
    User user =
        returning(transaction, wanted, hash)
            .orElseGet(() -> Accounts.insertUser(transaction, tokens, wanted, hash, now));
    new UserRows(transaction).join(organisation, user.id(), role);
    note(transaction, by, organisation, Said.of(Deed.USER_INVITED, user.email(), role.word()));
    return find(transaction, organisation, user.id());
  }

  /** Whoever belongs to no organisation any more begins anew: nothing of before opens anything. */
  private static Optional<User> returning(
      Transaction transaction, Accounts.NewUser wanted, String hash) {
    UserRows rows = new UserRows(transaction);
    Optional<User> former =
        rows.find(wanted.email()).filter(user -> rows.memberships(user.id()).isEmpty());
    former.ifPresent(
        user -> {
          rows.rename(user.id(), wanted.name());
          rows.setPassword(user.id(), hash);
          rows.setActive(user.id(), true);
          new SessionRows(transaction).deleteOf(user.id());
          new KeyRows(transaction).deleteOf(user.id());
        });
    return former;
  }

  /**
   * Takes a member's password, sessions and links away, for a new link.
   *
   * @throws FailureException Invalid {@code elsewhere} when another organisation has the user too
   */
  public Invited reset(Caller by, long organisation, long id) {
    String hash = PasswordHash.of(tokens.word(), random);
    return catalog.write(
        transaction -> {
          Accounts.Member member = find(transaction, organisation, id);
          by.requireRole(organisation, member.role());
          requireOwn(transaction, organisation, member, null);
          new UserRows(transaction).setPassword(id, hash);
          new SessionRows(transaction).deleteOf(id);
          Said said = Said.of(Deed.PASSWORD_RESET, member.user().email());
          note(transaction, by, organisation, said);
          return invited(transaction, organisation, id);
        });
  }

  private Invited invited(Transaction transaction, long organisation, long id) {
    String secret = tokens.word();
    Instant until = clock.instant().plus(INVITATION);
    new UserRows(transaction).invite(id, Tokens.hash(secret), until);
    return new Invited(find(transaction, organisation, id), secret, until);
  }

  /** Whom a link to choose a password is for; empty when it was used or is too old. */
  public Optional<User> invited(String secret) {
    return catalog.read(
        transaction -> new UserRows(transaction).invited(Tokens.hash(secret), clock.instant()));
  }

  /**
   * Chooses a password by a link, which works once.
   *
   * @return whose it is now; empty when the link was used or is too old
   * @throws FailureException Invalid at {@code password} when it is too short
   */
  public Optional<User> accept(String secret, String password) {
    Accounts.requirePassword(password);
    if (invited(secret).isEmpty()) {
      return Optional.empty();
    }
    String hash = PasswordHash.of(password, random);
    return catalog.write(
        transaction -> {
          Instant now = clock.instant();
          Optional<User> user = new UserRows(transaction).invited(Tokens.hash(secret), now);
          user.ifPresent(
              one -> {
                new UserRows(transaction).setPassword(one.id(), hash);
                Said said = Said.of(Deed.PASSWORD_CHANGED, one.email());
                new AuditRows(transaction).about(now, one.id(), one.id(), said);
              });
          return user;
        });
  }

  /**
   * Changes a member's role, and whether the member's password, sessions and keys open anything.
   *
   * @throws FailureException Invalid {@code last_owner}, or {@code elsewhere} when another
   *     organisation has the user too; NotAllowed when the member is or becomes more than the
   *     caller
   */
  public Accounts.Member change(Caller by, long organisation, long id, Change change) {
    return catalog.write(
        transaction -> {
          Accounts.Member before = find(transaction, organisation, id);
          Role role = change.role() == null ? before.role() : change.role();
          boolean active = change.active() == null ? before.user().active() : change.active();
          by.requireRole(organisation, before.role());
          by.requireRole(organisation, role);
          if (role != Role.OWNER || !active) {
            requireAnotherOwner(transaction, organisation, before);
          }
          UserRows rows = new UserRows(transaction);
          rows.join(organisation, id, role);
          if (active != before.user().active()) {
            requireOwn(transaction, organisation, before, "active");
            rows.setActive(id, active);
          }
          tell(transaction, by, organisation, before, find(transaction, organisation, id));
          return find(transaction, organisation, id);
        });
  }

  private void tell(
      Transaction transaction,
      Caller by,
      long organisation,
      Accounts.Member before,
      Accounts.Member after) {
    List<String> parts = new ArrayList<>();
    if (before.role() != after.role()) {
      parts.add(before.role().word() + " → " + after.role().word());
    }
    if (before.user().active() != after.user().active()) {
      parts.add(after.user().active() ? "inactive → active" : "active → inactive");
    }
    if (!parts.isEmpty()) {
      String detail = String.join(", ", parts);
      note(transaction, by, organisation, Said.of(Deed.USER_CHANGED, after.user().email(), detail));
    }
  }

  /** Refuses what {@link #change} would refuse for whom it is about. */
  public void requireChangeable(Caller by, long organisation, long id) {
    catalog.read(
        transaction -> {
          Accounts.Member member = find(transaction, organisation, id);
          by.requireRole(organisation, member.role());
          requireOwn(transaction, organisation, member, null);
          return true;
        });
  }

  /** Ends the user's part in the organisation, not in others; fails as {@link #change} does. */
  public void remove(Caller by, long organisation, long id) {
    catalog.write(
        transaction -> {
          Accounts.Member member = find(transaction, organisation, id);
          by.requireRole(organisation, member.role());
          requireAnotherOwner(transaction, organisation, member);
          new UserRows(transaction).leave(organisation, id);
          note(transaction, by, organisation, Said.of(Deed.USER_REMOVED, member.user().email()));
          return true;
        });
  }

  private static Accounts.Member find(Transaction transaction, long organisation, long user) {
    return new UserRows(transaction)
        .members(organisation).stream()
            .filter(member -> member.user().id() == user)
            .findFirst()
            .orElseThrow(() -> FailureException.notFound("There is no user " + user + "."));
  }

  private static void requireAnotherOwner(
      Transaction transaction, long organisation, Accounts.Member member) {
    boolean another =
        new UserRows(transaction)
            .members(organisation).stream()
                .filter(other -> other.role() == Role.OWNER && other.user().active())
                .filter(other -> !other.invited())
                .anyMatch(other -> other.user().id() != member.user().id());
    if (member.role() == Role.OWNER && !another) {
      throw FailureException.invalid(
          "last_owner",
          null,
          "An organisation keeps at least one owner who has a password; make another one first.");
    }
  }

  private static void requireOwn(
      Transaction transaction, long organisation, Accounts.Member member, @Nullable String path) {
    boolean elsewhere =
        new UserRows(transaction)
            .memberships(member.user().id()).stream()
                .anyMatch(membership -> membership.organisation() != organisation);
    if (elsewhere) {
      throw FailureException.invalid(
          "elsewhere",
          path,
          "The user belongs to another organisation too; end the part in this one instead.");
    }
  }

  private void note(Transaction transaction, Caller by, long organisation, Said said) {
    new AuditRows(transaction).inOrganisation(clock.instant(), organisation, by.user().id(), said);
  }
}

package dev.facet.ingest.social.profile;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import dev.facet.access.audit.AuditRows;
import dev.facet.access.audit.Deed;
import dev.facet.access.audit.Said;
import dev.facet.catalog.Catalog;
import dev.facet.catalog.Sequence;
import dev.facet.catalog.Transaction;
import dev.facet.ingest.social.Account;
import dev.facet.ingest.social.profile.Connection.Status;
import dev.facet.model.FailureException;
import dev.facet.store.Store;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The profiles of all projects. A profile exists when somebody made it or a row of snapshots or
 * posts names it. Safe for use by many threads.
 */
public final class Profiles {
  private static final int LONGEST = 200;

  private final Catalog catalog;
  private final InstantSource clock;
  private final Mentions mentions;
  private final Safe safe;

  /** What a change left, and whether it was not there before. */
  public record Put<T>(T value, boolean isNew) {}

  public Profiles(Catalog catalog, InstantSource clock, Store store, Seal seal) {
    this.catalog = catalog;
    this.clock = clock;
    this.mentions = new Mentions(store);
    this.safe = new Safe(seal);
  }

  /** All of a project, by name. */
  public List<Profile> list(long project) {
    Map<String, Profile> all = new TreeMap<>();
    mentions.profiles(project).forEach(name -> all.put(name, Profile.named(name)));
    catalog.read(transaction -> made(transaction, project)).forEach(p -> all.put(p.username(), p));
    return List.copyOf(all.values());
  }

  private static List<Profile> made(Transaction transaction, long project) {
    Map<String, List<Connection>> accounts =
        new AccountRows(transaction)
            .of(project).stream()
                .collect(groupingBy(Kept::username, mapping(Kept::connection, toList())));
    return new ProfileRows(transaction, project)
        .list().stream()
            .map(profile -> profile.with(accounts.getOrDefault(profile.username(), List.of())))
            .toList();
  }

  /** The profile of this name. */
  public Optional<Profile> find(long project, String username) {
    Optional<Profile> made = catalog.read(transaction -> made(transaction, project, username));
    return made.isPresent() || !mentions.names(project, username)
        ? made
        : Optional.of(Profile.named(username));
  }

  private static Optional<Profile> made(Transaction transaction, long project, String username) {
    return new ProfileRows(transaction, project)
        .find(username)
        .map(
            profile ->
                profile.with(
                    new AccountRows(transaction)
                        .of(project, username).stream().map(Kept::connection).toList()));
  }

  /** The profile of this name; NotFound when there is none. */
  public Profile get(long project, String username) {
    return find(project, username)
        .orElseThrow(
            () -> FailureException.notFound("There is no profile \"" + shown(username) + "\"."));
  }

  /** Names that no profile is made with are repeated as far as one can be long. */
  private static String shown(String username) {
    return username.length() <= LONGEST
        ? username
        : username.substring(0, username.offsetByCodePoints(0, LONGEST / 2)) + "…";
  }

  /** The platforms known for a profile: it has an account or a snapshot there. */
  public Set<String> platforms(long project, String username) {
    Set<String> known = new TreeSet<>(mentions.platforms(project, username));
    catalog
        .read(transaction -> new AccountRows(transaction).of(project, username))
        .forEach(account -> known.add(account.connection().platform()));
    return known;
  }

  /**
   * Makes a profile, or gives one that is there another name for people.
   *
   * @param displayName null to leave it as it is
   */
  public Put<Profile> put(long project, String username, @Nullable String displayName) {
    check(username);
    boolean named = mentions.names(project, username);
    return catalog.write(
        transaction -> {
          ProfileRows rows = new ProfileRows(transaction, project);
          boolean isNew = rows.insert(username, clock.instant()) && !named;
          if (displayName != null) {
            rows.rename(username, displayName);
          }
          return new Put<>(made(transaction, project, username).orElseThrow(), isNew);
        });
  }

  private static void check(String username) {
    boolean fits =
        !username.isBlank()
            && username.length() <= LONGEST
            && username.chars().noneMatch(c -> c == '/' || Character.isISOControl(c));
    if (!fits) {
      throw FailureException.invalid(
          "username",
          "username",
          "A profile's name has 1 to %d characters, without slashes and control characters."
              .formatted(LONGEST));
    }
  }

  /** Takes a profile and its accounts away; what rows say of it stays. */
  public void delete(long project, String username) {
    get(project, username);
    catalog.write(
        transaction -> {
          new ProfileRows(transaction, project).delete(username);
          return true;
        });
  }

  /** The account of a profile at a platform; NotFound when there is none. */
  public Connection connection(long project, String username, String platform) {
    return get(project, username)
        .account(platform)
        .orElseThrow(() -> noAccount(username, platform));
  }

  private static FailureException noAccount(String username, String platform) {
    return FailureException.notFound(
        "The profile \"%s\" has no account at %s.".formatted(username, platform));
  }

  /**
   * Connects an account, in the place of the one the profile had at the platform.
   *
   * @throws FailureException NotFound when there is no such profile
   */
  public Put<Connection> connect(
      long project, @Nullable Long user, String username, Account account) {
    get(project, username);
    Instant now = clock.instant();
    return catalog.write(
        transaction -> {
          new ProfileRows(transaction, project).insert(username, now);
          AccountRows rows = new AccountRows(transaction);
          boolean replaced = rows.delete(project, username, account.platform());
          long number = Sequence.ACCOUNT.next(transaction);
          Connection connection = Safe.connection(number, account, now, null);
          rows.insert(safe.close(new Held(project, username, connection, account)));
          Said said = Said.of(Deed.ACCOUNT_CONNECTED, username, account.platform());
          new AuditRows(transaction).inProject(now, project, user, said);
          return new Put<>(connection, !replaced);
        });
  }

  /** Takes an account away; NotFound when there is none. */
  public void disconnect(long project, @Nullable Long user, String username, String platform) {
    get(project, username);
    boolean gone =
        catalog.write(
            transaction -> {
              Said said = Said.of(Deed.ACCOUNT_DISCONNECTED, username, platform);
              boolean there = new AccountRows(transaction).delete(project, username, platform);
              if (there) {
                new AuditRows(transaction).inProject(clock.instant(), project, user, said);
              }
              return there;
            });
    if (!gone) {
      throw noAccount(username, platform);
    }
  }

  /** The account with its tokens, to read from the network with. */
  public Optional<Held> held(long project, String username, String platform) {
    return catalog
        .read(transaction -> new AccountRows(transaction).find(project, username, platform))
        .map(safe::open);
  }

  /** All accounts of a profile with their tokens. */
  public List<Held> held(long project, String username) {
    return catalog.read(transaction -> new AccountRows(transaction).of(project, username)).stream()
        .map(safe::open)
        .toList();
  }

  /** The profiles of all projects that have an account. */
  public List<Subject> connected() {
    return catalog.read(transaction -> new AccountRows(transaction).subjects());
  }

  /** Sets whether the network lets the server in, unless the account was connected anew since. */
  public void mark(Connection seen, Status status) {
    if (seen.status() != status) {
      catalog.mark(
          transaction -> {
            new AccountRows(transaction).mark(seen.number(), status);
            return true;
          });
    }
  }

  /** New tokens of an account, unless it was connected anew since. */
  public Held renew(Held held, Grant grant) {
    Held renewed = Safe.renewed(held, grant);
    Kept kept = safe.close(renewed);
    catalog.mark(
        transaction -> {
          new AccountRows(transaction).renew(kept);
          return true;
        });
    return renewed;
  }
}

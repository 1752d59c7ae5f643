package dev.facet.access;

import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the configuration's {@code bootstrap} section asks to be there. */
public record BootstrapPlan(List<Organisation> organisations) {
  /** Asks for nothing. */
  public static final BootstrapPlan NONE = new BootstrapPlan(List.of());

  public BootstrapPlan {
    organisations = List.copyOf(organisations);
  }

  /** An organisation with all that is in it. */
  public record Organisation(
      long id, String name, List<User> users, List<Project> projects, List<Key> keys) {
    public Organisation {
      users = List.copyOf(users);
      projects = List.copyOf(projects);
      keys = List.copyOf(keys);
    }
  }

  /** A user and their role in the organisation. */
  public record User(String email, String name, String password, Role role) {}

  /**
   * A project.
   *
   * @param token null for a random one
   */
  public record Project(
      long id, String name, ZoneId zone, DayOfWeek weekStart, @Nullable String token) {}

  /**
   * A key of a user named by e-mail address.
   *
   * @param projects the only projects it is for; empty for no limit
   */
  public record Key(
      String user, String label, String key, List<String> scopes, List<Long> projects) {
    public Key {
      scopes = List.copyOf(scopes);
      projects = List.copyOf(projects);
    }
  }
}

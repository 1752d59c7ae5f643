package dev.facet.access;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a user may do in an organisation; each role may do all that the ones before it may. */
public enum Role {
  /** Reads and queries. */
  VIEWER,
  /** Edits dashboards, insights and rows. */
  EDITOR,
  /** Manages users, keys and projects too. */
  ADMIN,
  /** Everything. */
  OWNER;

  public boolean atLeast(Role other) {
    return compareTo(other) >= 0;
  }

  /** The role's name as configuration and APIs write it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The role of this name. */
  public static Optional<Role> of(String word) {
    return Arrays.stream(values()).filter(role -> role.word().equals(word)).findFirst();
  }
}

package dev.facet.access;

import java.util.UUID;

/**
 * A person who can log in and own keys.
 *
 * @param distinctId a random name for analytics about the user
 * @param active an inactive user's password, sessions and keys open nothing
 */
public record User(long id, String email, String name, String distinctId, boolean active) {

  /** Always the same for the same number. */
  public UUID uuid() {
    return Tokens.uuid("user", id);
  }
}

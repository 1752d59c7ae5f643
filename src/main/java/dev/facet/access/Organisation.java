package dev.facet.access;

import java.util.UUID;

/** A customer of the server: owns users' memberships and projects. */
public record Organisation(long id, String name) {

  /** Always the same for the same number. */
  public UUID uuid() {
    return Tokens.uuid("organisation", id);
  }
}

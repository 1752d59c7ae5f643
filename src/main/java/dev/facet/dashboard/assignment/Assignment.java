package dev.facet.dashboard.assignment;

import java.util.List;
import java.util.Optional;

/**
 * A dashboard that a user was given.
 *
 * @param chosen whether somebody made it the user's default
 */
public record Assignment(long dashboard, boolean chosen) {

  /** The default among these: the chosen one, else the one assigned first. */
  public static Optional<Long> defaultOf(List<Assignment> inOrder) {
    return inOrder.stream()
        .filter(Assignment::chosen)
        .findFirst()
        .or(() -> inOrder.stream().findFirst())
        .map(Assignment::dashboard);
  }
}

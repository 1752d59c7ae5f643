package dev.facet.answer;

/** How fresh an answer must be. */
public enum Mode {
  /** What was computed before, however old, or nothing. */
  CACHED_ONLY,
  /** What was computed before when it still holds, else computed now. */
  FRESH,
  /** Computed now. */
  FORCE
}

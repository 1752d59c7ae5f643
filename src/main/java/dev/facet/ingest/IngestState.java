package dev.facet.ingest;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the write path is doing.
 *
 * @param journaled the last position on disk
 * @param applied the last position that queries see
 * @param rebuilding whether the store still lacks what was in the journal when the server started,
 *     so that answers are incomplete
 * @param trouble why the store takes nothing at present, null when it does
 * @param damages what was found unreadable in the journal
 */
public record IngestState(
    long journaled,
    long applied,
    boolean rebuilding,
    @Nullable String trouble,
    List<Damage> damages) {

  public IngestState {
    damages = List.copyOf(damages);
  }
}

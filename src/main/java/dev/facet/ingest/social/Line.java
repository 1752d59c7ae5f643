package dev.facet.ingest.social;

import java.time.Duration;

/**
 * The way to one account's network: knows its address, refuses hosts that are not allowed, follows
 * no redirect and waits no longer than it may.
 */
@FunctionalInterface
public interface Line {
  /**
   * Sends a call once and gives what came back, whatever its status.
   *
   * @param limit the longest that it may take until the whole reply is there
   * @throws NetworkException TRANSIENT when nothing came back in time, BAD_REQUEST for a redirect
   *     or an address that is not allowed
   */
  Reply send(Call call, Duration limit);
}

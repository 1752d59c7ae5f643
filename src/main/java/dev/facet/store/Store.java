package dev.facet.store;

import dev.facet.model.Table;
import dev.facet.plan.Plan;

/**
 * An engine that holds datasets and runs plans. Safe for use by many threads; {@link #apply} by one
 * at a time.
 */
public interface Store extends AutoCloseable {

  /**
   * The rows of a plan over one project's datasets, computed on one state of the data. Interrupting
   * the thread cancels the work and ends in an {@link dev.facet.model.Failure.Upstream} failure
   * with code {@code cancelled}.
   */
  Table run(long project, Plan plan);

  /**
   * Makes all changes of the batch and remembers its position, or does nothing: all is visible to
   * every {@link #run} that starts after this returns. A batch whose position is not after {@link
   * #position()} changes nothing.
   */
  void apply(Batch batch);

  /**
   * The journal position up to which changes are in; 0 for a new store. Survives restarts together
   * with the data.
   */
  long position();

  /**
   * The journal position of the last change to this project's data; 0 when there was none. Survives
   * restarts. Data that a {@link #run} sees is never older than the position read before it.
   */
  long position(long project);

  /** Gives files and memory back. Work under way may fail. */
  @Override
  void close();
}

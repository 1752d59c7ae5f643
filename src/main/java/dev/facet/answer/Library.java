package dev.facet.answer;

import dev.facet.model.FailureException;
import dev.facet.query.otql.Statement;
import java.util.Optional;

/** What questions refer to that lies outside the stores. */
public interface Library {
  Library EMPTY =
      new Library() {
        @Override
        public Optional<String> file(long organisation, String uri) {
          return Optional.empty();
        }

        @Override
        public Optional<Statement> statement(long project, String id) {
          return Optional.empty();
        }
      };

  /** The text of an organisation's file, by its address. */
  Optional<String> file(long organisation, String uri);

  /**
   * What a query saved in a project asks.
   *
   * @throws FailureException Invalid when its text cannot be understood
   */
  Optional<Statement> statement(long project, String id);
}

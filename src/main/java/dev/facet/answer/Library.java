package dev.facet.answer;

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
        public Optional<String> otql(long project, String id) {
          return Optional.empty();
        }
      };

  /** The text of an organisation's file, by its address. */
  Optional<String> file(long organisation, String uri);

  /** The text of a query saved in a project. */
  Optional<String> otql(long project, String id);
}

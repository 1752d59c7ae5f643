package dev.facet.store.duckdb;

import dev.facet.dataset.Dataset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which tables there are and which keys of objects have columns of their own. */
record Layout(Map<Place, Stored> tables) {
  static final Layout EMPTY = new Layout(Map.of());

  Layout {
    tables = Map.copyOf(tables);
  }

  /** One project's dataset. */
  record Place(long project, String dataset) {
    static Place of(long project, Dataset dataset) {
      return new Place(project, dataset.name());
    }

    /** The quoted name of what is read: the table, or the view over its parts. */
    String table() {
      return "\"" + dataset + "_" + project + "\"";
    }

    /** The quoted name of a table that holds part of the rows. */
    String part(int number) {
      return "\"" + dataset + "_" + project + "_part_" + number + "\"";
    }
  }

  /** A key of an object column. */
  record Key(String column, String name) {}

  /**
   * The columns of a key: {@code p7} for its values as text, {@code n7} for those that are numbers.
   */
  record Promoted(int number, boolean hasNumbers) {
    String text() {
      return "\"p" + number + "\"";
    }

    String numbers() {
      return "\"n" + number + "\"";
    }
  }

  /**
   * A table that is there.
   *
   * @param capacity how many keys get columns; fixed when the table is made, since the keys beyond
   *     it are stored differently
   * @param parts the numbers of the tables that hold the rows, in order; none when the rows are in
   *     one table. New rows go to the last; part {@link Parts#SORTED} holds rows in order
   */
  record Stored(int capacity, Map<Key, Promoted> keys, List<Integer> parts) {
    Stored {
      keys = Map.copyOf(keys);
      parts = List.copyOf(parts);
    }

    /** A table without parts. */
    Stored(int capacity, Map<Key, Promoted> keys) {
      this(capacity, keys, List.of());
    }

    boolean isFull() {
      return keys.size() >= capacity;
    }

    Stored with(Key key, Promoted promoted) {
      Map<Key, Promoted> changed = new HashMap<>(keys);
      changed.put(key, promoted);
      return new Stored(capacity, changed, parts);
    }

    Stored with(List<Integer> newParts) {
      return new Stored(capacity, keys, newParts);
    }

    /** The quoted names of the tables that hold the rows. */
    List<String> tables(Place place) {
      return parts.isEmpty() ? List.of(place.table()) : parts.stream().map(place::part).toList();
    }

    /** The quoted name of the table that new rows go to. */
    String newest(Place place) {
      return parts.isEmpty() ? place.table() : place.part(parts.getLast());
    }
  }

  @Nullable Stored table(Place place) {
    return tables.get(place);
  }

  Layout with(Place place, Stored table) {
    Map<Place, Stored> changed = new HashMap<>(tables);
    changed.put(place, table);
    return new Layout(changed);
  }

  /** The map of texts of an object column's other keys. */
  static String moreTexts(String column) {
    return "\"" + column + "_more\"";
  }

  /** The map of numbers of an object column's other keys. */
  static String moreNumbers(String column) {
    return "\"" + column + "_more_numbers\"";
  }
}

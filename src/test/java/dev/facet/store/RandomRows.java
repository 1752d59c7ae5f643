package dev.facet.store;

import static dev.facet.store.Rows.NOON;
import static dev.facet.store.Rows.row;

import dev.facet.dataset.Datasets;
import dev.facet.model.Micros;
import dev.facet.store.Batch.Change;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * Random batches: odd texts, numbers in disguise, missing and nested values, repetitions, merges.
 */
public final class RandomRows {
  /** Texts that stores could take for one another or for something else. */
  static final List<String> TEXTS =
      List.of(
          "",
          " ",
          "a",
          "A",
          "ä",
          "Ä",
          "ß",
          "İ",
          "ı",
          "i",
          "σ",
          "ς",
          "Σ",
          "😀",
          "z\nz",
          "\t",
          "\uFF5E",
          "10",
          "10.0",
          "1e1",
          " 10 ",
          "+10",
          "-0",
          ".5",
          "0x10",
          "NaN",
          "Infinity",
          "1e999",
          "١",
          "true",
          "null",
          "%",
          "_",
          "'",
          "\"",
          "\\",
          "{}",
          "[1]",
          "/a/?#",
          "/a",
          "2024-02-29",
          "2024-02-29T10:00:00Z",
          "2023-11-14 22:13:20.5+01:00",
          "1700000000",
          "-1",
          "$x");

  static final List<String> KEYS =
      List.of("a", "A", "b", "$c", "", "key with \"quotes\"", "ключ", "only sometimes", "list");

  private final Random random;

  public RandomRows(Random random) {
    this.random = random;
  }

  /** Batches that leave some dozens of events and a few persons in projects 1 and 2. */
  public List<Batch> batches() {
    List<Batch> batches = new ArrayList<>();
    for (int position = 1; position <= 4; position++) {
      List<Change> changes = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        changes.add(change());
      }
      batches.add(new Batch(position, changes));
    }
    return batches;
  }

  private Change change() {
    long project = 1 + random.nextInt(5) / 4;
    return switch (random.nextInt(7)) {
      case 6 -> new Change.Upsert(project, Datasets.COHORT_PEOPLE, members());
      case 0 -> new Change.Merge(project, random.nextInt(6), random.nextInt(6));
      case 1, 2 -> new Change.Upsert(project, Datasets.PERSONS, persons());
      default -> new Change.Append(project, Datasets.EVENTS, events());
    };
  }

  private List<List<@Nullable Object>> events() {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (int i = random.nextInt(12); i >= 0; i--) {
      rows.add(
          row(
              Rows.uuid("event " + random.nextInt(60)),
              pick(List.of("a", "A", "view", "😀")),
              "user " + random.nextInt(4),
              time(),
              (long) random.nextInt(6),
              random.nextInt(4) == 0 ? null : (Object) time(),
              object(2)));
    }
    return rows;
  }

  private List<List<@Nullable Object>> persons() {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (int i = random.nextInt(4); i >= 0; i--) {
      long person = random.nextInt(6);
      rows.add(
          row(
              person,
              Rows.uuid("person " + person),
              time(),
              random.nextBoolean(),
              random.nextInt(3) == 0 ? null : (Object) random.nextBoolean(),
              object(2)));
    }
    return rows;
  }

  private List<List<@Nullable Object>> members() {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (int i = random.nextInt(4); i >= 0; i--) {
      rows.add(row((long) random.nextInt(2), (long) random.nextInt(6)));
    }
    return rows;
  }

  long time() {
    return NOON + random.nextInt(200) * Micros.HOUR + random.nextInt(3) - 1;
  }

  Map<String, @Nullable Object> object(int depth) {
    Map<String, @Nullable Object> object = new LinkedHashMap<>();
    for (int i = random.nextInt(6); i > 0; i--) {
      object.put(pick(KEYS), value(depth));
    }
    return object;
  }

  @Nullable Object value(int depth) {
    return switch (random.nextInt(depth > 0 ? 9 : 7)) {
      case 0 -> null;
      case 1 -> random.nextBoolean();
      case 2 -> (Object) (long) (random.nextInt(12) - 2);
      case 3 -> number();
      case 4, 5, 6 -> pick(TEXTS);
      case 7 -> object(depth - 1);
      default -> new ArrayList<>(row(value(depth - 1), value(depth - 1)));
    };
  }

  /** Sums of these are exact, so that they do not depend on the order of adding. */
  double number() {
    return (random.nextInt(40) - 10) * 0.25 + 0.125;
  }

  <T> T pick(List<T> options) {
    return options.get(random.nextInt(options.size()));
  }
}

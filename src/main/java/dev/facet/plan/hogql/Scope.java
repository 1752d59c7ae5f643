package dev.facet.plan.hogql;

import dev.facet.model.Type;
import dev.facet.plan.Expression;
import dev.facet.plan.hogql.row.Derived;
import dev.facet.plan.hogql.row.Parts;
import dev.facet.plan.hogql.row.Relation;
import dev.facet.plan.hogql.table.Reading;
import dev.facet.plan.hogql.table.Schema.Field;
import dev.facet.plan.hogql.text.Asked;
import dev.facet.plan.hogql.text.Mistakes;
import dev.facet.plan.hogql.tuple.Tupled;
import dev.facet.query.Syntax;
import dev.facet.query.Syntax.Place;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The names that one SELECT can use: its tables, what it calls its own columns, and common table
 * expressions. Grows while the SELECT is read; used by one thread.
 */
final class Scope {
  private final Asked asked;
  private final @Nullable Scope outer;
  private final Map<String, Common> commons = new LinkedHashMap<>();
  private final Map<String, Syntax> constants = new LinkedHashMap<>();
  private final List<Reading> readings = new ArrayList<>();
  private final Map<String, Syntax> aliases = new LinkedHashMap<>();
  private final Map<String, Expression> meanings = new HashMap<>();
  private final Set<String> open = new HashSet<>();
  private final Map<String, Expression> columns = new LinkedHashMap<>();
  private final Map<String, Mention> mentions = new HashMap<>();
  private final Map<String, Syntax.Window> windows = new LinkedHashMap<>();
  private final Map<Expression, String> unnested = new LinkedHashMap<>();
  private final Map<String, Tupled> tuples = new HashMap<>();
  private final Map<Syntax, Optional<Tupled>> said = new IdentityHashMap<>();
  private final Parts parts = new Parts();

  /** A common table expression; compiled once, when it is first read. */
  static final class Common {
    private final Syntax.Statement statement;
    private final Scope scope;
    private @Nullable Relation relation;

    Common(Syntax.Statement statement, Scope scope) {
      this.statement = statement;
      this.scope = scope;
    }

    Relation relation() {
      if (relation == null) {
        relation = Statements.of(statement, scope);
      }
      return relation;
    }
  }

  /** How a text names a column, and where it does first. */
  record Mention(String name, Place place) {}

  Scope(Asked asked, @Nullable Scope outer) {
    this.asked = asked;
    this.outer = outer;
  }

  Asked asked() {
    return asked;
  }

  Mistakes mistakes() {
    return asked.mistakes();
  }

  Parts parts() {
    return parts;
  }

  List<Reading> readings() {
    return readings;
  }

  void add(Reading reading, Place place) {
    if (readings.stream().anyMatch(other -> other.name().equals(reading.name()))) {
      throw mistakes()
          .at(
              "duplicate_table",
              place,
              "two tables are called \"%s\": give one another name with AS."
                  .formatted(reading.name()));
    }
    readings.add(reading);
  }

  void add(String name, Common common) {
    commons.put(name, common);
  }

  Optional<Common> common(String name) {
    Common own = commons.get(name);
    if (own != null) {
      return Optional.of(own);
    }
    return outer == null ? Optional.empty() : outer.common(name);
  }

  List<String> commonNames() {
    List<String> names = new ArrayList<>(commons.keySet());
    if (outer != null) {
      names.addAll(outer.commonNames());
    }
    return names;
  }

  void window(String name, Syntax.Window window) {
    windows.put(name, window);
  }

  Syntax.Window window(String name, Place place) {
    Syntax.Window window = windows.get(name);
    if (window == null) {
      throw mistakes().unknown("window", name, windows.keySet(), place);
    }
    return window;
  }

  /** Takes the common tables and constants that another scope knows. */
  void inherit(Scope other) {
    for (Scope one = other; one != null; one = one.outer) {
      one.commons.forEach(commons::putIfAbsent);
      one.constants.forEach(constants::putIfAbsent);
    }
  }

  /** A name for an expression, here and in all statements inside. */
  void constant(String name, Syntax value) {
    constants.put(name, value);
  }

  private @Nullable Syntax constant(String name) {
    Syntax own = constants.get(name);
    return own != null || outer == null ? own : outer.constant(name);
  }

  /** A column that belongs to no table: made by ARRAY JOIN or by USING. */
  void column(String name, Expression value) {
    columns.put(name, value);
  }

  /** The column of the elements of a list; equal lists are walked once. */
  Expression unnest(Expression list, Type element) {
    String column = unnested.computeIfAbsent(list, one -> asked.fresh("e"));
    return new Expression.Reference(column, element);
  }

  Map<Expression, String> unnested() {
    return unnested;
  }

  void alias(String name, Syntax expression) {
    aliases.putIfAbsent(name, expression);
  }

  /** What one of the SELECT's own columns means; inside itself its name means something else. */
  Optional<Expression> alias(String name) {
    Expression known = meanings.get(name);
    if (known != null) {
      return Optional.of(known);
    }
    Syntax expression = aliased(name);
    if (expression == null || !open.add(name)) {
      return Optional.empty();
    }
    try {
      Expression meaning = new Terms(this).of(expression);
      if (open.size() == 1) {
        meanings.put(name, meaning);
      }
      return Optional.of(meaning);
    } finally {
      open.remove(name);
    }
  }

  /**
   * Something about what an alias or a named value of WITH was written as; empty for other names,
   * and inside itself, where the name means something else.
   */
  <T> Optional<T> within(String name, Function<Syntax, T> about) {
    Syntax expression = aliased(name);
    if (expression == null || !open.add(name)) {
      return Optional.empty();
    }
    try {
      return Optional.of(about.apply(expression));
    } finally {
      open.remove(name);
    }
  }

  /** A column whose elements are tuples. */
  void tupled(String column, Tupled tupled) {
    tuples.put(column, tupled);
  }

  /** The tuple, or list of tuples, that a column is. */
  Optional<Tupled> tupled(List<String> path) {
    Tupled own = tuples.get(path.getFirst());
    if (own != null) {
      return path.size() == 1 ? Optional.of(own) : Optional.empty();
    }
    for (Reading reading : readings) {
      boolean isQualified = path.size() == 2 && reading.name().equals(path.getFirst());
      if (reading.schema() instanceof Derived derived && (isQualified || path.size() == 1)) {
        Optional<Tupled> found = derived.tupled(path.getLast());
        if (found.isPresent()) {
          return found.map(tupled -> beside(reading, tupled));
        }
      }
    }
    return Optional.empty();
  }

  private static Tupled beside(Reading reading, Tupled tupled) {
    String column = ((Expression.Reference) tupled.raw()).column();
    return new Tupled(reading.value(column, tupled.raw()), tupled.type());
  }

  /** The tuples that texts say outside of lambdas. */
  Map<Syntax, Optional<Tupled>> said() {
    return said;
  }

  /** What an alias or a named value of WITH was written as. */
  @Nullable Syntax aliased(String name) {
    Syntax own = aliases.get(name);
    return own != null ? own : constant(name);
  }

  /** The column that a name means; a failure when none or several do. */
  Field field(List<String> path, Place place) {
    Expression own = columns.get(path.getFirst());
    if (own != null) {
      return new Field(path.getFirst(), own);
    }
    Optional<Field> found = found(path, place);
    if (found.isEmpty()) {
      throw unknown(path, place);
    }
    if (found.get().value() instanceof Expression.Reference reference) {
      String name = String.join(".", path.subList(0, found.get().length()));
      mentions.putIfAbsent(reference.column(), new Mention(name, place));
    }
    return found.get();
  }

  private Optional<Field> found(List<String> path, Place place) {
    for (Reading reading : readings) {
      if (path.size() > 1 && reading.name().equals(path.getFirst())) {
        Optional<Field> inside = reading.find(path.subList(1, path.size()));
        if (inside.isPresent()) {
          Field field = inside.get();
          return Optional.of(
              new Field(field.key(), field.value(), field.length() + 1, field.owner()));
        }
      }
    }
    List<Reading> owners =
        readings.stream().filter(r -> r.schema().field(path).isPresent()).toList();
    if (owners.size() > 1) {
      throw mistakes()
          .at(
              "ambiguous_column",
              place,
              "\"%s\" is a column of %s: say which one means it."
                  .formatted(
                      path.getFirst(),
                      String.join(" and ", owners.stream().map(Reading::name).toList())));
    }
    return owners.stream().findFirst().flatMap(owner -> owner.find(path));
  }

  private RuntimeException unknown(List<String> path, Place place) {
    for (Reading reading : readings) {
      if (path.size() > 2
          && reading.name().equals(path.getFirst())
          && isGroup(reading, path.get(1))) {
        return mistakes()
            .unknown("column", path.get(2), reading.schema().members(path.get(1)), place);
      }
      if (path.size() > 1 && reading.name().equals(path.getFirst())) {
        return mistakes().unknown("column", path.get(1), known(reading), place);
      }
    }
    for (Reading reading : readings) {
      if (path.size() > 1 && reading.schema().more().contains(path.getFirst())) {
        return mistakes()
            .unknown("column", path.get(1), reading.schema().members(path.getFirst()), place);
      }
    }
    for (Reading reading : readings) {
      if (path.size() == 1 && reading.schema().more().contains(path.getFirst())) {
        String name = path.getFirst();
        return mistakes()
            .refused(
                place,
                "\"%s\" is no column itself; it has %s."
                    .formatted(name, String.join(", ", reading.schema().members(name))));
      }
    }
    for (Scope scope = outer; scope != null; scope = scope.outer) {
      if (scope.found(path, place).isPresent()) {
        return mistakes()
            .refused(
                place,
                "\"%s\" is a column of the outer query: a subquery cannot read it; join instead."
                    .formatted(String.join(".", path)));
      }
    }
    List<String> known = new ArrayList<>(aliases.keySet());
    known.addAll(columns.keySet());
    readings.forEach(reading -> known.addAll(known(reading)));
    readings.stream().map(Reading::name).filter(name -> name.indexOf(' ') < 0).forEach(known::add);
    return mistakes().unknown("column", path.getFirst(), known, place);
  }

  private static boolean isGroup(Reading reading, String name) {
    return reading.schema().more().contains(name);
  }

  private static List<String> known(Reading reading) {
    List<String> known = new ArrayList<>(reading.schema().columns());
    known.addAll(reading.schema().more());
    return known;
  }

  void mention(String column, String name, Place place) {
    mentions.putIfAbsent(column, new Mention(name, place));
  }

  /** What the text calls a column of our own, empty when it does not name it. */
  Optional<Mention> mention(String column) {
    return Optional.ofNullable(mentions.get(column));
  }
}

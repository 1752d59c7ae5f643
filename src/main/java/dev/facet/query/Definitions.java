package dev.facet.query;

import dev.facet.model.Project;
import dev.facet.query.type.PropertyTypes;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What planning needs to know about the project a query is asked in.
 *
 * @param testAccounts which events are not of the project's own people
 * @param cohorts by number
 * @param actions by number
 * @param propertyTypes what the values of properties are read as
 * @param groupTypes the names of the types of groups, each at its index
 * @param variables by the name that the text of a query calls them
 * @param tenant whose data it is
 * @param currency what money is converted to; null when it is left as it is
 */
public record Definitions(
    ZoneId zone,
    DayOfWeek weekStart,
    Filter testAccounts,
    Map<Long, Cohort> cohorts,
    Map<Long, Action> actions,
    PropertyTypes propertyTypes,
    List<String> groupTypes,
    Map<String, Variable> variables,
    Tenant tenant,
    @Nullable String currency) {

  public Definitions {
    cohorts = Map.copyOf(cohorts);
    actions = Map.copyOf(actions);
    groupTypes = List.copyOf(groupTypes);
    variables = Map.copyOf(variables);
  }

  /** The definitions of a project that learned nothing from its data. */
  public Definitions(
      ZoneId zone,
      DayOfWeek weekStart,
      Filter testAccounts,
      Map<Long, Cohort> cohorts,
      Map<Long, Action> actions) {
    this(
        zone,
        weekStart,
        testAccounts,
        cohorts,
        actions,
        PropertyTypes.NONE,
        List.of(),
        Map.of(),
        Tenant.NONE,
        null);
  }

  /** The definitions of a project in which nobody defined anything else. */
  public Definitions(ZoneId zone, DayOfWeek weekStart, Filter testAccounts) {
    this(zone, weekStart, testAccounts, Map.of(), Map.of());
  }

  /** The definitions of a project that has no test accounts named. */
  public static Definitions of(Project project) {
    return new Definitions(project.zone(), project.weekStart(), Filter.ALL);
  }

  /** Of few parts: definitions are hashed with each question, and mostly the same ones. */
  @Override
  public int hashCode() {
    return Objects.hash(zone, weekStart, cohorts.size(), actions.size(), groupTypes);
  }

  /** The same in a project of an organisation. */
  public Definitions of(Tenant newTenant) {
    return new Definitions(
        zone,
        weekStart,
        testAccounts,
        cohorts,
        actions,
        propertyTypes,
        groupTypes,
        variables,
        newTenant,
        currency);
  }

  /** The same with money converted. */
  public Definitions in(String newCurrency) {
    return new Definitions(
        zone,
        weekStart,
        testAccounts,
        cohorts,
        actions,
        propertyTypes,
        groupTypes,
        variables,
        tenant,
        newCurrency);
  }

  /** The project and its organisation, by their numbers. */
  public record Tenant(long project, long organisation) {
    public static final Tenant NONE = new Tenant(0, 0);
  }

  /**
   * A value that queries name and whoever asks may set.
   *
   * @param id what stored queries and dashboards know it by
   * @param codeName what the text of a query calls it
   * @param value what it is when nobody sets it: text, Long, Double, Boolean, or null
   */
  public record Variable(String id, String codeName, Kind kind, @Nullable Object value) {

    /** What a variable may hold. */
    public enum Kind {
      STRING("String"),
      NUMBER("Number"),
      BOOLEAN("Boolean"),
      /** One of a list of texts. */
      LIST("List"),
      DATE("Date");

      private final String word;

      Kind(String word) {
        this.word = word;
      }

      /** The kind's name in APIs. */
      public String word() {
        return word;
      }

      /** The kind of this name. */
      public static Optional<Kind> of(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word.equals(word)).findFirst();
      }

      /** All names. */
      public static List<String> words() {
        return Arrays.stream(values()).map(Kind::word).toList();
      }
    }
  }
}

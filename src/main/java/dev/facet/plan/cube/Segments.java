package dev.facet.plan.cube;

import dev.facet.model.Column;
import dev.facet.model.Place;
import dev.facet.model.Type;
import dev.facet.plan.Aggregation;
import dev.facet.plan.Expression;
import dev.facet.plan.Plan;
import dev.facet.plan.Plan.Named;
import dev.facet.plan.event.Members;
import dev.facet.plan.event.Setting;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** The cohorts that persons are in now. */
record Segments(Setting setting) {
  static final String SEGMENT = "segment";
  static final String MEMBER = "segment_person";

  /** A row for each person and cohort it is in: {@link #MEMBER} and {@link #SEGMENT}. */
  Plan all() {
    List<Plan> parts = new ArrayList<>();
    for (long id : new TreeSet<>(setting.definitions().cohorts().keySet())) {
      Plan persons = new Members(setting).of(id, Place.NONE);
      parts.add(
          new Plan.Project(
              persons,
              List.of(
                  new Named(MEMBER, persons.column("person")),
                  new Named(SEGMENT, Expression.text(String.valueOf(id))))));
    }
    return parts.isEmpty()
        ? new Plan.Values(
            List.of(new Column(MEMBER, Type.INTEGER), new Column(SEGMENT, Type.TEXT)), List.of())
        : parts.size() == 1 ? parts.getFirst() : new Plan.Union(parts);
  }

  /** Each fact once for each cohort of its person. */
  static Plan split(Plan facts, String person, Plan segments) {
    return new Plan.Join(
        Plan.Join.Kind.INNER, facts, segments, List.of(new Plan.Join.On(person, MEMBER)), false);
  }

  /** The facts with a column that is not null where the person is in a cohort that passes. */
  static Plan marked(Plan facts, String person, Plan segments, Expression passes, String mark) {
    Plan passing = new Plan.Filter(segments, passes);
    Plan members =
        new Plan.Aggregate(
            passing, List.of(new Named(mark, passing.column(MEMBER))), List.<Aggregation>of());
    return new Plan.Join(
        Plan.Join.Kind.LEFT, facts, members, List.of(new Plan.Join.On(person, mark)), false);
  }
}

package dev.facet.plan.cube;

import static dev.facet.plan.Expression.call;

import dev.facet.dataset.cube.CubeDimension;
import dev.facet.dataset.cube.Source;
import dev.facet.plan.Expression;
import dev.facet.plan.Function;
import dev.facet.plan.Plan;
import dev.facet.plan.Plan.Named;
import dev.facet.plan.Plan.Sort.By;
import dev.facet.plan.Planned;
import dev.facet.plan.event.Conditions;
import dev.facet.plan.event.Setting;
import dev.facet.query.CubeQuery;
import dev.facet.query.CubeQuery.FactFilter;
import dev.facet.query.CubeQuery.RowFilter;
import dev.facet.query.Definitions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Plans reports about data cubes. */
public final class CubePlanner {
  private final CubeQuery query;
  private final Setting setting;
  private final Instant now;
  private final Stretch stretch;
  private final Facts facts;
  private final FactValues values;

  public CubePlanner(CubeQuery query, Definitions definitions, Instant now) {
    this.query = query;
    this.setting = Setting.of(definitions, now);
    this.now = now;
    this.stretch = Stretch.of(query, now);
    this.facts = Facts.of(query, setting, stretch);
    this.values = new FactValues(definitions.tenant(), facts.time());
  }

  public Planned plan() {
    Plan shown = new Plan.Sort(kept(measured(split(filtered()))), order());
    int limit = Facts.isAlwaysEmpty(query.cube()) ? 0 : query.limit();
    Instant from = query.from().validUntil(now);
    Instant to = query.to().validUntil(now);
    return new Planned(
        new Plan.Limit(shown, limit, query.offset()),
        new CubeShape(query),
        stretch.period(),
        from.isBefore(to) ? from : to);
  }

  private Plan filtered() {
    Plan rows = facts.rows();
    List<Expression> conditions = new ArrayList<>();
    Tests tests = new Tests(values);
    for (FactFilter filter : query.facts().filters()) {
      Expression passes;
      if (filter.dimension().source() instanceof Source.Segments) {
        String mark = "segment_mark_" + conditions.size();
        Expression test = tests.of(filter.dimension(), filter.test());
        rows = Segments.marked(rows, facts.person(), new Segments(setting).all(), test, mark);
        passes = call(Function.NOT, call(Function.IS_NULL, rows.column(mark)));
      } else if (filter.dimension().isSeveral()) {
        passes = Tests.any(values.value(filter.dimension().source()), filter.test());
      } else {
        passes = tests.of(filter.dimension(), filter.test());
      }
      Expression sure = Tests.sure(passes);
      conditions.add(filter.not() ? call(Function.NOT, sure) : sure);
    }
    return conditions.isEmpty() ? rows : new Plan.Filter(rows, together(query.facts(), conditions));
  }

  private static Expression together(CubeQuery.Clause<?> clause, List<Expression> conditions) {
    return clause.any() ? Conditions.any(conditions) : Conditions.all(conditions);
  }

  /** Facts that have several values of a dimension once for each; none of those that lack one. */
  private Plan split(Plan rows) {
    Plan split = rows;
    List<Expression> there = new ArrayList<>();
    boolean joined = false;
    for (int i = 0; i < query.dimensions().size(); i++) {
      CubeDimension dimension = query.dimensions().get(i);
      Expression value = values.value(dimension.source());
      if (dimension.source() instanceof Source.Segments) {
        split = joined ? split : Segments.split(split, facts.person(), new Segments(setting).all());
        joined = true;
      } else if (dimension.isSeveral()) {
        split = new Plan.Unnest(split, List.of(new Named(element(i), value)), null, false);
        there.add(call(Function.NOT, call(Function.IS_NULL, split.column(element(i)))));
      } else {
        there.add(call(Function.NOT, call(Function.IS_NULL, value)));
      }
    }
    return there.isEmpty() ? split : new Plan.Filter(split, Conditions.all(there));
  }

  private static String element(int dimension) {
    return "element_" + dimension;
  }

  /** A row for each combination of values, with the metrics. */
  private Plan measured(Plan rows) {
    Terms terms = new Terms(values);
    List<Named> metrics = new ArrayList<>();
    query
        .metrics()
        .forEach(m -> metrics.add(new Named(metric(metrics.size()), terms.of(m.metric()))));
    query
        .rows()
        .filters()
        .forEach(f -> metrics.add(new Named(metric(metrics.size()), terms.of(f.metric()))));
    List<Named> keys = new ArrayList<>();
    for (int i = 0; i < query.dimensions().size(); i++) {
      CubeDimension dimension = query.dimensions().get(i);
      boolean unnested = dimension.isSeveral() && !(dimension.source() instanceof Source.Segments);
      Expression key = unnested ? rows.column(element(i)) : values.value(dimension.source());
      keys.add(new Named(CubeShape.dimension(i), key));
    }
    Plan groups = new Plan.Aggregate(rows, keys, terms.aggregations());
    List<Named> columns = new ArrayList<>();
    keys.forEach(key -> columns.add(new Named(key.name(), groups.column(key.name()))));
    columns.addAll(metrics);
    return new Plan.Project(groups, columns);
  }

  private static String metric(int place) {
    return CubeShape.metric(place);
  }

  private Plan kept(Plan rows) {
    List<Expression> conditions = new ArrayList<>();
    for (RowFilter filter : query.rows().filters()) {
      Expression value = rows.column(metric(query.metrics().size() + conditions.size()));
      Expression number =
          value.type() == dev.facet.model.Type.INTEGER ? call(Function.TO_NUMBER, value) : value;
      Expression passes = Tests.compare(filter.operator(), number, filter.value());
      conditions.add(filter.not() ? call(Function.NOT, passes) : passes);
    }
    return conditions.isEmpty() ? rows : new Plan.Filter(rows, together(query.rows(), conditions));
  }

  private List<By> order() {
    List<By> order = new ArrayList<>();
    int dimensions = query.dimensions().size();
    for (CubeQuery.Order by : query.order()) {
      boolean isMetric = by.column() >= dimensions;
      String column =
          isMetric ? metric(by.column() - dimensions) : CubeShape.dimension(by.column());
      order.add(new By(column, by.descending()));
    }
    for (int i = 0; i < dimensions; i++) {
      order.add(new By(CubeShape.dimension(i), false));
    }
    return order;
  }
}

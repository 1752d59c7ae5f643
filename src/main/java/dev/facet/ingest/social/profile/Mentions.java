package dev.facet.ingest.social.profile;

import static dev.facet.plan.Expression.call;

import dev.facet.dataset.Dataset;
import dev.facet.dataset.SocialDatasets;
import dev.facet.plan.Expression;
import dev.facet.plan.Function;
import dev.facet.plan.Plan;
import dev.facet.plan.Plan.Named;
import dev.facet.store.Store;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Profiles and platforms as the rows of datasets name them. */
record Mentions(Store store) {
  private static final String PROFILE = "profile";
  private static final List<Dataset> NAMING =
      List.of(SocialDatasets.PROFILE_SNAPSHOTS, SocialDatasets.POSTS);

  /** Every profile that a snapshot or post names. */
  Set<String> profiles(long project) {
    Set<String> names = new TreeSet<>();
    NAMING.forEach(dataset -> names.addAll(distinct(project, new Plan.Scan(dataset), PROFILE)));
    return names;
  }

  boolean names(long project, String profile) {
    return NAMING.stream()
        .map(dataset -> new Plan.Limit(of(new Plan.Scan(dataset), profile), 1, 0))
        .anyMatch(first -> !store.run(project, first).rows().isEmpty());
  }

  /** The platforms that snapshots of a profile name. */
  Set<String> platforms(long project, String profile) {
    Plan snapshots = new Plan.Scan(SocialDatasets.PROFILE_SNAPSHOTS);
    return distinct(project, of(snapshots, profile), "platform");
  }

  private static Plan of(Plan rows, String profile) {
    return new Plan.Filter(
        rows, call(Function.EQUAL, rows.column(PROFILE), Expression.text(profile)));
  }

  private Set<String> distinct(long project, Plan rows, String column) {
    Plan groups =
        new Plan.Aggregate(rows, List.of(new Named(column, rows.column(column))), List.of());
    Set<String> values = new TreeSet<>();
    for (List<@Nullable Object> row : store.run(project, groups).rows()) {
      if (row.getFirst() instanceof String value) {
        values.add(value);
      }
    }
    return values;
  }
}

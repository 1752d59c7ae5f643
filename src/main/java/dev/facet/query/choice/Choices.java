package dev.facet.query.choice;

import dev.facet.dataset.cube.CubeDimension;
import dev.facet.dataset.cube.DataCube;
import dev.facet.model.Failure;
import dev.facet.query.CubeQuery;
import dev.facet.query.CubeQuery.FactFilter;
import dev.facet.query.CubeQuery.Test;
import dev.facet.query.CubeQuery.TextOperator;
import dev.facet.query.DatasetTree.Node;
import dev.facet.query.OtqlQuery;
import dev.facet.query.otql.Condition;
import dev.facet.query.otql.Fragments;
import dev.facet.query.otql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the sources of trees are narrowed down to: all fragments hold together, and the scope for
 * the sources that adapt to it.
 */
public record Choices(List<Fragment> fragments, Scope scope) {
  public static final Choices NONE = new Choices(List.of(), Scope.EVERYONE);
  private static final Failure OUTSIDE =
      new Failure.Invalid(
          "scope",
          "adapt_to_scope",
          "Activities cannot be narrowed down to a query; say adapt_to_scope: false to see all of"
              + " them.");
  private static final Pattern SEGMENT = Pattern.compile("{SEGMENT_ID}", Pattern.LITERAL);

  public Choices {
    fragments = List.copyOf(fragments);
  }

  /**
   * Who is looked at.
   *
   * @param segment the number of the only segment; null for all of them
   * @param query a statement whose conditions hold of everyone; null for none
   */
  public record Scope(@Nullable String segment, @Nullable Statement query) {
    public static final Scope EVERYONE = new Scope(null, null);
  }

  /** What is asked besides of the sources of one kind. */
  public sealed interface Fragment {

    /** Of statements in OTQL, wherever they ask about objects of the type. */
    record OfObjects(String type, Condition condition) implements Fragment {}

    /** Of reports of a cube. */
    record OfFacts(DataCube cube, List<FactFilter> filters) implements Fragment {
      public OfFacts {
        filters = List.copyOf(filters);
      }
    }

    /**
     * Something that was not understood: what it is meant for fails.
     *
     * @param cube whose reports it is meant for; null for statements in OTQL
     */
    record Broken(@Nullable DataCube cube, Failure failure) implements Fragment {}
  }

  /** The source asking for what was chosen only. */
  public Node of(Node.Leaf leaf) {
    return switch (leaf.query()) {
      case OtqlQuery query -> broken(null, leaf.withQuery(narrowed(query, leaf.source().adapts())));
      case CubeQuery query when isOutside(query.cube(), leaf.source().adapts()) ->
          new Node.Broken(OUTSIDE);
      case CubeQuery query ->
          broken(query.cube(), leaf.withQuery(narrowed(query, leaf.source().adapts())));
      default -> leaf;
    };
  }

  /** Whether facts do not know what the query of the scope asks. */
  private boolean isOutside(DataCube cube, boolean adapts) {
    return scope.query() != null && adapts && cube == DataCube.ACTIVITIES_ANALYTICS;
  }

  /** The file of the segment, where its name or the place in it says so. */
  public Node of(Node.File file) {
    String segment = scope.segment();
    if (segment == null || !file.source().adapts()) {
      return file;
    }
    UnaryOperator<String> filled =
        text -> SEGMENT.matcher(text).replaceFirst(Matcher.quoteReplacement(segment));
    return new Node.File(filled.apply(file.uri()), filled.apply(file.path()), file.source());
  }

  private Node broken(@Nullable DataCube cube, Node otherwise) {
    for (Fragment fragment : fragments) {
      if (fragment instanceof Fragment.Broken(var of, Failure failure) && of == cube) {
        return new Node.Broken(failure);
      }
    }
    return otherwise;
  }

  private OtqlQuery narrowed(OtqlQuery query, boolean adapts) {
    Statement statement = query.statement();
    for (Fragment fragment : fragments) {
      if (fragment instanceof Fragment.OfObjects(String type, Condition condition)) {
        statement = Fragments.filtered(statement, type, condition);
      }
    }
    String segment = scope.segment();
    if (scope.query() != null && adapts) {
      statement = Fragments.within(statement, scope.query());
    }
    if (segment != null && adapts) {
      statement = Fragments.inSegment(statement, segment);
    }
    return new OtqlQuery(statement, query.parameters(), query.limit(), query.offset());
  }

  private CubeQuery narrowed(CubeQuery query, boolean adapts) {
    List<FactFilter> more = new ArrayList<>();
    for (Fragment fragment : fragments) {
      if (fragment instanceof Fragment.OfFacts(DataCube cube, var filters)
          && cube == query.cube()) {
        more.addAll(filters);
      }
    }
    String segment = scope.segment();
    if (segment != null && adapts && query.cube() == DataCube.ACTIVITIES_ANALYTICS) {
      more.add(
          new FactFilter(members(), new Test.Text(TextOperator.IS, List.of(segment), true), false));
    }
    return query.and(more);
  }

  private static CubeDimension members() {
    return DataCube.ACTIVITIES_ANALYTICS.dimension("segment_id").orElseThrow();
  }
}

package dev.facet.query;

import dev.facet.model.Failure;
import dev.facet.query.choice.Choices;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A dataset made of others by transformations: its leaves are questions of their own.
 *
 * @param choices what its sources are narrowed down to
 */
public record DatasetTree(Node root, Choices choices) implements Query {

  public DatasetTree(Node root) {
    this(root, Choices.NONE);
  }

  /** This about what was chosen only. */
  public DatasetTree with(Choices newChoices) {
    return new DatasetTree(root, newChoices);
  }

  /**
   * What is said of a source whatever it is.
   *
   * @param title what its series is called; null for its own name
   * @param project the number of the project that is asked about; null for the reader's
   * @param adapts whether it is about the segment alone that a reader looks at
   * @param anew whether what was computed before does not do
   */
  public record Source(
      @Nullable String title, @Nullable String project, boolean adapts, boolean anew) {
    /** Of which nothing was said. */
    public static final Source PLAIN = new Source(null, null, true, false);
  }

  /** A dataset. */
  public sealed interface Node {

    /** What its series is called; null for its own name. */
    @Nullable String title();

    /** The answer to a question. */
    record Leaf(Query query, Source source) implements Node {
      @Override
      public @Nullable String title() {
        return source.title();
      }

      public Leaf withQuery(Query newQuery) {
        return new Leaf(newQuery, source);
      }
    }

    /** The answer to a query in OTQL that was saved, by its id. */
    record Saved(String query, Source source) implements Node {
      @Override
      public @Nullable String title() {
        return source.title();
      }
    }

    /** A place within a JSON file of the organisation. */
    record File(String uri, String path, Source source) implements Node {
      @Override
      public @Nullable String title() {
        return source.title();
      }
    }

    /**
     * Other datasets made one.
     *
     * @param names a question whose rows are keys and their names, null where none is needed
     */
    record Transformed(
        Transformation how, List<Node> sources, @Nullable String title, @Nullable Query names)
        implements Node {
      public Transformed {
        sources = List.copyOf(sources);
      }
    }

    /** Something that cannot be understood: asking for it fails. */
    record Broken(Failure failure) implements Node {
      @Override
      public @Nullable String title() {
        return null;
      }
    }
  }

  /** How datasets become one. */
  public sealed interface Transformation {

    record ToList() implements Transformation {}

    record Join() implements Transformation {}

    record ToPercentages() implements Transformation {}

    record Ratio() implements Transformation {}

    /**
     * @param minimum the least percentage that a key of the first dataset has
     * @param limit how many points are kept
     */
    record Index(double minimum, boolean ascending, int limit) implements Transformation {}

    record Reduce(Reduction reduction) implements Transformation {}

    record FormatDates(DateFormat format) implements Transformation {}

    record GetDecorators(Decorators decorators) implements Transformation {}
  }

  /** How points become a number. */
  public enum Reduction {
    FIRST,
    LAST,
    MAX,
    MIN,
    SUM,
    AVG,
    COUNT
  }

  /**
   * How keys that are dates are written.
   *
   * @param format null for as they are
   * @param buckets the same for the keys inside
   */
  public record DateFormat(@Nullable String format, @Nullable DateFormat buckets) {}

  /**
   * What keys are the ids of.
   *
   * @param model null for nothing
   * @param buckets the same for the keys inside
   */
  public record Decorators(@Nullable Model model, @Nullable Decorators buckets) {

    /** What has names. */
    public enum Model {
      CHANNELS,
      SEGMENTS,
      COMPARTMENTS
    }

    /** Whether names of this kind are needed. */
    public boolean needs(Model wanted) {
      return model == wanted || buckets != null && buckets.needs(wanted);
    }
  }

  /** All questions, in the order in which a walk from the root meets them. */
  public List<Node.Leaf> leaves() {
    List<Node.Leaf> leaves = new ArrayList<>();
    collect(root, leaves);
    return leaves;
  }

  private static void collect(Node node, List<Node.Leaf> leaves) {
    switch (node) {
      case Node.Leaf leaf -> leaves.add(leaf);
      case Node.Transformed transformed -> {
        transformed.sources().forEach(source -> collect(source, leaves));
        if (transformed.names() != null) {
          leaves.add(new Node.Leaf(transformed.names(), Source.PLAIN));
        }
      }
      case Node.Saved _, Node.File _, Node.Broken _ -> {}
    }
  }
}

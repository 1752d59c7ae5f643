package dev.facet.answer;

import dev.facet.model.Column;
import dev.facet.model.Failure;
import dev.facet.model.FailureException;
import dev.facet.model.Period;
import dev.facet.model.Table;
import dev.facet.model.Type;
import dev.facet.plan.Plan;
import dev.facet.plan.Planned;
import dev.facet.query.CubeQuery;
import dev.facet.query.DatasetTree;
import dev.facet.query.DatasetTree.Decorators.Model;
import dev.facet.query.DatasetTree.Node;
import dev.facet.query.Definitions;
import dev.facet.query.OtqlQuery;
import dev.facet.query.Query;
import dev.facet.query.choice.Choices;
import dev.facet.transform.Figure;
import dev.facet.transform.Leaves;
import dev.facet.transform.Names;
import dev.facet.transform.Transformations;
import dev.facet.transform.Transformations.Titled;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Datasets made of the answers to the questions of their leaves. */
record Trees(Library library) {
  private static final Duration SHELVED = Duration.ofSeconds(10);

  /** The tree with the questions in place of their names; what cannot be found is broken. */
  DatasetTree resolved(DatasetTree tree, Reader reader) {
    try {
      return new DatasetTree(new Resolution(tree.choices(), reader).of(tree.root()));
    } catch (RuntimeException | StackOverflowError bug) {
      return new DatasetTree(new Node.Broken(Computation.bug(tree, bug)));
    }
  }

  /** Finds what nodes mean for a reader and what he chose. */
  private final class Resolution {
    private final Choices choices;
    private final Reader reader;

    Resolution(Choices choices, Reader reader) {
      this.choices = choices;
      this.reader = reader;
    }

    Node of(Node node) {
      return switch (node) {
        case Node.Leaf leaf when isElsewhere(leaf.source().project(), reader) ->
            elsewhere(leaf.source().project());
        case Node.Leaf leaf -> choices.of(leaf);
        case Node.Saved(var _, var source) when isElsewhere(source.project(), reader) ->
            elsewhere(source.project());
        case Node.Saved saved -> written(saved);
        case Node.File file -> choices.of(file);
        case Node.Transformed transformed ->
            new Node.Transformed(
                transformed.how(),
                transformed.sources().stream().map(this::of).toList(),
                transformed.title(),
                transformed.names());
        case Node.Broken _ -> node;
      };
    }

    private Node written(Node.Saved saved) {
      try {
        return library
            .statement(reader.project(), saved.query())
            .map(said -> choices.of(new Node.Leaf(new OtqlQuery(said), saved.source())))
            .orElseGet(
                () ->
                    broken(
                        "unknown_query", "query_id", "There is no query " + saved.query() + "."));
      } catch (FailureException e) {
        return new Node.Broken(e.failure());
      }
    }
  }

  private static boolean isElsewhere(@Nullable String project, Reader reader) {
    return project != null && !project.equals(String.valueOf(reader.project()));
  }

  private static Node elsewhere(@Nullable String project) {
    return broken(
        "other_datamart",
        "datamart_id",
        "The dashboard is not of datamart " + project + "; ask there, or leave datamart_id out.");
  }

  private static Node broken(String code, String path, String message) {
    return new Node.Broken(new Failure.Invalid(code, path, message));
  }

  /**
   * The answer to a tree.
   *
   * @param results of its leaves, in their order
   */
  Result result(DatasetTree tree, List<Result> results, Reader reader, Instant now, long position) {
    List<Answer> answers = new ArrayList<>();
    for (Result result : results) {
      switch (result) {
        case Result.Answered(Answer answer) -> answers.add(answer);
        case Result.Failed _, Result.Unknown _ -> {
          return result;
        }
      }
    }
    try {
      Figure figure = new Reading(reader, answers.iterator()).figure(tree.root());
      return new Result.Answered(answer(tree, figure, answers, now, position));
    } catch (FailureException e) {
      return new Result.Failed(e.failure());
    } catch (RuntimeException | StackOverflowError bug) {
      return new Result.Failed(Computation.bug(tree, bug));
    }
  }

  private static Answer answer(
      DatasetTree tree, Figure figure, List<Answer> answers, Instant now, long position) {
    boolean isPassing = tree.leaves().stream().anyMatch(leaf -> leaf.source().anew());
    Instant lasting = isShelved(tree.root()) ? now.plus(SHELVED) : Instant.MAX;
    Instant until = isPassing ? now : lasting;
    Period period = new Period(now, now);
    long oldest = position;
    Instant at = now;
    boolean cached = !answers.isEmpty();
    for (Answer answer : answers) {
      until = earlier(until, answer.planned().validUntil());
      period = answer.planned().period();
      oldest = Math.min(oldest, answer.position());
      at = earlier(at, answer.computedAt());
      cached &= answer.cached();
    }
    Planned planned =
        new Planned(new Plan.Values(List.of(), List.of()), table -> table, period, until);
    return new Answer(table(figure), planned, oldest, at, cached, figure);
  }

  private static Instant earlier(Instant left, Instant right) {
    return left.isBefore(right) ? left : right;
  }

  /** Whether a part of it can change without any data or definition changing. */
  private static boolean isShelved(Node node) {
    return switch (node) {
      case Node.File _, Node.Saved _ -> true;
      case Node.Transformed transformed ->
          transformed.sources().stream().anyMatch(Trees::isShelved);
      case Node.Leaf _, Node.Broken _ -> false;
    };
  }

  /** The figure as one table: of points the first level, a column for each series. */
  private static Table table(Figure figure) {
    return switch (figure) {
      case Figure.Rows(Table table) -> table;
      case Figure.Count(Number value) -> {
        List<@Nullable Object> row = new ArrayList<>();
        row.add(value == null ? null : (Object) value.doubleValue());
        yield new Table(List.of(new Column(Leaves.VALUE, Type.NUMBER)), List.of(row));
      }
      case Figure.Points points -> {
        List<Column> columns = new ArrayList<>(List.of(new Column("key", Type.TEXT)));
        points.series().forEach(series -> columns.add(new Column(series, Type.NUMBER)));
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (Figure.Point point : points.points()) {
          List<@Nullable Object> row = new ArrayList<>(List.of(point.key()));
          for (String series : points.series()) {
            Number value = point.columns().get(series);
            row.add(value == null ? null : (Object) value.doubleValue());
          }
          rows.add(row);
        }
        yield new Table(columns, rows);
      }
    };
  }

  /** Walks a tree as {@link DatasetTree#leaves} does, taking an answer at each leaf. */
  private final class Reading {
    private final Reader reader;
    private final Iterator<Answer> answers;

    Reading(Reader reader, Iterator<Answer> answers) {
      this.reader = reader;
      this.answers = answers;
    }

    Figure figure(Node node) {
      return switch (node) {
        case Node.Leaf(Query query, var source) ->
            leaf(query, answers.next().table(), source.title());
        case Node.File(String uri, String path, var source) -> file(uri, path, source.title());
        case Node.Transformed transformed -> transformed(transformed);
        case Node.Broken(Failure failure) -> throw new FailureException(failure);
        case Node.Saved(String id, var _) -> throw new IllegalStateException("Query " + id);
      };
    }

    private Figure leaf(Query query, Table table, @Nullable String title) {
      return switch (query) {
        case CubeQuery cube -> Leaves.cube(cube, table, title);
        case OtqlQuery _ -> Leaves.otql(table, title);
        default -> new Figure.Rows(table);
      };
    }

    private Figure file(String uri, String path, @Nullable String title) {
      long organisation = reader.definitions().tenant().organisation();
      String text =
          library
              .file(organisation, uri)
              .orElseThrow(
                  () ->
                      JsonFile.wrong("uri", "There is no file " + uri + " of this organisation."));
      return JsonFile.figure(text, path, title);
    }

    private Figure transformed(Node.Transformed node) {
      List<Titled> sources = new ArrayList<>();
      node.sources().forEach(source -> sources.add(new Titled(figure(source), source.title())));
      Table channels = node.names() == null ? null : answers.next().table();
      return Transformations.apply(
          node.how(), sources, node.title(), names(reader.definitions(), channels));
    }
  }

  private static Names names(Definitions definitions, @Nullable Table channels) {
    Map<String, String> segments = new HashMap<>();
    definitions.cohorts().forEach((id, cohort) -> segments.put(id.toString(), cohort.name()));
    Map<String, String> named = new HashMap<>();
    if (channels != null) {
      for (List<@Nullable Object> row : channels.rows()) {
        if (row.get(0) instanceof String id && row.get(1) instanceof String name) {
          named.put(id, name);
        }
      }
    }
    return new Names(
        Map.of(
            Model.SEGMENTS, segments,
            Model.CHANNELS, named,
            Model.COMPARTMENTS, Map.of("1", "default")));
  }
}

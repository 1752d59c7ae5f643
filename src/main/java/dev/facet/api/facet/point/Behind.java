package dev.facet.api.facet.point;

import dev.facet.answer.Answer;
import dev.facet.answer.Answers;
import dev.facet.answer.Mode;
import dev.facet.answer.Reader;
import dev.facet.answer.Result;
import dev.facet.model.Failure;
import dev.facet.model.FailureException;
import dev.facet.model.Table;
import dev.facet.query.ActorsQuery;
import dev.facet.query.CubeQuery;
import dev.facet.query.DatasetTree;
import dev.facet.query.Filter;
import dev.facet.query.FunnelQuery;
import dev.facet.query.LifecycleQuery;
import dev.facet.query.OtqlQuery;
import dev.facet.query.PathsQuery;
import dev.facet.query.Query;
import dev.facet.query.ReportQuery;
import dev.facet.query.RetentionQuery;
import dev.facet.query.SqlQuery;
import dev.facet.query.StickinessQuery;
import dev.facet.query.TrendQuery;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is behind one point of a chart, a page at a time. */
final class Behind {
  /** Of how many actors at most the events are listed, where only theirs are meant. */
  static final int MOST_ACTORS = 1000;

  private final Answers answers;
  private final Reader reader;
  private final Optional<PersonsBehind.Asked> persons;
  private final Optional<EventsBehind.Asked> events;
  private final Optional<RowsBehind> rows;

  /** What can be listed. */
  enum Kind {
    PERSONS,
    EVENTS,
    ROWS
  }

  /**
   * Which part of a list is asked for.
   *
   * @param search occurs in a person's name, email or ids; null for all
   */
  record Part(@Nullable String search, int limit, int offset) {}

  /**
   * A part of a list.
   *
   * @param total how many there are in all
   * @param more whether there are further ones after this part
   */
  record Listed(Table table, long total, boolean more, Answer answer) {}

  Behind(Answers answers, Reader reader, Query chart, Point point, Instant now) {
    this.answers = answers;
    this.reader = reader;
    PersonsBehind behind = new PersonsBehind(chart, point, () -> answered(chart).table());
    this.persons = behind.asked();
    this.events =
        persons.flatMap(
            some ->
                new EventsBehind(
                        chart, point, () -> answered(chart).table(), reader.definitions(), now)
                    .asked());
    this.rows =
        report(chart, point)
            .map(report -> new RowsBehind(report, point, reader.definitions(), now));
  }

  private static Optional<ReportQuery> report(Query chart, Point point) {
    return switch (chart) {
      case ReportQuery report -> Optional.of(report);
      case Query.BusinessWidget(Query.BusinessWidget.Widget widget) ->
          Optional.of(WidgetRows.of(widget, point));
      case TrendQuery _,
          FunnelQuery _,
          RetentionQuery _,
          LifecycleQuery _,
          StickinessQuery _,
          PathsQuery _,
          CubeQuery _,
          DatasetTree _,
          SqlQuery _,
          SqlQuery.Events _,
          OtqlQuery _,
          ActorsQuery _ ->
          Optional.empty();
    };
  }

  /** What there is, the most telling first. */
  List<Kind> kinds() {
    List<Kind> kinds = new ArrayList<>();
    persons.ifPresent(p -> kinds.add(Kind.PERSONS));
    events.ifPresent(e -> kinds.add(Kind.EVENTS));
    rows.ifPresent(r -> kinds.add(Kind.ROWS));
    return kinds;
  }

  Listed list(Kind kind, Part part) {
    return switch (kind) {
      case PERSONS -> persons(persons.orElseThrow(), part);
      case EVENTS -> events(events.orElseThrow(), part);
      case ROWS -> rows(rows.orElseThrow(), part);
    };
  }

  private Listed persons(PersonsBehind.Asked asked, Part part) {
    Answer total = answered(asked.total(part.search()));
    Answer page = answered(asked.page(part.search(), part.limit(), part.offset()));
    return listed(page, number(total), part);
  }

  private Listed events(EventsBehind.Asked asked, Part part) {
    EventsBehind.Asked own = asked.ofActors() ? asked.and(theirs()) : asked;
    Answer total = answered(own.total());
    return listed(answered(own.page(part.limit(), part.offset())), number(total), part);
  }

  private Filter theirs() {
    PersonsBehind.Asked some = persons.orElseThrow();
    List<String> ids =
        answered(some.ids(MOST_ACTORS)).table().rows().stream()
            .map(row -> Objects.toString(row.getFirst()))
            .toList();
    return EventsBehind.of(some.source(), ids);
  }

  private Listed rows(RowsBehind asked, Part part) {
    Answer answer = answered(asked.asked());
    Table all = asked.contributing(answer.table());
    int size = all.rows().size();
    int from = Math.min(part.offset(), size);
    int until = Math.min(size, from + part.limit());
    Table page = new Table(all.columns(), all.rows().subList(from, until));
    return new Listed(page, size, until < size, answer);
  }

  private static Listed listed(Answer page, long total, Part part) {
    Table table = page.planned().shape().page(page.table());
    return new Listed(table, total, part.offset() + table.rows().size() < total, page);
  }

  private static long number(Answer answer) {
    List<List<@Nullable Object>> rows = answer.table().rows();
    return !rows.isEmpty() && rows.getFirst().getFirst() instanceof Number number
        ? number.longValue()
        : 0;
  }

  private Answer answered(Query query) {
    return switch (answers.answer(reader, List.of(query), Mode.FRESH).getFirst()) {
      case Result.Answered(Answer answer) -> answer;
      case Result.Failed(Failure failure) -> throw new FailureException(failure);
      case Result.Unknown _ ->
          throw new FailureException(new Failure.Upstream("unknown", "Not computed."));
    };
  }
}

package dev.facet.answer;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.facet.model.Table;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The newest answer to each question, the least used ones dropped. Safe for many threads. */
final class AnswerCache {
  private static final int ROW = 48;
  private static final int CELL = 24;
  private static final int ANSWER = 1_000;
  private static final int SAMPLE = 100;
  private final Cache<Question, Answer> answers;

  /**
   * @param weight about how many bytes of answers are kept
   */
  AnswerCache(long weight) {
    this.answers =
        Caffeine.newBuilder()
            .maximumWeight(weight)
            .weigher((Question question, Answer answer) -> weight(answer.table()))
            .build();
  }

  Optional<Answer> find(Question question) {
    return Optional.ofNullable(answers.getIfPresent(question));
  }

  /** Keeps an answer, as it is to be given again, unless a newer one is there. */
  void put(Question question, Answer answer) {
    answers.asMap().merge(question, answer, AnswerCache::newer);
  }

  private static Answer newer(Answer old, Answer answer) {
    return old.position() > answer.position() ? old : answer;
  }

  /** About how many bytes a table takes; looks at some of its rows only. */
  static int weight(Table table) {
    List<List<@Nullable Object>> rows = table.rows();
    int step = Math.max(1, rows.size() / SAMPLE);
    long sampled = 0;
    long taken = 0;
    for (int i = 0; i < rows.size(); i += step) {
      sampled += ROW + weight(rows.get(i));
      taken++;
    }
    long all = taken == 0 ? 0 : sampled * rows.size() / taken;
    return (int) Math.min(Integer.MAX_VALUE, ANSWER + all);
  }

  /** What a cell holds beside itself: texts, and objects and lists with all that is in them. */
  private static long weight(@Nullable Object cell) {
    return switch (cell) {
      case String text -> text.length();
      case Collection<?> values -> values.stream().mapToLong(v -> CELL + weight(v)).sum();
      case Map<?, ?> object ->
          object.entrySet().stream()
              .mapToLong(e -> ROW + CELL + weight(e.getKey()) + weight(e.getValue()))
              .sum();
      case null, default -> 0;
    };
  }
}

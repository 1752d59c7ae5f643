package dev.facet.answer;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.facet.model.Table;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The newest answer to each question, the least used ones dropped. Safe for many threads. */
final class AnswerCache {
  private static final int ROW = 48;
  private static final int CELL = 24;
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

  /** About how many bytes a table takes; looks at one row only. */
  static int weight(Table table) {
    List<List<@Nullable Object>> rows = table.rows();
    long row = ROW;
    for (Object cell : rows.isEmpty() ? List.<@Nullable Object>of() : rows.getFirst()) {
      row += CELL + (cell instanceof String text ? text.length() : 0);
    }
    return (int) Math.min(Integer.MAX_VALUE, 1000 + row * rows.size());
  }
}

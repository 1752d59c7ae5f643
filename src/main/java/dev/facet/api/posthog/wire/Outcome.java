package dev.facet.api.posthog.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.facet.answer.Answer;
import dev.facet.answer.Jobs;
import dev.facet.model.Failure;
import dev.facet.query.Query;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** What became of a query that was to be shown. */
public sealed interface Outcome {

  /** There was none. */
  record NoQuery() implements Outcome {}

  /** It cannot be asked: something in it is not understood. */
  record Unusable(Failure failure) implements Outcome {}

  /**
   * There is no answer yet.
   *
   * @param query what was asked
   * @param job what will give one, null for nothing
   */
  record NotComputed(Query query, Jobs.@Nullable Status<Asked> job) implements Outcome {}

  /** Computing it failed. */
  record Failed(Failure failure) implements Outcome {}

  /**
   * It was answered.
   *
   * @param query what was asked
   * @param response the answer as it is shown, {@code results} and what belongs to them
   * @param job what will give a newer answer, null for nothing
   */
  record Answered(Query query, ObjectNode response, Answer answer, Jobs.@Nullable Status<Asked> job)
      implements Outcome {}

  /** When an answer stops to hold by itself; null for never. */
  static @Nullable Instant staleAt(Answer answer) {
    Instant end = answer.planned().validUntil();
    return end.equals(Instant.MAX) ? null : end;
  }

  /** The name under which the answer to a project's query is remembered. */
  static String cacheKey(long project, JsonNode query) {
    try {
      byte[] text = (project + ":" + query).getBytes(StandardCharsets.UTF_8);
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(text);
      return "cache_" + HexFormat.of().formatHex(digest, 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}

package dev.facet.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PersonsTest {
  private static final Map<String, Object> NONE = Map.of();

  @Test
  void the_first_event_of_an_id_makes_a_person_numbered_by_its_place() {
    new Story()
        .then("view", "a", NONE)
        .then("view", "a", NONE)
        .then("view", "b", NONE)
        .check(
            end -> {
              assertThat(end.ids()).as(end.how()).isEqualTo(Map.of("a", 1L, "b", 3L));
              assertThat(end.personsOfEvents()).as(end.how()).containsExactly(1L, 1L, 3L);
              assertThat(end.person("a").profile()).isTrue();
              assertThat(end.person("a").identified()).isFalse();
            });
  }

  @Test
  void a_person_has_the_same_uuid_whenever_it_is_made() {
    assertThat(PersonRules.uuid(3, "a")).isEqualTo(PersonRules.uuid(3, "a"));
    assertThat(PersonRules.uuid(3, "a")).isNotEqualTo(PersonRules.uuid(4, "a"));
    assertThat(PersonRules.uuid(3, "a").version()).isEqualTo(5);
    assertThat(PersonRules.uuid(3, "a").variant()).isEqualTo(2);
  }

  @Test
  void a_person_was_created_at_its_earliest_event() {
    new Story()
        .at(500, "view", "a", NONE)
        .at(100, "view", "a", NONE)
        .at(300, "view", "a", NONE)
        .check(end -> assertThat(end.person("a").createdAt()).as(end.how()).isEqualTo(second(100)));
  }

  @Test
  void without_person_processing_there_is_no_profile_until_one_is_wanted() {
    Map<String, Object> anonymous = Map.of("$process_person_profile", false);
    new Story()
        .then("view", "a", anonymous)
        .then("view", "b", anonymous)
        .then("view", "b", NONE)
        .then("view", "c", anonymous)
        .then("$identify", "c", anonymous)
        .then("view", "d", Map.of("$process_person_profile", false, "$set", Map.of("x", 1L)))
        .then("view", "d", anonymous)
        .check(
            end -> {
              assertThat(end.person("a").profile()).as(end.how()).isFalse();
              assertThat(end.person("b").profile()).as(end.how()).isTrue();
              assertThat(end.person("c").profile()).as(end.how()).isTrue();
              assertThat(end.person("d").profile()).as(end.how()).isTrue();
              assertThat(end.person("d").properties()).containsEntry("x", 1L);
            });
  }

  @Test
  void set_overwrites_set_once_does_not_and_unset_removes() {
    new Story()
        .then("$set", "a", Map.of("$set", Map.of("plan", "a", "gone", 1L)))
        .then("$set", "a", Map.of("$set_once", Map.of("plan", "b", "first", "x")))
        .then("view", "a", Map.of("$unset", List.of("gone", "never there")))
        .check(
            end ->
                assertThat(end.person("a").properties())
                    .as(end.how())
                    .isEqualTo(Map.of("plan", "a", "first", "x")));
  }

  @Test
  void properties_of_the_wrong_shape_change_nothing() {
    Map<String, Object> odd = new HashMap<>();
    odd.put("$set", "text");
    odd.put("$set_once", null);
    odd.put("$unset", 5L);
    new Story()
        .then("$set", "a", odd)
        .check(end -> assertThat(end.person("a").properties()).as(end.how()).isEmpty());
  }

  @Test
  void identify_joins_the_anonymous_person_with_the_identified_one() {
    new Story()
        .at(0, "view", "user", Map.of("$set", Map.of("name", "Ada", "colour", "red")))
        .at(-100, "view", "anon", Map.of("$set", Map.of("colour", "blue", "seen", true)))
        .at(200, "$identify", "user", Map.of("$anon_distinct_id", "anon"))
        .at(300, "view", "anon", NONE)
        .check(
            end -> {
              assertThat(end.ids()).as(end.how()).isEqualTo(Map.of("user", 1L, "anon", 1L));
              assertThat(end.persons()).as(end.how()).containsOnlyKeys(1L);
              assertThat(end.personsOfEvents()).as(end.how()).containsOnly(1L).hasSize(4);
              assertThat(end.person("user").properties())
                  .isEqualTo(Map.of("name", "Ada", "colour", "red", "seen", true));
              assertThat(end.person("user").createdAt()).isEqualTo(second(-100));
              assertThat(end.person("user").identified()).isTrue();
              assertThat(end.person("user").uuid())
                  .isEqualTo(PersonRules.uuid(Story.PROJECT, "user").toString());
            });
  }

  @Test
  void identify_with_an_unknown_id_on_either_side_adds_that_id() {
    new Story()
        .then("view", "anon", NONE)
        .then("$identify", "user", Map.of("$anon_distinct_id", "anon"))
        .then("$identify", "user", Map.of("$anon_distinct_id", "second device"))
        .then("$identify", "nobody", Map.of("$anon_distinct_id", "nowhere"))
        .check(
            end ->
                assertThat(end.ids())
                    .as(end.how())
                    .isEqualTo(
                        Map.of(
                            "anon",
                            1L,
                            "user",
                            1L,
                            "second device",
                            1L,
                            "nobody",
                            4L,
                            "nowhere",
                            4L)));
  }

  @Test
  void identify_leaves_a_person_alone_that_is_identified_already() {
    new Story()
        .then("$identify", "ada", Map.of("$anon_distinct_id", "device"))
        .then("view", "bob", NONE)
        .then("$identify", "bob", Map.of("$anon_distinct_id", "device"))
        .then("$create_alias", "bob", Map.of("alias", "ada"))
        .check(
            end ->
                assertThat(end.ids())
                    .as(end.how())
                    .isEqualTo(Map.of("ada", 1L, "device", 1L, "bob", 2L)));
  }

  @Test
  void merge_dangerously_joins_even_identified_persons() {
    new Story()
        .then("$identify", "ada", Map.of("$anon_distinct_id", "device 1"))
        .then("$identify", "bob", Map.of("$anon_distinct_id", "device 2"))
        .then("$merge_dangerously", "bob", Map.of("alias", "ada"))
        .then("view", "device 1", NONE)
        .check(
            end -> {
              assertThat(end.ids().values()).as(end.how()).containsOnly(2L).hasSize(4);
              assertThat(end.personsOfEvents()).as(end.how()).containsOnly(2L);
            });
  }

  @Test
  void an_alias_makes_one_person_of_two_ids() {
    new Story()
        .then("$create_alias", "u1", Map.of("distinct_id", "u1", "alias", "u2"))
        .then("view", "u1", NONE)
        .then("view", "u2", NONE)
        .check(
            end -> {
              assertThat(end.persons()).as(end.how()).hasSize(1);
              assertThat(end.personsOfEvents()).as(end.how()).containsOnly(1L);
            });
  }

  @Test
  void persons_merge_in_a_chain() {
    new Story()
        .then("view", "a", Map.of("$set", Map.of("a", 1L)))
        .then("view", "b", Map.of("$set", Map.of("b", 1L)))
        .then("view", "c", Map.of("$set", Map.of("c", 1L)))
        .then("$merge_dangerously", "b", Map.of("alias", "a"))
        .then("$merge_dangerously", "c", Map.of("alias", "b"))
        .then("view", "a", NONE)
        .then("view", "new", NONE)
        .check(
            end -> {
              assertThat(end.ids())
                  .as(end.how())
                  .isEqualTo(Map.of("a", 3L, "b", 3L, "c", 3L, "new", 7L));
              assertThat(end.personsOfEvents()).containsExactly(3L, 3L, 3L, 3L, 3L, 3L, 7L);
              assertThat(end.person("c").properties()).containsOnlyKeys("a", "b", "c");
            });
  }

  @Test
  void persons_merge_back_and_forth_without_harm() {
    new Story()
        .then("view", "a", NONE)
        .then("view", "b", NONE)
        .then("$merge_dangerously", "a", Map.of("alias", "b"))
        .then("$merge_dangerously", "b", Map.of("alias", "a"))
        .then("$merge_dangerously", "a", Map.of("alias", "a"))
        .check(end -> assertThat(end.personsOfEvents()).as(end.how()).containsOnly(1L));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "  ",
        "anonymous",
        "Guest",
        "undefined",
        "null",
        "0",
        "[object Object]",
        "NaN",
        "true",
        "FALSE",
        "distinct_id",
        "id",
        "email"
      })
  void ids_that_mean_nobody_never_merge(String id) {
    new Story()
        .then("view", "user", NONE)
        .then("$identify", "user", Map.of("$anon_distinct_id", id))
        .then("$create_alias", "user", Map.of("alias", id))
        .then("$merge_dangerously", id, Map.of("alias", "user"))
        .check(end -> assertThat(end.ids().get("user")).as(end.how()).isEqualTo(1L));
  }

  @Test
  void a_merge_without_another_id_is_an_event_like_others() {
    Map<String, Object> nothing = new HashMap<>();
    nothing.put("alias", null);
    new Story()
        .then("$create_alias", "a", nothing)
        .then("$identify", "b", Map.of("$anon_distinct_id", Arrays.asList(1L, null)))
        .check(end -> assertThat(end.ids()).as(end.how()).containsKeys("a", "b"));
  }

  @Test
  void ids_are_compared_by_their_first_200_characters() {
    String longId = "x".repeat(300);
    new Story()
        .then("view", DistinctIds.cut(longId), NONE)
        .then("$identify", "user", Map.of("$anon_distinct_id", longId))
        .check(end -> assertThat(end.ids()).as(end.how()).hasSize(2).containsEntry("user", 1L));
  }

  private static long second(long seconds) {
    return Instant.parse("2026-03-01T12:00:00Z").plusSeconds(seconds).getEpochSecond() * 1_000_000;
  }
}

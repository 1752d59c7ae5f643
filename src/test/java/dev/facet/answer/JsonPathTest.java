package dev.facet.answer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.api.Test;

class JsonPathTest {

  private static List<JsonNode> find(String path, String json) throws Exception {
    return JsonPath.parse(path).find(new ObjectMapper().readTree(json));
  }

  @Test
  void a_path_leads_to_what_it_names_in_the_order_of_the_document() throws Exception {
    String json = "{'a': [{'n': 1}, {'n': 2, 'deep': {'n': 3}}], 'n': 4}".replace('\'', '"');
    assertThat(find("$.a[0].n", json)).map(JsonNode::asInt).containsExactly(1);
    assertThat(find("$.a[-1].deep", json).getFirst().size()).isEqualTo(1);
    assertThat(find("$..n", json)).map(JsonNode::asInt).containsExactly(4, 1, 2, 3);
    assertThat(find("$.a[?(@.n == '2')].deep.n", json)).map(JsonNode::asInt).containsExactly(3);
    assertThat(find("$.b", json)).isEmpty();
  }

  @Test
  void descending_again_and_again_reaches_each_place_once() throws Exception {
    int depth = 90;
    String json = "[".repeat(depth) + "1" + "]".repeat(depth);
    assertThat(find("$" + "..*".repeat(20), json)).hasSize(depth - 19);
  }
}

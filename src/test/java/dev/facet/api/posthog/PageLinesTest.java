package dev.facet.api.posthog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.facet.ServerUnderTest.Reply;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command lines of the vendor's page, sent as {@code curl} sends them. */
class PageLinesTest {
  private static final String FORM = "application/x-www-form-urlencoded";
  private static final String JSON = "application/json";

  /** Method, path, content type and body of each line, and the status the page prints. */
  private static final String[][] LINES = {
    {"GET", "", "", "", "200"},
    {"POST", "", JSON, "name=string", "201"},
    {"GET", "1/sharing/", "", "", "200"},
    {"GET", "1/", "", "", "200"},
    {"PATCH", "1/", FORM, "name=string", "200"},
    {"DELETE", "1/", "", "", "405"},
    {"PATCH", "1/move_tile/", FORM, "name=string", "200"},
    {"POST", "create_from_template_json/", JSON, "name=string", "200"},
  };

  @TempDir private Path folder;

  @Test
  void each_line_answers_with_the_status_the_page_prints() throws Exception {
    try (Acme acme = new Acme(folder)) {
      assertThat(acme.dashboard("{}")).isEqualTo("dashboards/1/");
      for (String[] line : LINES) {
        String path = Acme.whole("dashboards/" + line[1]);
        Reply reply =
            line[2].isEmpty()
                ? acme.server.send(line[0], path, Acme.ADA, null)
                : acme.server.send(line[0], path, Acme.ADA, line[3], "Content-Type", line[2]);
        assertThat(reply.status())
            .as(line[0] + " " + path + "\n" + reply.body())
            .isEqualTo(Integer.parseInt(line[4]));
        if (!line[3].isEmpty()) {
          assertThat(reply.json().get("name").asText()).isEqualTo("string");
        }
      }
    }
  }
}

package dev.facet.api.posthog;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Every public behaviour case of dashboards (D) and sharing (S) is a scenario over HTTP whose name
 * begins with its id: {@code d4_d5_…}. None is left out.
 */
class CaseIdsTest {
  private static final Path TESTS =
      Path.of("src", "test", "java", "dev", "facet", "api", "posthog");
  private static final Pattern SCENARIO =
      Pattern.compile("@Test\\s+void ((?:[ds]\\d+_)+)\\w+\\(\\)");

  private static final String IDS =
      """
      D-1 D-2 D-4 D-5 D-7 D-8 D-10 D-11 D-13 D-14 D-16 D-17 D-19 D-20 D-22 D-23 D-25 D-26 D-28 D-29
      D-31 D-32 D-34 D-35 D-37 D-38 D-40 D-41 D-43 D-44 D-46 D-47 D-49 D-50 D-52 D-53 D-55 D-56 D-58
      D-59 D-61 D-62 D-64 D-65 D-67 D-68 D-70 D-71 D-73 D-74 D-76 D-77 D-79 D-80 D-82 D-83 D-85 D-86
      D-88 D-89 D-91 D-92 D-94 D-95 S-1 S-2 S-4 S-5 S-7 S-8 S-10""";

  private static Set<String> found() throws Exception {
    try (Stream<Path> files = Files.list(TESTS)) {
      Set<String> found = new TreeSet<>();
      for (Path file : files.collect(Collectors.toSet())) {
        Matcher scenario =
            SCENARIO.matcher(Files.isRegularFile(file) ? Files.readString(file) : "");
        while (scenario.find()) {
          found.addAll(Set.of(scenario.group(1).split("_")));
        }
      }
      return found;
    }
  }

  @Test
  void each_case_has_its_scenario() throws Exception {
    Stream<String> ids = Stream.of(IDS.toLowerCase(Locale.ROOT).replace("-", "").split("\\s+"));
    assertThat(found()).containsAll(ids.toList());
  }
}

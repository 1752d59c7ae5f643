package dev.facet;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** The rules of ARCHITECTURE.md that a machine can check. */
class ArchitectureTest {
  private static final String ROOT = "dev.facet";
  private static final int FILES_PER_PACKAGE = 25;

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages(ROOT);

  /** Each package and what it may use, beside itself. The name found first from the end counts. */
  private static final Map<String, Set<String>> MAY_USE = mayUse();

  private static Map<String, Set<String>> mayUse() {
    Map<String, Set<String>> table = new LinkedHashMap<>();
    row(table, "model", "");
    row(table, "dataset", "model");
    row(table, "query", "model dataset");
    row(table, "query.text", "model dataset query");
    row(table, "form", "model dataset query query.text");
    row(table, "plan", "model dataset query");
    row(table, "store", "model dataset query plan");
    row(table, "store.memory", "model dataset query plan store");
    row(table, "store.sql", "model dataset query plan store");
    row(table, "store.duckdb", "model dataset query plan store store.sql");
    row(table, "store.clickhouse", "model dataset query plan store store.sql");
    row(table, "rollup", "model dataset query plan store");
    row(table, "transform", "model dataset query");
    row(table, "answer", "model dataset query query.text form plan store rollup transform");
    row(table, "catalog", "model dataset query");
    row(table, "access", "model dataset query query.text form catalog");
    row(table, "dashboard", "model dataset query query.text form catalog access");
    row(table, "definition", "model dataset query query.text form catalog access");
    String ingest =
        "model dataset query query.text form plan store rollup catalog access dashboard definition";
    row(table, "ingest", ingest);
    row(table, "schedule", ingest + " ingest");
    row(
        table,
        "report",
        "model dataset query query.text form plan store rollup answer catalog access dashboard"
            + " definition");
    String core = String.join(" ", table.keySet());
    row(table, "api", core);
    row(table, "cli", core + " api Config");
    row(table, "Config", core);
    row(table, "", core + " api cli Config");
    return table;
  }

  private static void row(Map<String, Set<String>> table, String name, String others) {
    table.put(name, others.isEmpty() ? Set.of() : Set.of(others.split(" ")));
  }

  @Test
  void each_package_uses_only_what_stands_left_of_it() {
    Set<String> wrong = new TreeSet<>();
    for (JavaClass user : CLASSES) {
      Set<String> allowed = MAY_USE.getOrDefault(part(user), Set.of());
      user.getDirectDependenciesFromSelf().stream()
          .map(dependency -> dependency.getTargetClass().getBaseComponentType())
          .filter(used -> used.getPackageName().startsWith(ROOT))
          .filter(used -> !part(used).equals(part(user)) && !allowed.contains(part(used)))
          .forEach(used -> wrong.add(user.getName() + " may not use " + used.getName()));
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void each_package_stands_in_the_table() {
    assertThat(CLASSES)
        .allSatisfy(type -> assertThat(MAY_USE).as(type.getName()).containsKey(part(type)));
  }

  @Test
  void dialects_do_not_know_each_other() {
    check(
        slices()
            .matching("dev.facet.api.(*)..")
            .should()
            .notDependOnEachOther()
            .ignoreDependency(
                DescribedPredicate.alwaysTrue(),
                resideInAnyPackage("dev.facet.api.http..", "dev.facet.api.caller..")));
  }

  @Test
  void the_core_knows_no_json_http_database_or_logging() {
    check(
        noClasses()
            .that()
            .resideInAnyPackage(
                "dev.facet.model..", "dev.facet.dataset..", "dev.facet.query..", "dev.facet.plan..")
            .should()
            .dependOnClassesThat(
                resideInAnyPackage(
                        "com.fasterxml..",
                        "tools.jackson..",
                        "io.helidon..",
                        "java.net.http..",
                        "com.sun.net..",
                        "java.sql..",
                        "javax.sql..",
                        "org.jdbi..",
                        "java.util.logging..",
                        "org.slf4j..")
                    .or(DescribedPredicate.describe("System.Logger", ArchitectureTest::logs))));
  }

  @Test
  void databases_are_reached_from_stores_catalog_and_repositories_only() {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackages("dev.facet.store..", "dev.facet.catalog..")
            .and(DescribedPredicate.describe("are no repositories", ArchitectureTest::holdsNoRows))
            .should()
            .dependOnClassesThat(resideInAnyPackage("java.sql..", "javax.sql..", "org.jdbi..")));
    onlyIn("dev.facet.store.duckdb..", "org.duckdb..");
    onlyIn("dev.facet.catalog..", "org.flywaydb..");
  }

  @Test
  void the_http_library_is_known_to_one_package() {
    onlyIn("dev.facet.api.http..", "io.helidon..");
  }

  @Test
  void no_name_says_helper() {
    check(
        noClasses()
            .should()
            .haveNameMatching(
                ".*([a-z0-9](Utils?|Helpers?|Manager|Impl|Base|Data|Info)|[.$]Abstract\\w+)")
            .orShould()
            .haveNameMatching(".*[.$](Utils?|Helpers?|Manager|Impl|Base|Data|Info)"));
  }

  @Test
  void every_package_is_null_marked() {
    assertThat(CLASSES.stream().filter(type -> !isGenerated(type)))
        .allSatisfy(
            type ->
                assertThat(type.getPackage().isAnnotatedWith(NullMarked.class))
                    .as("@NullMarked in package-info.java of " + type.getPackageName())
                    .isTrue());
  }

  /** ANTLR's parsers stand alone in packages named after their grammar. */
  private static boolean isGenerated(JavaClass type) {
    return Set.of("formula", "hogql", "otql").stream()
        .anyMatch(name -> type.getPackageName().equals("dev.facet.query.text." + name));
  }

  @Test
  void a_package_has_at_most_25_files() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
      Map<Path, Long> counts =
          files
              .filter(file -> file.toString().endsWith(".java"))
              .filter(file -> !file.endsWith("package-info.java"))
              .collect(groupingBy(Path::getParent, counting()));
      assertThat(counts)
          .allSatisfy(
              (folder, count) ->
                  assertThat(count).as(folder.toString()).isLessThanOrEqualTo(FILES_PER_PACKAGE));
    }
  }

  /** The row of the table a class belongs to: "store.duckdb", "api", "Config", "" for the root. */
  private static String part(JavaClass type) {
    String name = type.getName().substring(ROOT.length() + 1);
    if (name.equals("Config") || name.startsWith("Config$")) {
      return "Config";
    }
    List<String> words = List.of(type.getPackageName().split("\\."));
    return Stream.of(4, 3)
        .filter(length -> words.size() >= length)
        .map(length -> String.join(".", words.subList(2, length)))
        .filter(MAY_USE::containsKey)
        .findFirst()
        .orElseGet(() -> words.size() > 2 ? words.get(2) : "");
  }

  private static boolean logs(JavaClass type) {
    return type.getName().startsWith("java.lang.System$Logger");
  }

  private static boolean holdsNoRows(JavaClass type) {
    JavaClass outer = outermost(type);
    return !outer.getSimpleName().endsWith("Rows") && !outer.getSimpleName().endsWith("Store");
  }

  private static JavaClass outermost(JavaClass type) {
    Optional<JavaClass> outer = type.getEnclosingClass();
    return outer.isPresent() ? outermost(outer.get()) : type;
  }

  private static void onlyIn(String ours, String theirs) {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackage(ours)
            .should()
            .dependOnClassesThat(resideInAPackage(theirs)));
  }

  private static void check(ArchRule rule) {
    rule.allowEmptyShould(true).check(CLASSES);
  }
}

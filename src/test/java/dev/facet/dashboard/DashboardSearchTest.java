package dev.facet.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.facet.dashboard.content.Content;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DashboardSearchTest {
  @TempDir Path directory;
  private Desk desk;

  @BeforeEach
  void open() {
    desk = new Desk(directory);
  }

  @AfterEach
  void close() {
    desk.close();
  }

  private Sheet create(Registration registration) {
    return desk.dashboards.write(desk.ada, e -> e.create(registration, Content.EMPTY));
  }

  private static DashboardSearch byName() {
    return new DashboardSearch()
        .orderBy(DashboardSearch.Order.PINNED, false)
        .orderBy(DashboardSearch.Order.NAME, false);
  }

  @Test
  void listsPinnedOnesFirstAndNamelessOnesLast() {
    desk.create(desk.ada, "b");
    create(Registration.DEFAULT);
    desk.create(desk.ada, "A");
    create(Registration.named("z").edit().pinned(true).done());

    assertThat(desk.names(byName())).containsExactly("z", "A", "b", "null");
  }

  @Test
  void pages() {
    List.of("a", "b", "c", "d").forEach(name -> desk.create(desk.ada, name));

    Page<Dashboard> second =
        desk.dashboards.read(desk.ada, r -> r.list(byName().limit(2).offset(1)));
    Page<Dashboard> last = desk.dashboards.read(desk.ada, r -> r.list(byName().limit(2).offset(2)));

    assertThat(second.items()).extracting(d -> d.registration().name()).containsExactly("b", "c");
    assertThat(second.total()).isEqualTo(4);
    assertThat(second.next()).isEqualTo(3);
    assertThat(last.next()).isNull();
  }

  @Test
  void findsTextWhateverTheCaseAndTakesPatternsLiterally() {
    create(Registration.named("İzmir 100%_done").edit().description("Çok güzel").done());
    desk.create(desk.ada, "Other 1000 done");

    assertThat(desk.names(new DashboardSearch().text("çOK"))).hasSize(1);
    assertThat(desk.names(new DashboardSearch().text("100%_"))).hasSize(1);
    assertThat(desk.names(new DashboardSearch().nameHas("OTHER")))
        .containsExactly("Other 1000 done");
    assertThat(desk.names(new DashboardSearch().text("!"))).isEmpty();
    assertThat(desk.names(new DashboardSearch().nameNotFrom("Other")))
        .containsExactly("İzmir 100%_done");
  }

  @Test
  void findsByTags() {
    create(Registration.named("x").edit().tags(List.of(" web ", "web", "", "Shop")).done());
    desk.create(desk.ada, "untagged");

    assertThat(desk.names(new DashboardSearch().anyTag(List.of("web", "none"))))
        .containsExactly("x");
    assertThat(desk.names(new DashboardSearch().anyTag(List.of()))).isEmpty();
    assertThat(desk.names(new DashboardSearch().text("shop"))).containsExactly("x");
    List<String> tags = desk.dashboards.read(desk.ada, Reader::tags);
    assertThat(tags).containsExactly("Shop", "web");
    assertThat(desk.get(desk.ada, 1).dashboard().registration().tags())
        .containsExactly("web", "Shop");
  }

  @Test
  void findsByWhatTheyAre() {
    create(Registration.named("kept").edit().archived(true).creationMode("unlisted").done());
    desk.create(desk.ada, "usual");
    desk.create(desk.bob, "bob's");

    assertThat(desk.names(new DashboardSearch().archived(false))).containsExactly("usual", "bob's");
    assertThat(desk.names(new DashboardSearch().creationMode("unlisted"))).containsExactly("kept");
    assertThat(desk.names(new DashboardSearch().notCreationMode("unlisted"))).hasSize(2);
    assertThat(desk.names(new DashboardSearch().createdBy(2))).containsExactly("bob's");
    assertThat(desk.names(new DashboardSearch().ids(List.of(1L, 3L))))
        .containsExactly("kept", "bob's");
    assertThat(desk.names(new DashboardSearch().pinned(true))).isEmpty();
    assertThat(desk.names(new DashboardSearch().orderBy(DashboardSearch.Order.CREATED, true)))
        .containsExactly("bob's", "usual", "kept");
  }

  @Test
  void takesNamesOfAnyLengthAndContent() {
    String name = "𝔉".repeat(100_000) + "'; DROP TABLE dashboards; --";
    long id = desk.create(desk.ada, name).dashboard().id();

    assertThat(desk.get(desk.ada, id).dashboard().registration().name()).isEqualTo(name);
    assertThat(desk.names(new DashboardSearch().name(name))).hasSize(1);
  }
}

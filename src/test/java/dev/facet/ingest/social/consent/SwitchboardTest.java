package dev.facet.ingest.social.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.facet.ingest.social.FakeNetwork;
import dev.facet.ingest.social.NetworkException;
import dev.facet.ingest.social.NetworkException.Kind;
import dev.facet.ingest.social.SocialDesk;
import dev.facet.ingest.social.outbound.Hosts;
import dev.facet.ingest.social.outbound.Outbound;
import dev.facet.ingest.social.profile.Connection.Status;
import dev.facet.ingest.social.profile.Held;
import dev.facet.store.memory.MemoryStore;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SwitchboardTest {
  private static final LocalDate TODAY = LocalDate.parse("2026-03-04");

  @TempDir private Path folder;
  private final FakeNetwork network = new FakeNetwork("x");
  private SocialDesk desk;
  private Outbound outbound;
  private Switchboard switchboard;

  @BeforeEach
  void open() throws Exception {
    desk = new SocialDesk(folder, new MemoryStore(), List.of(network));
    desk.connect("acme", "x", null);
    outbound = new Outbound(Hosts.of(List.of()), InetAddress::getAllByName);
    switchboard =
        new Switchboard(
            desk.profiles, Map.of("x", network), outbound, desk.renewals, Duration.ofMillis(100));
  }

  @AfterEach
  void close() throws Exception {
    switchboard.close();
    outbound.close();
    desk.close();
  }

  private Held held() {
    return desk.profiles.held(desk.projectId(), "acme", "x").orElseThrow();
  }

  private Kind refusal() {
    try {
      switchboard.ask(held(), (connector, account, line) -> connector.read(account, line, TODAY));
    } catch (NetworkException e) {
      return e.kind();
    }
    throw new AssertionError("nothing was refused");
  }

  @Test
  void a_network_that_never_answers_is_given_up_and_let_go() throws Exception {
    CountDownLatch let = new CountDownLatch(1);
    network.answers(
        account -> {
          try {
            new CountDownLatch(1).await();
          } catch (InterruptedException e) {
            let.countDown();
          }
          return FakeNetwork.reading(Map.of());
        });
    assertThat(refusal()).isEqualTo(Kind.TRANSIENT);
    let.await();
    assertThat(held().connection().status()).isEqualTo(Status.CONNECTED);
  }

  @Test
  void a_mistake_of_ours_shows_nothing_of_the_account() {
    network.answers(
        account -> {
          throw new IllegalStateException("what was sent: " + account.accessToken());
        });
    List<LogRecord> logged = new CopyOnWriteArrayList<>();
    Logger logger = Logger.getLogger(Switchboard.class.getName());
    Handler handler = new Listening(logged);
    logger.addHandler(handler);
    try {
      assertThatThrownBy(
              () ->
                  switchboard.ask(
                      held(), (connector, account, line) -> connector.read(account, line, TODAY)))
          .hasMessage("Fake x could not be read; the server's log tells more.");
    } finally {
      logger.removeHandler(handler);
    }
    assertThat(logged).hasSize(1);
    assertThat(logged.getFirst().getMessage() + logged.getFirst().getThrown())
        .contains("x account id-acme of acme", "IllegalStateException")
        .doesNotContain("what was sent");
  }

  @Test
  void an_account_of_a_network_without_connector_is_not_read() {
    desk.connect("acme", "reddit", null);
    Held other = desk.profiles.held(desk.projectId(), "acme", "reddit").orElseThrow();
    assertThatThrownBy(() -> switchboard.ask(other, (connector, account, line) -> 1))
        .hasMessageStartingWith("reddit");
  }

  @Test
  void an_account_that_is_read_again_is_marked_as_connected() {
    desk.profiles.mark(held().connection(), Status.RECONNECT);
    network.says(FakeNetwork.reading(Map.of()));
    switchboard.ask(held(), (connector, account, line) -> connector.read(account, line, TODAY));
    assertThat(held().connection().status()).isEqualTo(Status.CONNECTED);
  }

  /** Keeps what is logged. */
  private static final class Listening extends Handler {
    private final List<LogRecord> logged;

    Listening(List<LogRecord> logged) {
      this.logged = logged;
    }

    @Override
    public void publish(LogRecord one) {
      logged.add(one);
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}

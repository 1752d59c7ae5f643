package dev.facet.ingest.social.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.facet.ingest.social.Account;
import dev.facet.ingest.social.Call;
import dev.facet.ingest.social.NetworkException;
import dev.facet.ingest.social.NetworkException.Kind;
import dev.facet.ingest.social.Reading;
import dev.facet.ingest.social.Reply;
import dev.facet.ingest.social.StubHost;
import dev.facet.ingest.social.outbound.Hosts;
import dev.facet.ingest.social.outbound.Outbound;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each network behind a real server and the one way out. */
class OverHttpTest {
  private static final String ALL = "dev.facet.ingest.social.network.Recordings#platforms";
  private static final String PREFIX = "/stub";

  private static Reading read(RecordedNetwork network, String platform, StubHost host) {
    Account plain = RecordedNetwork.account(platform);
    try (Outbound outbound =
        new Outbound(Hosts.of(List.of("127.0.0.1")), InetAddress::getAllByName)) {
      return network.connector().read(plain, outbound.to(host.url() + PREFIX), Recordings.TODAY);
    }
  }

  /** What is recorded, by what a server was really sent. */
  private static Function<StubHost.Asked, StubHost.Said> replay(RecordedNetwork network) {
    return asked -> {
      String[] target = asked.target().substring(PREFIX.length()).split("\\?", 2);
      String body = asked.body().isEmpty() ? null : asked.body();
      String query = target.length == 1 ? "" : target[1];
      Call call = new Call(asked.method(), "", target[0], query, Map.of(), body);
      Reply reply = network.send(call, Duration.ofSeconds(20));
      return new StubHost.Said(reply.status(), reply.body().toString());
    };
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void givesTheSameReadingAndSendsTheTokenEachTime(String platform) throws Exception {
    RecordedNetwork network = Recordings.of(platform);
    try (StubHost host = new StubHost(replay(network))) {
      assertThat(read(network, platform, host)).isEqualTo(Recordings.of(platform).read());
      assertThat(host.asked())
          .isNotEmpty()
          .allMatch(
              asked ->
                  asked.target().contains("access_token=" + RecordedNetwork.TOKEN)
                      || asked.authorization().endsWith("earer " + RecordedNetwork.TOKEN));
    }
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void followsNoRedirect(String platform) throws Exception {
    RecordedNetwork network = Recordings.of(platform);
    try (StubHost host = new StubHost(_ -> new StubHost.Said(302, "{}"))) {
      NetworkException refusal =
          catchThrowableOfType(NetworkException.class, () -> read(network, platform, host));

      assertThat(refusal.kind()).isEqualTo(Kind.BAD_REQUEST);
      assertThat(refusal)
          .hasMessageStartingWith(network.connector().name())
          .hasMessageContaining("redirect");
      assertThat(host.asked()).doesNotHaveDuplicates();
    }
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void givesUpAHugeAnswer(String platform) throws Exception {
    RecordedNetwork network = Recordings.of(platform);
    String huge = "{\"data\": \"" + "a".repeat(5 << 20) + "\"}";
    try (StubHost host = new StubHost(_ -> new StubHost.Said(200, huge))) {
      NetworkException refusal =
          catchThrowableOfType(NetworkException.class, () -> read(network, platform, host));

      assertThat(refusal).hasMessageContaining("larger");
    }
  }
}

package dev.facet.ingest.social.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.facet.model.FailureException;
import java.net.InetAddress;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostsTest {
  private static final Hosts HOSTS = Hosts.of(List.of("127.0.0.1", "Stub.Example", "[::1]"));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://127.0.0.1",
        "http://127.0.0.1:8123/prefix",
        "https://127.0.0.1:8123",
        "HTTP://STUB.example/",
        "http://[::1]:9",
        "https://graph.facebook.com"
      })
  void listed_hosts_and_the_networks_own_may_be_named(String base) {
    assertThatCode(() -> HOSTS.check("instagram", base)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://localhost:8123",
        "http://127.0.0.2",
        "http://127.1",
        "http://2130706433",
        "http://0x7f.0.0.1",
        "http://[::ffff:127.0.0.1]",
        "http://169.254.169.254/latest",
        "https://example.com",
        "http://graph.facebook.com",
        "https://api.x.com",
        "https://graph.facebook.com.evil.example",
        "http://127.0.0.1@evil.example",
        "http://evil.example#@127.0.0.1",
        "http://127.0.0.1?x=1",
        "http://127.0.0.1#x",
        "http://127.0.0.1:0",
        "http://127.0.0.1:99999",
        "http://stub.example.",
        "ftp://127.0.0.1",
        "file:///etc/passwd",
        "127.0.0.1:80",
        "//127.0.0.1",
        "http://",
        "http:// 127.0.0.1",
        ""
      })
  void every_other_address_is_refused_by_name(String base) {
    assertThatThrownBy(() -> HOSTS.check("instagram", base))
        .isInstanceOf(FailureException.class)
        .hasMessageContaining("base_url");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0.0.0.0",
        "10.1.2.3",
        "100.64.0.1",
        "127.0.0.1",
        "127.255.255.255",
        "169.254.169.254",
        "172.16.0.1",
        "172.31.255.255",
        "192.168.1.1",
        "198.18.0.1",
        "224.0.0.1",
        "255.255.255.255",
        "::",
        "::1",
        "::ffff:10.0.0.1",
        "::ffff:127.0.0.1",
        "::127.0.0.1",
        "64:ff9b::a00:1",
        "fc00::1",
        "fd12::1",
        "fe80::1",
        "fec0::1",
        "ff02::1",
        "2001:0:1::1",
        "2001:db8::1",
        "2002:a00:1::1"
      })
  void addresses_nearby_are_not_public(String address) throws Exception {
    assertThat(PublicAddress.is(InetAddress.getByName(address))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"8.8.8.8", "172.32.0.1", "100.128.0.1", "2a00:1450::1", "2606:4700::1"})
  void others_are(String address) throws Exception {
    assertThat(PublicAddress.is(InetAddress.getByName(address))).isTrue();
  }
}

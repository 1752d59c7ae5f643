package dev.facet.ingest.social.consent;

import com.fasterxml.jackson.databind.JsonNode;
import dev.facet.ingest.social.Call;
import dev.facet.ingest.social.Connector.Consent;
import dev.facet.ingest.social.Connector.Step;
import dev.facet.ingest.social.Line;
import dev.facet.ingest.social.NetworkException;
import dev.facet.ingest.social.NetworkException.Kind;
import dev.facet.ingest.social.Reply;
import dev.facet.ingest.social.profile.Grant;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Where a network gives tokens for codes and for refresh tokens. */
record TokenEndpoint(String network, Consent consent, Client client, Line line) {
  private static final Duration LIMIT = Duration.ofSeconds(10);

  /**
   * Asks for tokens.
   *
   * @param form the grant, without the client
   * @throws NetworkException AUTH when the network refuses the grant
   */
  Grant ask(Map<String, String> form, Instant now) {
    return grant(send(call(form)), now);
  }

  /**
   * Asks for another token for one that there is.
   *
   * @throws NetworkException AUTH when the network refuses it
   */
  Grant ask(Step step, String token, Instant now) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("grant_type", step.grant());
    if (step.named()) {
      fields.put(consent.clientField(), client.id());
      fields.put("client_secret", client.secret());
    }
    fields.put(step.field(), token);
    URI at = step.address();
    return grant(
        send(new Call("GET", host(at), at.getRawPath(), encoded(fields), Map.of(), null)), now);
  }

  private Grant grant(Reply reply, Instant now) {
    JsonNode body = reply.body();
    String token = body.path("access_token").asText("");
    if (reply.status() >= 500 || reply.status() == 429) {
      throw failure(Kind.TRANSIENT, "gave no token now (status %d)".formatted(reply.status()));
    }
    if (reply.status() >= 300 || token.isEmpty()) {
      throw failure(Kind.AUTH, "refused to give a token (status %d)".formatted(reply.status()));
    }
    String refresh = body.path("refresh_token").asText("");
    long seconds = body.path("expires_in").asLong(0);
    return new Grant(
        token, refresh.isEmpty() ? null : refresh, seconds > 0 ? now.plusSeconds(seconds) : null);
  }

  private Reply send(Call call) {
    try {
      return line.send(call, LIMIT);
    } catch (NetworkException e) {
      throw new NetworkException(e.kind(), network + ": " + e.getMessage(), e.retryAfter());
    }
  }

  private Call call(Map<String, String> form) {
    Map<String, String> fields = new LinkedHashMap<>(form);
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Content-Type", "application/x-www-form-urlencoded");
    if (consent.basic()) {
      headers.put("Authorization", "Basic " + base64(client.id() + ":" + client.secret()));
    } else {
      fields.put(consent.clientField(), client.id());
      fields.put("client_secret", client.secret());
    }
    URI token = consent.token();
    return new Call(
        "POST",
        host(token),
        token.getRawPath(),
        token.getRawQuery() == null ? "" : token.getRawQuery(),
        headers,
        encoded(fields));
  }

  private static String host(URI address) {
    return address.getScheme() + "://" + address.getRawAuthority();
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  static String encoded(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(field -> Call.encoded(field.getKey()) + "=" + Call.encoded(field.getValue()))
        .collect(Collectors.joining("&"));
  }

  private NetworkException failure(Kind kind, String predicate) {
    return new NetworkException(kind, network + " " + predicate + ".", null);
  }
}

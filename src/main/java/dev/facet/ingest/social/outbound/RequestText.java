package dev.facet.ingest.social.outbound;

import dev.facet.ingest.social.Call;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** A call as HTTP/1.1 has it. */
final class RequestText {
  private static final String AGENT = "Facet/1.0 (self-hosted analytics)";

  private RequestText() {}

  static byte[] of(Call call, URI address) throws Refusal {
    byte[] body = call.body() == null ? new byte[0] : call.body().getBytes(StandardCharsets.UTF_8);
    StringBuilder head = new StringBuilder(call.method());
    head.append(' ').append(target(address)).append(" HTTP/1.1\r\n");
    for (Map.Entry<String, String> header : headers(call, address, body.length).entrySet()) {
      head.append(checked(header.getKey())).append(": ");
      head.append(checked(header.getValue())).append("\r\n");
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(head.append("\r\n").toString().getBytes(StandardCharsets.UTF_8));
    out.writeBytes(body);
    return out.toByteArray();
  }

  private static String target(URI address) {
    String path = address.getRawPath();
    String target = path == null || path.isEmpty() ? "/" : path;
    return address.getRawQuery() == null ? target : target + "?" + address.getRawQuery();
  }

  private static Map<String, String> headers(Call call, URI address, int length) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Host", address.getRawAuthority());
    headers.put("Connection", "close");
    headers.put("Accept", "application/json");
    if (call.headers().keySet().stream().noneMatch("User-Agent"::equalsIgnoreCase)) {
      headers.put("User-Agent", AGENT);
    }
    if (call.body() != null) {
      headers.put("Content-Length", Integer.toString(length));
    }
    headers.putAll(call.headers());
    return headers;
  }

  /** A line break within would begin a header of somebody else's choice. */
  private static String checked(String text) throws Refusal {
    if (text.chars().anyMatch(Character::isISOControl)) {
      throw new Refusal("a token or header has a line break or another control character.");
    }
    return text;
  }
}

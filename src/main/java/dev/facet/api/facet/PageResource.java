package dev.facet.api.facet;

import dev.facet.api.http.Request;
import dev.facet.api.http.Response;
import dev.facet.model.FailureException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The web page, from the jar. Its parts have the hash of what they hold in their names. */
final class PageResource {
  private static final Pattern HASHED = Pattern.compile(".*-[\\w-]{8}\\.\\w+");
  private static final String FOLDER = "/web/";
  private static final String POLICY =
      "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:"
          + " blob:; font-src 'self' data:; connect-src 'self'; object-src 'none'; base-uri 'none';"
          + " form-action 'self'; frame-ancestors ";
  private static final String NO_FRAME = "'none'";
  private static final String ANY_FRAME = "*";
  private static final String NOT_BUILT =
      "<!doctype html><title>Facet</title><p>The web page is not part of this build."
          + " Build it with <code>./facet build</code>.</p>";
  private static final Map<String, String> TYPES =
      Map.of(
          "html", Response.HTML,
          "js", "text/javascript; charset=utf-8",
          "css", "text/css; charset=utf-8",
          "svg", "image/svg+xml",
          "png", "image/png",
          "ico", "image/x-icon",
          "woff2", "font/woff2",
          "json", Response.JSON,
          "txt", Response.TEXT);

  private final Map<String, Optional<Response>> files = new ConcurrentHashMap<>();

  /** Any of the page's own addresses: the page finds out itself what to show. */
  Response page(Request request) {
    return matching(
        request,
        page(POLICY + NO_FRAME)
            .with("X-Frame-Options", "DENY")
            .with("Referrer-Policy", "same-origin"));
  }

  /** The page for people who followed a link, which is not to be told on. */
  Response shared(Request request) {
    return page(POLICY + NO_FRAME)
        .with("X-Frame-Options", "DENY")
        .with("Referrer-Policy", "no-referrer");
  }

  /** As {@link #shared}, to stand in a frame of any other page. */
  Response embedded(Request request) {
    return page(POLICY + ANY_FRAME).with("Referrer-Policy", "no-referrer");
  }

  private Response page(String policy) {
    return file("index.html")
        .orElseGet(() -> html(NOT_BUILT))
        .with("Cache-Control", "no-cache")
        .with("Content-Security-Policy", policy);
  }

  /** A part of the page; one with a hash in its name never changes under that name. */
  Response asset(Request request) {
    String name = request.pathParameter("path");
    String lasting =
        HASHED.matcher(name).matches() ? "max-age=31536000, immutable" : "max-age=3600";
    return matching(request, found("assets/" + name).with("Cache-Control", "public, " + lasting));
  }

  /** A file beside the page, such as its icon. */
  Response file(Request request) {
    return matching(
        request, found(request.path().substring(1)).with("Cache-Control", "public, max-age=3600"));
  }

  private Response found(String path) {
    return file(path)
        .orElseThrow(() -> FailureException.notFound("There is nothing at this address."));
  }

  private static Response html(String text) {
    return Response.bytes(200, Response.HTML, text.getBytes(StandardCharsets.UTF_8));
  }

  private static Response matching(Request request, Response response) {
    @Nullable String tag = response.header("ETag").orElse(null);
    boolean same = tag != null && request.header("If-None-Match").filter(tag::equals).isPresent();
    return same ? new Response(304, response.headers(), new Response.Empty()) : response;
  }

  private Optional<Response> file(String path) {
    Optional<Response> known = files.get(path);
    if (known != null) {
      return known;
    }
    Optional<Response> read = read(path);
    if (read.isPresent()) {
      files.put(path, read);
    }
    return read;
  }

  private static Optional<Response> read(String path) {
    String ending = path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    String type = TYPES.get(ending);
    if (type == null || path.contains("..") || path.contains("\\") || path.contains("//")) {
      return Optional.empty();
    }
    try (InputStream in = PageResource.class.getResourceAsStream(FOLDER + path)) {
      if (in == null) {
        return Optional.empty();
      }
      byte[] bytes = in.readAllBytes();
      Response response = Response.bytes(200, type, bytes).with("ETag", tag(bytes));
      return Optional.of(isPacked(ending) ? response : response.packed());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isPacked(String ending) {
    return ending.equals("png") || ending.equals("woff2");
  }

  private static String tag(byte[] bytes) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
      return '"'
          + Base64.getUrlEncoder().withoutPadding().encodeToString(hash).substring(0, 22)
          + '"';
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}

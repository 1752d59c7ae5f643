package dev.facet.report;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Kinds of files. */
public enum Format {
  PNG("image/png", "png"),
  PDF("application/pdf", "pdf"),
  CSV("text/csv", "csv"),
  XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"),
  SVG("image/svg+xml", "svg");

  private static final int LONGEST_NAME = 80;

  private final String contentType;
  private final String extension;

  Format(String contentType, String extension) {
    this.contentType = contentType;
    this.extension = extension;
  }

  public String contentType() {
    return contentType;
  }

  /** The content type with the encoding, where there is one. */
  public String servedAs() {
    return this == CSV ? contentType + "; charset=utf-8" : contentType;
  }

  public String extension() {
    return extension;
  }

  public static Optional<Format> of(String contentType) {
    return Arrays.stream(values()).filter(f -> f.contentType.equals(contentType)).findFirst();
  }

  /** The name of a file about something: {@code export-weekly-signups.png}. */
  public String name(String title) {
    String plain =
        Normalizer.normalize(title, Normalizer.Form.NFKD)
            .replaceAll("\\p{M}", "")
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z0-9]+", "-")
            .replaceAll("^-|-$", "");
    String cut = plain.substring(0, Math.min(LONGEST_NAME, plain.length()));
    return (cut.isEmpty() ? "export" : "export-" + cut) + "." + extension;
  }
}

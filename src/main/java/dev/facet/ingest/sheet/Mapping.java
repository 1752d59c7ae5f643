package dev.facet.ingest.sheet;

import dev.facet.dataset.Dataset;
import dev.facet.model.Column;
import dev.facet.model.FailureException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Which column of a dataset each column of a file fills.
 *
 * @param columns by the file's names; those that fill none are not there
 */
public record Mapping(Map<String, String> columns) {
  /** Other words for columns, without what is no letter. */
  private static final Map<String, List<String>> WORDS =
      Map.ofEntries(
          Map.entry(
              "customer_id", List.of("customer", "client", "clientid", "account", "accountid")),
          Map.entry("subscription_id", List.of("subscription", "contract", "contractid")),
          Map.entry("invoice_id", List.of("invoice", "invoicenumber", "invoiceno", "number")),
          Map.entry("post_id", List.of("post")),
          Map.entry("click_id", List.of("click")),
          Map.entry("name", List.of("company", "customername", "fullname")),
          Map.entry("created_at", List.of("created", "createdon", "signupdate", "since")),
          Map.entry("segment", List.of("tier", "group")),
          Map.entry("quantity", List.of("qty", "seats", "units")),
          Map.entry("unit_price", List.of("price", "unitamount", "rate")),
          Map.entry("currency", List.of("currencycode", "curr")),
          Map.entry("interval", List.of("billinginterval", "period", "billingperiod", "cycle")),
          Map.entry("started_at", List.of("started", "start", "startdate", "startson")),
          Map.entry(
              "cancelled_at",
              List.of("cancelled", "canceled", "canceledat", "end", "enddate", "ended")),
          Map.entry("paused_at", List.of("paused")),
          Map.entry("resumed_at", List.of("resumed")),
          Map.entry("issued_at", List.of("issued", "issuedate", "invoicedate", "date")),
          Map.entry("due_at", List.of("due", "duedate")),
          Map.entry("paid_at", List.of("paid", "paymentdate", "paidon")),
          Map.entry("amount", List.of("total", "sum", "value")),
          Map.entry("refunded", List.of("refund", "refundedamount")),
          Map.entry("status", List.of("state")));

  public Mapping {
    columns = Map.copyOf(columns);
  }

  /** The mapping that the names suggest; each column of the dataset is filled by one at most. */
  public static Mapping guess(List<String> names, Dataset dataset) {
    Map<String, String> columns = new LinkedHashMap<>();
    for (Column column : dataset.columns()) {
      find(names, column.name(), dataset)
          .filter(name -> !columns.containsKey(name))
          .ifPresent(name -> columns.put(name, column.name()));
    }
    return new Mapping(columns);
  }

  private static Optional<String> find(List<String> names, String column, Dataset dataset) {
    Map<String, String> bare = new HashMap<>();
    names.forEach(name -> bare.putIfAbsent(letters(name), name));
    String same = bare.get(letters(column));
    if (same != null) {
      return Optional.of(same);
    }
    boolean isKey = dataset.key().equals(List.of(column));
    if (isKey && bare.containsKey("id")) {
      return Optional.ofNullable(bare.get("id"));
    }
    return WORDS.getOrDefault(column, List.of()).stream()
        .filter(bare::containsKey)
        .findFirst()
        .map(bare::get)
        .filter(
            name ->
                dataset.columns().stream().noneMatch(c -> letters(c.name()).equals(letters(name))));
  }

  private static String letters(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
  }

  /**
   * A mapping that somebody chose.
   *
   * @param chosen by the file's names; an empty text fills nothing
   */
  public static Mapping chosen(Map<String, String> chosen, List<String> names, Dataset dataset) {
    Map<String, String> columns = new TreeMap<>();
    Map<String, String> taken = new HashMap<>();
    chosen.forEach(
        (name, column) -> {
          check(name, column, names, dataset);
          String other = column.isEmpty() ? null : taken.put(column, name);
          if (other != null) {
            throw invalid(name, "\"%s\" is filled by \"%s\" already.".formatted(column, other));
          }
          columns.put(name, column);
        });
    columns.values().removeIf(String::isEmpty);
    return new Mapping(columns);
  }

  private static void check(String name, String column, List<String> names, Dataset dataset) {
    List<String> known = dataset.columns().stream().map(Column::name).toList();
    if (!names.contains(name)) {
      throw invalid(name, "The file has no such column; it has " + String.join(", ", names) + ".");
    }
    if (!column.isEmpty() && !known.contains(column)) {
      throw invalid(
          name,
          "There is no column \"%s\" in %s; there are %s."
              .formatted(column, dataset.name(), String.join(", ", known)));
    }
  }

  private static FailureException invalid(String name, String message) {
    return FailureException.invalid("invalid_mapping", "mapping." + name, message);
  }

  /** The key columns of the dataset that nothing fills. */
  public List<String> missing(Dataset dataset) {
    return dataset.key().stream().filter(key -> !columns.containsValue(key)).toList();
  }
}

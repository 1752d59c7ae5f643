package dev.facet;

/** Writes docs/configuration.md from the keys of {@link Config}. */
final class ConfigReference {
  private ConfigReference() {}

  /** The reference page of all keys, in Markdown. */
  static String page() {
    StringBuilder page = new StringBuilder(HEAD);
    for (Config.Key key : Config.KEYS) {
      page.append("| `")
          .append(key.name())
          .append("` | ")
          .append(code(key.standard()))
          .append(" | ");
      page.append(key.unit()).append(" | ").append(key.sentence()).append(" |\n");
    }
    return page.append(END).toString();
  }

  private static String code(String text) {
    return text.isEmpty() ? "(empty)" : "`" + text + "`";
  }

  private static final String HEAD =
      """
      # Configuration

      `./facet serve --config FILE` reads a YAML file. An environment variable goes before the file, the
      command line before both. The variable of a key is its name in capitals with `_` for the dots and
      `FACET_` before it: `FACET_SERVER_PORT` sets `server.port`. Lists are separated by commas there. A
      key that is not in this table stops the start. This page is written by the program itself.

      | key | default | unit | meaning |
      |---|---|---|---|
      """;

  private static final String END =
      """
      | `connectors.<network>.client_id` | (empty) |  | The server's own id at a network. In the file only. |
      | `connectors.<network>.client_secret` | (empty) |  | The secret that belongs to it. In the file only. |
      | `bootstrap` | (empty) |  | What to create at the start when it is missing; see below. |

      ## Bootstrap

      Applied at each start. It creates what is missing and changes nothing that exists; what it created once
      and somebody deleted since does not come back.

      ```yaml
      bootstrap:
        organisations:
          - id: 1
            name: Acme
            users:
              - { email: ada@example.com, name: Ada Lovelace, password: correct-horse-battery, role: owner }
            projects:
              - { id: 1, name: Web, timezone: UTC, week_start: sunday, token: phc_acme_web }
            keys:
              - { user: ada@example.com, label: all, key: phx_acme_all, scopes: ["*"], projects: [] }
      ```

      Roles are `owner`, `admin`, `editor` and `viewer`. A key without `projects` reaches all of its
      organisation's. Keys and passwords are kept hashed.
      """;
}

package dev.facet.cli;

import dev.facet.Config;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes, lists and revokes keys for programs, whether the server runs or not. */
@Command(
    name = "key",
    description = "Make, list and revoke keys.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND")
final class Key implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Missing command: create, list or revoke.");
  }

  /** Which data directory is meant. */
  static final class Where {
    @Option(names = "--data", paramLabel = "DIR", description = "The server's data directory.")
    private @Nullable Path data;

    @Option(names = "--config", paramLabel = "FILE", description = "The server's settings.")
    private @Nullable Path config;

    KeyDesk open() throws IOException {
      Map<String, String> overrides = new HashMap<>();
      if (data != null) {
        overrides.put("data", data.toString());
      }
      return DataDirectory.keysOf(Config.load(config, System.getenv(), overrides).data());
    }
  }

  @Command(
      name = "create",
      description = "Make a key and print it, once.",
      mixinStandardHelpOptions = true,
      sortOptions = false)
  int create(
      @Mixin Where where,
      @Option(names = "--user", required = true, paramLabel = "EMAIL", description = "Whose key.")
          String user,
      @Option(names = "--label", defaultValue = "command line", description = "What it is for.")
          String label,
      @Option(
              names = "--scopes",
              split = ",",
              defaultValue = "*",
              description = "What it may do, such as dashboard:read,query:read; * for all.")
          List<String> scopes,
      @Option(
              names = "--projects",
              split = ",",
              arity = "0..1",
              description = "The only projects it is for; all when not given.")
          @Nullable List<Long> projects)
      throws IOException, InterruptedException {
    try (KeyDesk desk = where.open()) {
      List<Long> limits = projects == null ? List.of() : projects;
      print(desk.create(new KeyDesk.Wanted(user, label, scopes, limits)));
    }
    return 0;
  }

  @Command(name = "list", description = "List all keys.", mixinStandardHelpOptions = true)
  int list(@Mixin Where where) throws IOException, InterruptedException {
    try (KeyDesk desk = where.open()) {
      for (KeyDesk.Listed key : desk.list()) {
        String projects =
            key.projects().isEmpty() ? "all projects" : "projects " + join(key.projects());
        print(
            "%d  %s  %s  %s  %s  %s"
                .formatted(
                    key.id(), key.mask(), key.user(), key.label(), join(key.scopes()), projects));
      }
    }
    return 0;
  }

  private static String join(List<?> items) {
    return String.join(",", items.stream().map(String::valueOf).toList());
  }

  @Command(name = "revoke", description = "Revoke a key.", mixinStandardHelpOptions = true)
  int revoke(
      @Mixin Where where,
      @Parameters(paramLabel = "ID", description = "Its number in the list.") long id)
      throws IOException, InterruptedException {
    try (KeyDesk desk = where.open()) {
      desk.revoke(id);
      print("Key " + id + " is revoked.");
    }
    return 0;
  }

  private void print(String line) {
    PrintWriter out = spec.commandLine().getOut();
    out.println(line);
    out.flush();
  }
}

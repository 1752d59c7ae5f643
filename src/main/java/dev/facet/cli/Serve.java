package dev.facet.cli;

import dev.facet.Config;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs a server until it is told to stop. */
@Command(
    name = "serve",
    description = "Run the server.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class Serve implements Callable<Integer> {
  private final Starter starter;
  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private final Listening listening = new Listening();

  @Option(names = "--data", paramLabel = "DIR", description = "Where everything is kept.")
  private @Nullable Path data;

  @Option(names = "--config", paramLabel = "FILE", description = "A YAML file of settings.")
  private @Nullable Path config;

  Serve(Starter starter) {
    this.starter = starter;
  }

  @Override
  public Integer call() throws Exception {
    Map<String, String> overrides = listening.overrides();
    if (data != null) {
      overrides.put("data", data.toString());
    }
    Config settings = Config.load(config, System.getenv(), overrides);
    Lifetime lifetime = Lifetime.begin(starter, settings, listening.clock(), null);
    spec.commandLine().getOut().println("Facet is ready on " + lifetime.url());
    spec.commandLine().getOut().flush();
    lifetime.lastUntilStopped();
    return 0;
  }
}

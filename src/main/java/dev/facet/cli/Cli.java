package dev.facet.cli;

import dev.facet.model.FailureException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The program's commands. */
@Command(
    name = "facet",
    description = "A self-hosted analytics-dashboard server.",
    synopsisSubcommandLabel = "COMMAND",
    mixinStandardHelpOptions = true,
    versionProvider = Cli.Version.class)
public final class Cli implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  private Cli() {}

  /** Runs the command that the words name; returns the exit code. */
  public static int run(String[] words, Starter starter) {
    CommandLine line = new CommandLine(new Cli());
    line.addSubcommand(new Serve(starter));
    line.addSubcommand(new Demo(starter));
    line.addSubcommand(new Load());
    line.addSubcommand(new ImportRows());
    line.addSubcommand(new Key());
    line.setExecutionExceptionHandler((e, failed, parsed) -> report(e, failed));
    return line.execute(words);
  }

  /** Without a command there is nothing to do. */
  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Missing command.");
  }

  private static int report(Exception e, CommandLine failed) throws Exception {
    PrintWriter err = failed.getErr();
    switch (e) {
      case FailureException failure -> {
        err.println("facet: " + failure.getMessage());
        return failure.failure().code().equals("configuration")
            ? ExitCode.USAGE
            : ExitCode.SOFTWARE;
      }
      case IOException io -> err.println("facet: " + io.getMessage());
      case UncheckedIOException io -> err.println("facet: " + io.getMessage());
      default -> throw e;
    }
    return ExitCode.SOFTWARE;
  }

  /** What was built. */
  static final class Version implements CommandLine.IVersionProvider {
    @Override
    public String[] getVersion() {
      String version = Cli.class.getPackage().getImplementationVersion();
      return new String[] {"facet " + (version == null ? "(not packed)" : version)};
    }
  }
}

package dev.facet.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** How much memory the process has, in megabytes; 0 where the system does not say. */
final class Memory {
  private Memory() {}

  static long resident() {
    return status("VmRSS:");
  }

  /** The most it ever had. */
  static long most() {
    return status("VmHWM:");
  }

  private static long status(String name) {
    try {
      return Files.readAllLines(Path.of("/proc/self/status")).stream()
          .filter(line -> line.startsWith(name))
          .map(line -> line.replaceAll("\\D", ""))
          .mapToLong(kilobytes -> Long.parseLong(kilobytes) / 1024)
          .findFirst()
          .orElse(0);
    } catch (IOException notOnThisSystem) {
      return 0;
    }
  }
}

package dev.facet;

/** Where the process starts. */
public final class Main {
  private Main() {}

  /** Prints how the program is used. */
  public static void main(String[] args) {
    System.out.println("Usage: facet COMMAND [OPTIONS]");
  }
}

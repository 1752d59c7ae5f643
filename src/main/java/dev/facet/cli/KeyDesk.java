package dev.facet.cli;

import java.io.IOException;
import java.util.List;

/**
 * Where keys are made and revoked: the data directory when it is free, else the server that uses
 * it.
 */
interface KeyDesk extends AutoCloseable {

  /** A key as it may be shown. */
  record Listed(
      long id, String user, String label, String mask, List<String> scopes, List<Long> projects) {}

  /** What to make a key of. No projects means all. */
  record Wanted(String user, String label, List<String> scopes, List<Long> projects) {}

  /** Makes a key and returns it; it is shown never again. */
  String create(Wanted wanted) throws IOException, InterruptedException;

  List<Listed> list() throws IOException, InterruptedException;

  void revoke(long id) throws IOException, InterruptedException;

  @Override
  void close() throws IOException;
}

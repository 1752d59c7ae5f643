package dev.facet.ingest.social.outbound;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** Finds the addresses of a host. */
@FunctionalInterface
public interface Lookup {
  InetAddress[] find(String host) throws UnknownHostException;
}

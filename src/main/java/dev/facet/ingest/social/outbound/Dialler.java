package dev.facet.ingest.social.outbound;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.util.Locale;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/** Opens connections to addresses that were checked. */
record Dialler(Hosts hosts, Lookup lookup) {

  /**
   * Connects a socket to where an address leads.
   *
   * @return the socket to talk through: the given one, or one that encrypts on top of it
   * @throws Refusal when the host may not be called
   */
  Socket dial(Socket socket, URI address, Deadline deadline) throws IOException {
    String host = host(address);
    boolean secure = "https".equalsIgnoreCase(address.getScheme());
    if (!secure && !hosts.lists(host)) {
      throw new Refusal("only hosts in connectors.allow are called without encryption.");
    }
    int port = address.getPort() > 0 ? address.getPort() : secure ? 443 : 80;
    socket.setTcpNoDelay(true);
    int patience = (int) Math.max(1, deadline.left().toMillis());
    socket.connect(new InetSocketAddress(checked(host), port), patience);
    return secure ? encrypted(socket, host, port) : socket;
  }

  private static String host(URI address) throws Refusal {
    String host = address.getHost();
    if (host == null) {
      throw new Refusal("the address of the call names no host.");
    }
    return host.toLowerCase(Locale.ROOT).replaceAll("^\\[|]$", "");
  }

  /** The host's address. Were one of several nearby, the name would not be what it claims to be. */
  private InetAddress checked(String host) throws IOException {
    InetAddress[] found = lookup.find(host);
    for (InetAddress address : found) {
      if (!hosts.lists(host) && !PublicAddress.is(address)) {
        throw new Refusal("the host leads into a private network, which is not called.");
      }
    }
    return found[0];
  }

  private static Socket encrypted(Socket socket, String host, int port) throws IOException {
    SSLSocketFactory factory = (SSLSocketFactory) SSLSocketFactory.getDefault();
    SSLSocket secure = (SSLSocket) factory.createSocket(socket, host, port, true);
    SSLParameters parameters = secure.getSSLParameters();
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    secure.setSSLParameters(parameters);
    secure.startHandshake();
    return secure;
  }
}

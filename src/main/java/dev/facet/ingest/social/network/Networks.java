package dev.facet.ingest.social.network;

import dev.facet.ingest.social.Connector;
import dev.facet.ingest.social.Pace;
import java.util.List;

/** All networks there are. */
public final class Networks {
  private Networks() {}

  /** A connector for each network. */
  public static List<Connector> all(Pace pace) {
    List<Network> networks =
        List.of(
            new Instagram(),
            new TikTok(),
            new LinkedIn(),
            new Facebook(),
            new X(),
            new YouTube(),
            new Threads(),
            new Pinterest(),
            new Reddit(),
            new Bluesky());
    return networks.stream().<Connector>map(network -> new Speaker(network, pace)).toList();
  }
}

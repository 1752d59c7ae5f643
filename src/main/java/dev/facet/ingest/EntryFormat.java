package dev.facet.ingest;

import com.github.luben.zstd.Zstd;
import dev.facet.model.Event;
import dev.facet.model.Micros;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Entries as the journal's payloads: one byte for the kind, one for whether what follows is
 * compressed, then the entry. Instants are kept to the microsecond.
 */
final class EntryFormat {
  private static final byte EVENTS = 1;
  private static final byte ROWS = 2;
  private static final byte MEMBERS = 3;
  private static final byte PLAIN = 0;
  private static final byte ZSTD = 1;
  private static final int HEAD = 2;
  private static final int WORTH_COMPRESSING = 512;
  private static final int LEVEL = 1;

  private EntryFormat() {}

  static byte[] write(Entry entry) {
    BinaryWriter out = new BinaryWriter();
    return switch (entry) {
      case Entry.Events events -> {
        out.octet(EVENTS);
        out.octet(PLAIN);
        writeEvents(out, events);
        yield compressed(out.toBytes());
      }
      case Entry.Rows rows -> {
        out.octet(ROWS);
        out.octet(PLAIN);
        writeRows(out, rows);
        yield compressed(out.toBytes());
      }
      case Entry.Members members -> {
        out.octet(MEMBERS);
        out.octet(PLAIN);
        writeMembers(out, members);
        yield compressed(out.toBytes());
      }
    };
  }

  private static byte[] compressed(byte[] plain) {
    if (plain.length < WORTH_COMPRESSING) {
      return plain;
    }
    int length = plain.length - HEAD;
    byte[] packed = new byte[HEAD + Integer.BYTES + Math.toIntExact(Zstd.compressBound(length))];
    int room = packed.length - HEAD - Integer.BYTES;
    long size =
        Zstd.compressByteArray(packed, HEAD + Integer.BYTES, room, plain, HEAD, length, LEVEL);
    if (Zstd.isError(size) || size > length - length / 8) {
      return plain;
    }
    ByteBuffer.wrap(packed).put(plain[0]).put(ZSTD).putInt(length);
    return Arrays.copyOf(packed, HEAD + Integer.BYTES + (int) size);
  }

  /** The entry of a payload; a kind that is not known here was written by a newer version. */
  static Entry read(byte[] payload) {
    BinaryReader in =
        payload[1] == ZSTD
            ? new BinaryReader(unpacked(payload), 0)
            : new BinaryReader(payload, HEAD);
    return switch (payload[0]) {
      case EVENTS -> readEvents(in);
      case ROWS -> readRows(in);
      case MEMBERS -> readMembers(in);
      default ->
          throw new IllegalStateException(
              "The journal holds an entry of kind " + payload[0] + ", which a newer version wrote");
    };
  }

  private static byte[] unpacked(byte[] payload) {
    byte[] plain = new byte[ByteBuffer.wrap(payload).getInt(HEAD)];
    int start = HEAD + Integer.BYTES;
    long size =
        Zstd.decompressByteArray(plain, 0, plain.length, payload, start, payload.length - start);
    if (size != plain.length) {
      throw new IllegalStateException("A journal entry cannot be unpacked");
    }
    return plain;
  }

  private static void writeEvents(BinaryWriter out, Entry.Events entry) {
    out.count(entry.project());
    out.count(entry.events().size());
    long received = 0;
    for (Event event : entry.events()) {
      out.fixed(event.uuid().getMostSignificantBits());
      out.fixed(event.uuid().getLeastSignificantBits());
      out.name(event.name());
      out.text(event.distinctId());
      long at = Micros.of(event.receivedAt());
      out.number(at - received);
      out.number(at - Micros.of(event.time()));
      received = at;
      out.map(event.properties());
    }
  }

  private static Entry.Events readEvents(BinaryReader in) {
    long project = in.count();
    int count = in.size();
    List<Event> events = new ArrayList<>(count);
    long received = 0;
    for (int i = 0; i < count; i++) {
      UUID uuid = new UUID(in.fixed(), in.fixed());
      String name = in.name();
      String distinctId = in.text();
      received += in.number();
      Instant time = Micros.toInstant(received - in.number());
      Map<String, @Nullable Object> properties = in.map();
      events.add(new Event(uuid, name, distinctId, time, Micros.toInstant(received), properties));
    }
    return new Entry.Events(project, events);
  }

  private static void writeRows(BinaryWriter out, Entry.Rows entry) {
    out.count(entry.project());
    out.text(entry.dataset());
    out.count(entry.rows().size());
    entry.rows().forEach(out::map);
  }

  private static Entry.Rows readRows(BinaryReader in) {
    long project = in.count();
    String dataset = in.text();
    int count = in.size();
    List<Map<String, @Nullable Object>> rows = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      rows.add(in.map());
    }
    return new Entry.Rows(project, dataset, rows);
  }

  private static void writeMembers(BinaryWriter out, Entry.Members entry) {
    out.count(entry.project());
    out.count(entry.cohort());
    writeTexts(out, entry.distinctIds());
    writeTexts(out, entry.persons());
  }

  private static void writeTexts(BinaryWriter out, List<String> texts) {
    out.count(texts.size());
    texts.forEach(out::text);
  }

  private static Entry.Members readMembers(BinaryReader in) {
    return new Entry.Members(in.count(), in.count(), readTexts(in), readTexts(in));
  }

  private static List<String> readTexts(BinaryReader in) {
    int count = in.size();
    List<String> texts = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      texts.add(in.text());
    }
    return texts;
  }
}

import com.github.luben.zstd.Zstd;

/** Bodies packed, so that the sender's memory stays small; unpacking takes a fraction of a millisecond. */
final class Packed {
  private Packed() {}

  static byte[] pack(byte[] plain) {
    return Zstd.compress(plain, 1);
  }

  static byte[] unpack(byte[] packed) {
    return Zstd.decompress(packed, (int) Zstd.getFrameContentSize(packed));
  }
}

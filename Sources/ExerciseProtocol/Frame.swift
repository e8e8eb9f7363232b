/// How host and runner tell where a message ends: 4 bytes of length, little endian, then that many
/// bytes of JSON.
///
/// The runner's half is `frames.h` in exercise-runner; the two change together.
public enum Frame {
  public static let headerSize = 4

  /// The most bytes that one message may have, either way: 64 MiB. `FRAME_LIMIT` in `frames.h`.
  public static let limit = 64 * 1024 * 1024
}

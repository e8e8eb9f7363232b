/// Puts one frame together from the bytes of a plugin as they come. What they are is the plugin's
/// choice: whatever comes, it ends in a message or in a fault.
package struct FrameReader: Sendable {
  private var bytes: [UInt8] = []

  /// Why what came is no answer.
  package enum Fault: Error, Hashable, Sendable {
    /// The frame would be longer than ``Frame/limit``.
    case tooLong
    /// So many bytes came after the frame, and nothing was asked for since.
    case excess(Int)
  }

  package init() {}

  package mutating func append(_ piece: some Collection<UInt8>) { bytes += piece }

  /// The message, once all of it has come; nil before. To be asked after every piece.
  package func message() throws(Fault) -> [UInt8]? {
    guard bytes.count >= Frame.headerSize else { return nil }
    let length = bytes[..<Frame.headerSize].reversed().reduce(0) { $0 << 8 | Int($1) }
    guard length <= Frame.limit else { throw .tooLong }
    let excess = bytes.count - Frame.headerSize - length
    guard excess <= 0 else { throw .excess(excess) }
    return excess == 0 ? Array(bytes[Frame.headerSize...]) : nil
  }

  /// Forgets what came; its memory too, where that has grown past `keptCapacity` bytes.
  package mutating func clear(keptCapacity: Int) {
    bytes.removeAll(keepingCapacity: bytes.capacity <= keptCapacity)
  }
}

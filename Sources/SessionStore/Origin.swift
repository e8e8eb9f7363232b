internal import Platform

/// Which program wrote an event: 64 bits that a host, later a room, chose once for itself.
package struct Origin: Hashable, Sendable, CustomStringConvertible {
  package let rawValue: UInt64

  package init(_ rawValue: UInt64) { self.rawValue = rawValue }

  /// An origin that no other has.
  package static func random() -> Origin { Origin(.random(in: 1 ... .max)) }

  /// 16 lower-case hexadecimal digits.
  package var description: String {
    var text: [UInt8] = []
    text.appendHex(rawValue)
    return String(decoding: text, as: UTF8.self)
  }

  /// Reads 16 lower-case hexadecimal digits.
  package init?(_ text: String) {
    var text = text
    let value = text.withUTF8 { bytes in
      bytes.count == 16 ? UnsafeRawBufferPointer(bytes).hexWord(at: 0) : nil
    }
    guard let value else { return nil }
    self.init(value)
  }
}

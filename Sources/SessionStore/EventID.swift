package import ExerciseProtocol
internal import Platform

/// A name for one event that no other event anywhere has: a UUID of version 7 (RFC 9562), whose
/// first 48 bits are the time in milliseconds.
package struct EventID: Hashable, Sendable {
  let high: UInt64
  let low: UInt64

  init(high: UInt64, low: UInt64) {
    self.high = high
    self.low = low
  }

  /// A new id for something that happened at `time`.
  package init(at time: Timestamp) {
    var random = SystemRandomNumberGenerator()
    let milliseconds = UInt64(truncatingIfNeeded: time.milliseconds) << 16
    high = milliseconds | 0x7000 | random.next() & 0x0FFF
    low = random.next() & 0x3FFF_FFFF_FFFF_FFFF | 0x8000_0000_0000_0000
  }
}

extension EventID: CustomStringConvertible {
  /// The usual form: 32 lower-case hexadecimal digits in five groups.
  package var description: String {
    var text: [UInt8] = []
    text.append(id: self)
    return String(decoding: text, as: UTF8.self)
  }

  /// Reads the usual form.
  package init?(_ text: String) {
    var text = text
    let id = text.withUTF8 { bytes in
      bytes.count == 36 ? UnsafeRawBufferPointer(bytes).eventID(at: 0) : nil
    }
    guard let id else { return nil }
    self = id
  }
}

extension UnsafeRawBufferPointer {
  /// The id whose 36 characters begin at `offset`, which must all lie inside.
  func eventID(at offset: Int) -> EventID? {
    let dash = UInt8(ascii: "-")
    guard self[offset + 8] == dash, self[offset + 13] == dash, self[offset + 18] == dash,
      self[offset + 23] == dash
    else { return nil }
    return withUnsafeTemporaryAllocation(byteCount: 32, alignment: 1) { digits in
      var count = 0
      for index in 0..<36 where self[offset + index] != dash && count < 32 {
        digits[count] = self[offset + index]
        count += 1
      }
      guard count == 32 else { return nil }
      let text = UnsafeRawBufferPointer(digits)
      guard let high = text.hexWord(at: 0), let low = text.hexWord(at: 16) else { return nil }
      return EventID(high: high, low: low)
    }
  }
}

extension [UInt8] {
  mutating func append(id: EventID) {
    appendHex(id.high >> 32, digits: 8)
    append(UInt8(ascii: "-"))
    appendHex(id.high >> 16, digits: 4)
    append(UInt8(ascii: "-"))
    appendHex(id.high, digits: 4)
    append(UInt8(ascii: "-"))
    appendHex(id.low >> 48, digits: 4)
    append(UInt8(ascii: "-"))
    appendHex(id.low, digits: 12)
  }
}

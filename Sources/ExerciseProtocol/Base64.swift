/// Bytes as text, as files cross to a plugin: RFC 4648, section 4, with its padding and without
/// line breaks.
package enum Base64 {
  private static let letters = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
  private static let padding = UInt8(ascii: "=")
  /// What each byte stands for; 64 and more: nothing.
  private static let values: [UInt8] = {
    var values = [UInt8](repeating: 255, count: 256)
    for (value, letter) in letters.enumerated() { values[Int(letter)] = UInt8(value) }
    return values
  }()

  package static func text(of bytes: [UInt8]) -> String {
    let length = (bytes.count + 2) / 3 * 4
    return String(unsafeUninitializedCapacity: length) { text in
      letters.withUnsafeBufferPointer { letters in
        for start in stride(from: 0, to: bytes.count, by: 3) {
          let count = min(3, bytes.count - start)
          var word = 0
          for offset in 0..<3 {
            word = word << 8 | (offset < count ? Int(bytes[start + offset]) : 0)
          }
          for offset in 0..<4 {
            text[start / 3 * 4 + offset] =
              offset <= count ? letters[word >> (18 - 6 * offset) & 63] : padding
          }
        }
      }
      return length
    }
  }

  /// Nil where `text` is anything else, even by a blank.
  package static func bytes(of text: String) -> [UInt8]? {
    var text = text
    return text.withUTF8 { text in
      guard text.count.isMultiple(of: 4) else { return nil }
      let padded = text.suffix(2).reversed().prefix { $0 == padding }.count
      let letters = text.dropLast(padded)
      var bytes: [UInt8] = []
      bytes.reserveCapacity(text.count / 4 * 3)
      return values.withUnsafeBufferPointer { values in
        var (word, bits) = (0, 0)
        for letter in letters {
          let value = values[Int(letter)]
          guard value < 64 else { return nil }
          (word, bits) = ((word << 6 | Int(value)) & 0xFFFF, bits + 6)
          guard bits >= 8 else { continue }
          bits -= 8
          bytes.append(UInt8(truncatingIfNeeded: word >> bits))
        }
        return bytes
      }
    }
  }
}

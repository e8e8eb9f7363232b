import ExerciseProtocol
import Foundation
import Testing

@Suite("Base64")
struct Base64Tests {
  /// RFC 4648, section 10.
  @Test(
    "The standard's own examples",
    arguments: [
      ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="),
      ("fooba", "Zm9vYmE="), ("foobar", "Zm9vYmFy"),
    ])
  func examples(_ plain: String, _ text: String) {
    #expect(Base64.text(of: Array(plain.utf8)) == text)
    #expect(Base64.bytes(of: text) == Array(plain.utf8))
  }

  @Test("As Foundation writes and reads it, for bytes of every kind and length")
  func foundation() {
    var chance = Chance(seed: 4)
    for length in 0..<300 {
      let bytes = (0..<length).map { _ in UInt8.random(in: 0...255, using: &chance) }
      let text = Base64.text(of: bytes)
      #expect(text == Data(bytes).base64EncodedString())
      #expect(Base64.bytes(of: text) == bytes)
    }
  }

  @Test(
    "What is none is refused",
    arguments: ["A", "AB", "ABC", "AB=C", "====", "A===", "Zg==\n", " Zg==", "Z-==", "Zé==", "%"])
  func refused(_ text: String) {
    #expect(Base64.bytes(of: text) == nil)
  }
}

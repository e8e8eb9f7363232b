import ExerciseProtocol
import Testing

@Suite("Texts folded, to be compared")
struct FoldedTests {
  @Test("Plain letters fold as they do beside what is not plain")
  func plain() {
    var chance = Chance(seed: 11)
    for length in 0..<200 {
      let bytes = (0..<length).map { _ in UInt8.random(in: 1..<0x80, using: &chance) }
      let text = String(decoding: bytes, as: UTF8.self)
      // A space of no width, which nobody sees: with it Unicode is asked about each character.
      #expect(text.folded == (text + "\u{200B}").folded, "\(bytes)")
    }
  }

  @Test(
    "Names that are one name fold to one",
    arguments: [
      ("  Ruth \t HYDE\n", "ruth hyde"), ("O`Brien", "o'brien"), ("Ann‐Marie", "ann-marie"),
      ("ＡＮＮ", "ann"), ("Groß", "gross"), ("", ""), (" ", ""),
    ])
  func names(_ written: String, _ folded: String) {
    #expect(written.folded == folded)
  }
}

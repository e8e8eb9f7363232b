import Terminal
import Testing

@Suite struct BoothKeyDecoderTests {
  private func keys(_ text: String) -> [BoothKey] { keys(Array(text.utf8)) }

  private func keys(_ bytes: [UInt8]) -> [BoothKey] {
    var decoder = BoothKeyDecoder()
    var keys = bytes.compactMap { decoder.take($0) }
    if let last = decoder.giveUp() { keys.append(last) }
    #expect(!decoder.isWithinKey)
    return keys
  }

  @Test func bothCursorModesWithAndWithoutModifiers() {
    #expect(keys("\u{1B}[A\u{1B}OA\u{1B}[1;2A") == [.up, .up, .up])
    #expect(keys("\u{1B}[B\u{1B}OC\u{1B}[D") == [.down, .right, .left])
    #expect(keys("\u{1B}[H\u{1B}OF\u{1B}[1~\u{1B}[4~") == [.home, .end, .home, .end])
    #expect(keys("\u{1B}[5~\u{1B}[6~\u{1B}[Z\u{1B}OP") == [.pageUp, .pageDown, .backTab, .help])
  }

  @Test func charactersOfAnyLength() {
    #expect(keys("aé日👍") == BoothKey.typed("aé日👍"))
    #expect(keys("e\u{301}") == [.scalar("e"), .scalar("\u{301}")])
  }

  @Test func controlKeysDoNothing() {
    #expect(keys("\u{3}\u{4}\u{1A}\u{1C}") == [.interrupt, .other, .other, .other])
    #expect(keys("\r\n\t\u{7F}\u{8}") == [.enter, .enter, .tab, .backspace, .backspace])
  }

  @Test func aLoneEscapeAndWhatIsNoKey() {
    #expect(keys("\u{1B}") == [.escape])
    #expect(keys("\u{1B}\u{1B}") == [.escape, .escape])
    #expect(keys("\u{1B}x") == [.other])
    #expect(keys("\u{1B}[200~") == [.other])
    #expect(keys("\u{1B}[") == [.other])
    #expect(keys("\u{1B}[" + String(repeating: "1", count: 99) + "a").last == .scalar("a"))
  }

  @Test func brokenUTF8IsNoCharacter() {
    for bytes: [UInt8] in [
      [0xFF], [0xC0, 0x80], [0xE2, 0x41], [0xED, 0xA0, 0x80], [0xC2, 0x85],
    ] {
      #expect(
        keys(bytes).allSatisfy { if case .scalar = $0 { false } else { true } }, "\(bytes)")
    }
  }

  /// On the code of before its characters were keys, and its line ends cast.
  @Test func aPasteIsOneKeyThatDoesNothing() {
    #expect(keys("\u{1B}[200~1\r2\u{1B}[A\r\u{1B}[20\u{1B}[201~x") == [.other, .scalar("x")])
  }
}

import PluginHost
import Testing

@Suite struct LogTailTests {
  private func tail(_ pieces: [String]) -> [String] {
    var tail = LogTail()
    for piece in pieces { Array(piece.utf8).withUnsafeBytes { tail.append($0) } }
    return tail.text
  }

  @Test func linesArePutTogetherFromPieces() {
    #expect(tail(["on", "e\ntw", "o", "\n\nfour"]) == ["one", "two", "", "four"])
    #expect(tail([]) == [])
  }

  @Test func theLastLinesStay() {
    let lines = (1...30).map { "line \($0)" }
    #expect(tail(lines.map { "\($0)\n" }) == Array(lines.suffix(20)))
    #expect(tail([lines.joined(separator: "\n")]) == Array(lines.suffix(20)))
  }

  @Test func aLongLineIsCut() {
    let long = String(repeating: "x", count: 2000)
    #expect(tail([long, long, "\nnext"]).map(\.count) == [500, 4])
  }
}

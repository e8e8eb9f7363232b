import Terminal
import Testing

@Suite struct BoothLineTests {
  private func line(_ text: String) throws -> BoothLine {
    let line = try #require(BoothLine())
    for scalar in text.unicodeScalars { #expect(line.append(scalar)) }
    return line
  }

  @Test func backspaceTakesWhatPeopleSeeAsOneCharacter() throws {
    let line = try line("ae\u{301}👩\u{200D}👧")
    #expect(line.length == 3)
    line.deleteLast()
    #expect(line.text == "ae\u{301}")
    line.deleteLast()
    line.deleteLast()
    line.deleteLast()
    #expect(line.isEmpty)
  }

  @Test func twoLinesMatchWhenTheySayTheSame() throws {
    let (one, other) = try (line("secret"), line("secret1"))
    #expect(!one.matches(other))
    other.deleteLast()
    #expect(one.matches(other))
    one.clear()
    #expect(!one.matches(other))
    one.copy(other)
    #expect(one.text == "secret")
  }

  @Test func thereIsAnEnd() throws {
    let line = try line(String(repeating: "x", count: 4096))
    #expect(!line.append("y"))
    #expect(line.length == 4096)
  }
}

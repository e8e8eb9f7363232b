import Terminal
import Testing

/// At most a third of the line, whatever it is called.
@Suite struct PromptPartsTests {
  private func text(_ title: String, _ times: [String], columns: Int) -> String {
    let parts = PromptParts(place: "10/12", title: title, times: times, room: columns / 3 - 3)
    return parts.head + (parts.time.map { " \($0)" } ?? "") + " › "
  }

  @Test(
    arguments: [
      (120, "10/12 Skills and behaviou… 12:31 left › "), (80, "10/12 Skills and… 12:31 › "),
      (40, "10/12 › "), (20, "10/12 › "),
    ])
  func aLongTitle(columns: Int, expected: String) {
    let prompt = text("Skills and behaviours of all", ["12:31 left", "12:31"], columns: columns)
    #expect(prompt == expected)
    #expect(prompt.count <= max(columns / 3, 8))
  }

  @Test func aShortOneStaysWhole() {
    #expect(text("Talk", ["9:12 left", "9:12"], columns: 80) == "10/12 Talk 9:12 left › ")
    #expect(text("Talk", [], columns: 60) == "10/12 Talk › ")
  }
}

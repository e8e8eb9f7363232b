import TerminalTesting
import Testing

/// Every way on that a refusal of `charrette tally` names leads on: followed to the letter, it
/// gives another answer than the same refusal.
@Suite struct TallyHintTests {
  /// What is refused, and which options the hint must name.
  struct Refusal: CustomTestStringConvertible, Sendable {
    var method: String
    var text: String
    var ways: [String]
    var options: [String] = []

    init(_ method: String, _ text: String, _ ways: [String], _ options: [String] = []) {
      (self.method, self.text, self.ways, self.options) = (method, text, ways, options)
    }

    var testDescription: String { "\(method) \(options): \(text)" }
  }

  static let refusals: [Refusal] = [
    Refusal("score", "age,Ada,Ben\n4,2,1\n5,2,1\n4,2,1\n", ["--ignore age"]),
    Refusal("irv", "Klub,Ada,Ben\nFC,1,2\nAC,2,1\n", ["--ignore Klub"]),
    Refusal("irv", "My club,Ada,Ben\nFC,1,2\nAC,2,1\n", ["--ignore 'My club'"]),
    Refusal("irv", "It's,Ada,Ben\nFC,1,2\nAC,2,1\n", [#"--ignore 'It'\''s'"#]),
    Refusal(
      "irv", "Ada,Ben,How many children?\n1,2,3\n2,1,1\n2,1,1\n",
      ["--weight-column 'How many children?'", "--ignore 'How many children?'"]),
    Refusal("irv", "1,2,3\n1,2,3\n2,1,3\n", ["--ballots rankings", "--ballots preferences"]),
    Refusal(
      "irv",
      "Mayor [1st choice],Mayor [2nd choice],Clerk [1st choice],Clerk [2nd choice]\n"
        + "Ada,Ben,Cy,Dan\nBen,Ada,Dan,Cy\n",
      ["--columns 'Mayor [1st choice],Mayor [2nd choice]'"]),
    Refusal("irv", "1st,2nd\nAda,Ben\nBen,ada\n", ["--alias case", "--alias exact"]),
    Refusal("irv", "1st,2nd,3rd\nAda,Ada,Ben\nBen,Ada,\n", ["--repeats skip"]),
    Refusal("irv", "1st,2nd,3rd\novervote,Ada,Ben\nBen,Ada,\n", ["--overvotes skip"]),
    Refusal("irv", "Ada,Ben,Cy\n1,1,2\n1,2,3\n", ["--overvotes skip"]),
    Refusal(
      "score", "Ada,Ben\n\"1,234\",2\n3,4\n", ["--decimal-mark point", "--decimal-mark comma"]),
    Refusal("dhondt", "party,votes\nAda,3\nBen,2\nAda,4\n", ["--add-rows"]),
    Refusal("irv", "Ada,Ben\n1,zwei\n2,1\n", ["--ignore Ben", "--alias 'zwei=1'"]),
    Refusal("approval", "Ada,Ben\n1,perhaps\n0,1\n", ["--ignore Ben", "--alias 'perhaps=yes'"]),
    Refusal("score", "Ada,Ben\n1,top\n0,1\n", ["--scale 0..10", "--alias 'top=3'"]),
    Refusal("irv", "Ada,,Ben\n1,3,2\n2,1,3\n", ["--ignore 2"]),
    Refusal("irv", "count,Ada,Ben\nmany,1,2\n2,2,1\n", ["--ignore count", "--alias 'many=0'"]),
    Refusal("plurality", "Ada,Ben\n1,2\n1,2\n", ["--lot"], ["--lot", "Ben, Ben"]),
    Refusal(
      "plurality", "party,votes\nAda,2\nBen,2\nCy,2\n", ["--lot \"Ada, Ben, Cy\""],
      ["--lot", "Ben, Ada"]),
  ]

  @Test(arguments: refusals)
  func `a hint that is followed leads on`(refusal: Refusal) throws {
    let arguments = ["--method", refusal.method]
    let refused = try House.tally(arguments + refusal.options, refusal.text)
    guard [1, 2].contains(refused.status) else {
      // What is counted needs no hint: the table is out of date.
      Issue.record("not refused: \(refused)")
      return
    }
    let pieces = refused.errorText.split(separator: "Hint: ", maxSplits: 1)
    let hint = try #require(pieces.dropFirst().first.map(String.init), "\(refused)")
    // A hint is wrapped to the width of a screen, but for what is no terminal.
    let ways = Self.commands(in: hint.replacing("\n", with: " "))
    for way in refusal.ways where !way.hasPrefix("--lot") || way.contains("\"") {
      #expect(hint.contains(way), "\(way): \(refused)")
    }
    for way in ways {
      // A lot that is entered anew stands in the place of the refused one.
      let kept = way.first == refusal.options.first ? [] : refusal.options
      let done = try House.tally(arguments + kept + way, refusal.text)
      #expect(
        done.status == 0 || done.status == 3 || done.errorText != refused.errorText,
        "\(way): \(done)")
      #expect(!done.errorText.contains("Unknown option"), "\(way): \(done)")
    }
  }

  /// The options that a hint names with their values, as a shell would hand them over.
  static func commands(in hint: String) -> [[String]] {
    let flags: Set<String> = ["--add-rows"]
    return hint.split(separator: " --").enumerated().compactMap { place, piece in
      if place == 0, !piece.hasPrefix("--") { return nil }
      var words = Self.words(place == 0 ? String(piece) : "--" + piece)
      guard var option = words.first else { return nil }
      let isEnd = option.last.map { ".,:;".contains($0) } == true
      if isEnd { option.removeLast() }
      if flags.contains(option) { return [option] }
      guard !isEnd, words.count > 1 else { return nil }
      words[1] = String(words[1].reversed().drop { ".,;:)".contains($0) }.reversed())
      // A word in capitals stands for what the reader knows.
      let isBlank =
        words[1] == words[1].uppercased() && words[1].count > 3 && !words[1].contains("=")
      return isBlank ? nil : [option, words[1]]
    }
  }

  /// Words as a shell takes them.
  private static func words(_ text: String) -> [String] {
    var (words, quote, isEscaped) = ([""], Character?.none, false)
    for character in text {
      if isEscaped {
        words[words.count - 1].append(character)
        isEscaped = false
      } else if character == "\\", quote != "'" {
        isEscaped = true
      } else if character == quote {
        quote = nil
      } else if quote == nil, character == "'" || character == "\"" {
        quote = character
      } else if quote == nil, character == " " {
        words.append("")
      } else {
        words[words.count - 1].append(character)
      }
    }
    return words.filter { !$0.isEmpty }
  }
}

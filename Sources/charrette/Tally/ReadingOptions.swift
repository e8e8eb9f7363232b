import ArgumentParser
import VotingMethods

/// What is decided about what a file leaves open: the options of `charrette tally` that every
/// format's reader takes.
struct ReadingOptions: ParsableArguments {
  @Option(
    help: """
      The columns that are about candidates, with commas between: names, numbers, or the common \
      beginning of several. All others are left out. May be repeated.
      """)
  var columns: [String] = []

  @Option(help: "Columns to be left out, in the same words. May be repeated.")
  var ignore: [String] = []

  @Option(help: "The column that says how many voters cast a row.")
  var weightColumn: String?

  @Option(
    help: """
      Who can be voted for, with commas between, where cells hold names. May be repeated.
      """)
  var candidates: [String] = []

  @Option(
    help: """
      What a name is taken for: "ada=Ada". “case”: names that differ in case or blanks alone are \
      one; “exact”: they are not. May be repeated.
      """)
  var alias: [String] = []

  @Option(
    help: """
      What becomes of a candidate who stands on a ballot again: skip (passed over), exhaust (the \
      ballot ends there), invalid (the ballot is set aside) or refuse (the file).
      """,
    completion: .list(words), transform: doubt)
  var repeats: ReadingPolicy.Doubt?

  @Option(
    help: "What becomes of several candidates at one rank, in the same words.",
    completion: .list(words), transform: doubt)
  var overvotes: ReadingPolicy.Doubt?

  @Option(
    help: "What stands before the decimals of a table's numbers: point or comma.",
    completion: .list(ReadingPolicy.DecimalMark.allCases.map(\.rawValue)),
    transform: { text in
      guard let mark = ReadingPolicy.DecimalMark(rawValue: text) else {
        throw ValidationError("“\(text)” is no decimal mark.\nHint: Write point or comma.")
      }
      return mark
    })
  var decimalMark: ReadingPolicy.DecimalMark?

  @Flag(help: "Add up the rows of the same party: several wards in one table.")
  var addRows = false

  private static let words = ReadingPolicy.Doubt.allCases.map(\.rawValue)

  private static func doubt(_ text: String) throws -> ReadingPolicy.Doubt {
    guard let doubt = ReadingPolicy.Doubt(rawValue: text) else {
      throw ValidationError(
        "“\(text)” is none of what may become of a ballot.\n"
          + "Hint: Write \(words.joined(separator: ", ")).")
    }
    return doubt
  }

  func validate() throws { _ = try aliases() }

  /// The value that the readers take.
  var policy: ReadingPolicy {
    var policy = ReadingPolicy()
    (policy.repeats, policy.overvotes) = (repeats, overvotes)
    (policy.columns, policy.ignored, policy.weightColumn) = (columns, ignore, weightColumn)
    policy.candidates = candidates
    (policy.decimalMark, policy.addsRows) = (decimalMark, addRows)
    // `validate` has told what is wrong with them.
    policy.aliases = (try? aliases()) ?? .init()
    return policy
  }

  /// Whether something is asked that only tables have.
  var isAboutTables: Bool {
    !columns.isEmpty || !ignore.isEmpty || weightColumn != nil || decimalMark != nil || addRows
  }

  private func aliases() throws -> ReadingPolicy.Aliases {
    var aliases = ReadingPolicy.Aliases()
    for text in alias {
      if let spelling = ReadingPolicy.Aliases.Spelling(rawValue: text) {
        aliases.spelling = spelling
        continue
      }
      let halves = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard halves.count == 2, !halves[0].isEmpty, !halves[1].isEmpty else {
        throw ValidationError(
          "“\(text)” is no alias.\nHint: Write \"ada=Ada\", or case, or exact.")
      }
      aliases.names[String(halves[0])] = String(halves[1])
    }
    return aliases
  }
}

import ArgumentParser
import Rendering
import SystemPackage
import Terminal
import VotingMethods
import Workshop

struct Tally: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Counts ballots from files by any of thirty-seven methods; needs no session.",
    usage: "charrette tally <files> ... [--method <method>] [<options>]",
    discussion: """
      Reads BLT, PrefLib, Pabulib (.pb), CSV, .cvotes, ABIF and .abc.yaml files, tally sheets of \
      Debian and the bundles of \
      this kit's own polls, told apart by their content. Each file is counted by itself, and \
      nothing is printed unless all could be. The same ballots and options always give the same \
      result; a tie that nothing declared breaks is told as a tie.

      The first row of a CSV file names the columns: candidates, or 1,2,3… (“1st choice”) for \
      preferences, or winner,loser, or party,votes; a column “count” says how many voters cast a \
      row. What the cells mean the method says, or --ballots. Columns about voters and ballots \
      (ids, times, names, precincts) are left out where that is certain; where they could be \
      candidates, the file is refused until --columns, --ignore or --weight-column says it. The \
      result tells what every column was taken for.

      --format json prints one JSON object a line, for each file in turn; with several files each \
      has a member “file”. Numbers that decide are exact: decimals, or fractions such as “2/3”. \
      A stage in “ties” is counted from 1. --format declaration is a page to print and sign.

      Exit status: 0 where a result stands, 3 where a tie is still to be broken (the result up to \
      there is printed, and who is tied), 1 where something failed, 2 where it was asked wrongly.
      """)

  private static let shapes = CSVBallots.Shape.allCases.map(\.rawValue).joined(separator: ", ")

  @Argument(help: "The files; - for standard input.", completion: .file())
  var files: [String] = []

  @Option(
    help: """
      Another file of the same election, whose ballots are added: the same candidates, in whatever \
      order. May be repeated.
      """, completion: .file())
  var add: [String] = []

  @Option(
    help: "How to count: see --list-methods. Else as the file itself says.",
    completion: .list(MethodID.allCases.map(\.rawValue)),
    transform: { text in
      guard let method = MethodID(rawValue: text) else {
        throw ValidationError(
          "There is no method “\(text)”.\nHint: charrette tally --list-methods lists them.")
      }
      return method
    })
  var method: MethodID?

  @Option(help: "How many are elected; else as the file says, else one.")
  var seats: Int?

  @Option(help: "How much money there is; else as the file says.")
  var budget: Int?

  @Option(
    help: """
      How ties are broken: rules with commas between, tried in turn. prior: by earlier stages; \
      lot:SEED: by a lot that anyone can draw again.
      """,
    transform: { text in
      guard let tieBreak = TieBreak(text) else {
        throw ValidationError(
          "“\(text)” is no tie-break.\nHint: Write prior, lot:42 or prior,lot:42; "
            + "a seed is a whole number.")
      }
      return tieBreak
    })
  var tieBreak: TieBreak?

  @OptionGroup(title: "What an officer enters") var officer: OfficerOptions

  @Option(
    name: .customLong("option"),
    help: "What else the method is told, as name=value: strength=margins. May be repeated.")
  var options: [String] = []

  @Option(help: "How the result is printed.")
  var format: TallyFormat = .text

  @Option(
    help: """
      What the cells of a CSV file mean: \
      \(Self.shapes).
      """,
    completion: .list(CSVBallots.Shape.allCases.map(\.rawValue)),
    transform: { text in
      guard let shape = CSVBallots.Shape(rawValue: text) else {
        throw ValidationError("“\(text)” is no kind of ballots.\nHint: Write one of \(shapes).")
      }
      return shape
    })
  var ballots: CSVBallots.Shape?

  @Option(
    help: "The scores of a CSV file: 0..5, or words from worst to best: Poor,Fair,Good.",
    transform: { text in
      guard let scale = CSVBallots.Scale(text) else {
        throw ValidationError(
          "“\(text)” is no scale.\nHint: Write 0..5, or words from worst to best: Poor,Fair,Good.")
      }
      return scale
    })
  var scale: CSVBallots.Scale?

  @OptionGroup(title: "What a file leaves open") var reading: ReadingOptions

  @Flag(help: "List the methods, what they count and their options.")
  var listMethods = false

  @Flag(help: "For screen readers: no boxes, every relation in words.")
  var linear = false

  func validate() throws {
    if !officer.lot.isEmpty, tieBreak?.drawsLots == true {
      throw ValidationError(
        "--lot enters a lot drawn by hand, and --tie-break declares another one.\n"
          + "Hint: Leave one of them out, or write --tie-break prior.")
    }
    if officer.electorate != nil, files.count > 1 {
      throw ValidationError(
        "--electorate says how many may vote in one file's election, and there are several.\n"
          + "Hint: Count the files one by one.")
    }
    if files.isEmpty, !listMethods {
      throw ValidationError("Name a file with ballots, or - for standard input.")
    }
    if listMethods, !files.isEmpty {
      throw ValidationError("--list-methods counts nothing: leave the files out.")
    }
    if !add.isEmpty, files.count != 1 {
      throw ValidationError(
        "--add adds to one file, and \(files.count) are named.\nHint: charrette tally first.blt "
          + "--add second.blt counts both as one election.")
    }
    if (files + add).count(where: { $0 == "-" }) > 1 {
      throw ValidationError("Standard input can be read only once.")
    }
    if let twice = BallotSource.namedTwice(files + add), !add.isEmpty {
      throw ValidationError(
        "“\(twice)” is named twice: its ballots would count twice.\nHint: Name each file once. If "
          + "another box has just the same ballots, its own file is added.")
    }
  }

  func run() throws {
    var isTied = false
    let output = TallyOutput(
      format: format, capabilities: .current(), isLinear: linear)
    CalmStop.onInterrupt()
    let progress = listMethods ? nil : CountingProgress.begin()
    let text: String
    do throws(Problem) {
      let results = listMethods ? [] : try results(progress)
      isTied = results.contains(where: \.isTied)
      text = listMethods ? output.text(of: MethodID.list) : output.text(of: results)
      progress?.end()
    } catch {
      progress?.end()
      if error.isUsage { throw ValidationError(Presentation.plainText(of: error)) }
      throw Failure(error)
    }
    try Output.write(text)
    guard isTied else { return }
    try Output.finish()
    throw ExitCode(Self.statusOfATie)
  }

  /// A count without an error, and without a result: somebody has to break a tie.
  private static let statusOfATie: Int32 = 3

  /// All files' results, or the first problem.
  private func results(_ progress: CountingProgress?) throws(Problem) -> [TallyResult] {
    var results: [TallyResult] = []
    for file in files {
      let source = BallotSource(file, progress)
      let added = add.map { BallotSource($0, progress) }
      var read = try added.isEmpty ? ballots(of: source) : sum(of: source, and: added)
      var election = read.election
      var request = try request(for: election, from: source)
      try setAside(in: &election, request, source, &read)
      let lots = try officer.drawnLots(election.candidates, in: source.name)
      request.tieBreak.declare(lots)
      let voters = try officer.voters(of: election, in: source.name)
      progress?.counts(by: request.method.rawValue)
      do throws(CountFault) {
        let outcome = try read.outcome(request)
        results.append(
          TallyResult(
            file: files.count > 1 ? source.name : nil, election: election, outcome: outcome,
            verdict: read.verdict(of: outcome), count: read.count,
            officer: OfficerFacts(
              files: ([source] + added).map(CountedFile.init), electorate: voters, lots: lots)))
      } catch {
        throw Problem(error, in: source.name, line: error.ballot.flatMap(election.line))
      }
      try results.last?.checkLots()
    }
    return results
  }

  /// - Parameter isWhole: whether the ballots themselves are wanted.
  private func ballots(
    of source: BallotSource, isWhole: Bool = false
  ) throws(Problem) -> TallyBallots {
    try source.ballots(
      BallotFile(
        for: method, csv: CSVBallots(shape: ballots, scale: scale), policy: reading.policy),
      for: isWhole ? nil : method, isAsked: method != nil || ballots != nil,
      asCSV: ballots != nil || scale != nil || reading.isAboutTables)
  }

  /// The ballots of a file and of all that are to be added to it.
  private func sum(
    of first: BallotSource, and others: [BallotSource]
  ) throws(Problem) -> TallyBallots {
    var sum = try one(first)
    for source in others {
      let more = try one(source)
      do throws(AddingFault) {
        try sum.add(more, called: source.name, to: first.name, aliases: reading.policy.aliases)
      } catch {
        throw Problem("\(source.name): \(error.message)", hint: error.hint)
      }
    }
    return .election(sum)
  }

  private func one(_ source: BallotSource) throws(Problem) -> Election {
    let read = try ballots(of: source, isWhole: true)
    if read.count != nil {
      throw Problem(
        "\(source.name): this is the bundle of a poll, which has all of its ballots.",
        hint: "Count it without --add.", isUsage: true)
    }
    return read.election
  }

  /// What is asked for, on top of what the file says of itself.
  private func request(
    for election: Election, from source: BallotSource
  ) throws(Problem) -> CountRequest {
    let declared = election.declared.flatMap { $0.method == method ?? $0.method ? $0 : nil }
    guard var request = declared ?? method.map({ CountRequest($0) }) else {
      let kind = election.ballots.kind
      let fitting = MethodID.counting(kind).map(\.rawValue).joined(separator: ", ")
      let unknown = election.reading?.notes.first {
        $0.kind == .unknownRule || $0.kind == .noThreshold
      }
      let isOpen = unknown?.kind == .noThreshold
      throw Problem(
        unknown.map { "\(source.name)\($0.line.map { ":\($0)" } ?? ""): \($0.fact)." }
          ?? "“\(source.name)” doesn't say how it is to be counted.",
        hint: isOpen
          ? "Say it: --method greedy-budget-threshold --option threshold=NUMBER, in points."
          : "Name a method with --method. These count \(kind.words): \(fitting).", isUsage: true)
    }
    request.seats = seats ?? request.seats
    request.budget = budget ?? request.budget
    request.inherit(election.declared)
    request.tieBreak = tieBreak ?? request.tieBreak
    for option in options {
      guard let sign = option.firstIndex(of: "=") else {
        throw Problem(
          "“\(option)” sets no option.", hint: "Write --option name=value.", isUsage: true)
      }
      do {
        try request.set(
          String(option[..<sign]), to: String(option[option.index(after: sign)...]))
      } catch {
        throw Problem(error, in: source.name)
      }
    }
    return request
  }
}

/// What a result is printed as.
enum TallyFormat: String, CaseIterable, ExpressibleByArgument {
  case text, json, html
  /// A page to be printed and signed.
  case declaration
}

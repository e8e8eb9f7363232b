/// The formats of files with ballots. A further one is added here: its case, how its content and
/// its ending are told from the others, and how ``BallotFile`` reads it.
public enum BallotFormat: String, CaseIterable, Hashable, Sendable {
  case blt, preflib, pabulib, csv
  /// The Condorcet Election Format.
  case condorcet
  case abif
  /// The tally sheet of a vote of Debian.
  case debian
  /// Profiles of the library abcvoting.
  case abcVoting = "abcvoting"

  /// The format of a file by its content, else by its name's ending; nil if neither tells.
  public init?(content bytes: [UInt8], name: String) {
    guard let format = BallotFormat(content: bytes) ?? BallotFormat(ending: name) else {
      return nil
    }
    self = format
  }

  private init?(content bytes: [UInt8]) {
    var lines = FirstLines(bytes)
    guard let first = lines.next() else { return nil }
    if let named = lines.named(first) {
      self = named
    } else if first.lowercased() == "meta" {
      self = .pabulib
    } else if first.hasPrefix("#") {
      let keys = ["FILE NAME", "TITLE", "DATA TYPE", "NUMBER ", "ALTERNATIVE NAME", "DESCRIPTION"]
      let key = first.dropFirst().drop { $0 == " " }.uppercased()
      if keys.contains(where: { key.hasPrefix($0) }) {
        self = .preflib
      } else {
        while let line = lines.next() {
          guard line.hasPrefix("#") else {
            guard BallotFormat.isBLT(line) else { return nil }
            self = .blt
            return
          }
        }
        return nil
      }
    } else if BallotFormat.isBLT(first), !lines.isTable(first) {
      self = .blt
    } else if first.utf8.allSatisfy({ 0x30...0x39 ~= $0 }),
      let second = lines.next(), second.hasPrefix("1,") || second.hasPrefix("1 ,")
    {
      self = .preflib
    } else if first.utf8.contains(where: { [0x2C, 0x3B, 0x09, 0x7C].contains($0) })
      || first.lowercased().hasPrefix("sep=")
    {
      self = .csv
    } else {
      return nil
    }
  }

  /// Whether a line begins with two whole numbers that blanks part.
  private static func isBLT(_ line: String) -> Bool {
    let words = line.split(maxSplits: 2) { $0 == " " || $0 == "\t" }
    return words.count >= 2 && words[0].utf8.allSatisfy { 0x30...0x39 ~= $0 }
      && words[1].prefix { $0 != "#" }.utf8.allSatisfy { 0x30...0x39 ~= $0 }
      && !words[1].hasPrefix("#")
  }

  private init?(ending name: String) {
    guard let dot = name.lastIndex(of: ".") else { return nil }
    switch name[name.index(after: dot)...].lowercased() {
    case "blt": self = .blt
    case "soc", "soi", "toc", "toi", "cat": self = .preflib
    case "cvotes": self = .condorcet
    case "abif": self = .abif
    case "yaml" where name.lowercased().hasSuffix(".abc.yaml"): self = .abcVoting
    case "pb": self = .pabulib
    case "csv", "tsv", "tab": self = .csv
    default: return nil
    }
  }
}

/// The beginning of a file, line by line, without blanks around and without empty lines.
private struct FirstLines {
  private var left: ArraySlice<UInt8>

  init(_ bytes: [UInt8]) {
    // Of UTF-16 an even number of bytes, however it was cut.
    left = TextPieces.utf8(Array(bytes.prefix(65_536)))[...]
    if left.starts(with: [0xEF, 0xBB, 0xBF]) { left = left.dropFirst(3) }
  }

  /// Formats that some line shows beyond doubt.
  func named(_ first: String) -> BallotFormat? {
    if first.hasPrefix("#/") { return .condorcet }
    var rest = self
    var (line, isABIF): (String?, Bool) = (first, false)
    var keys: Set<Substring> = []
    var seen = 0
    while let text = line, seen < 400 {
      if text.hasPrefix("#/") { return .condorcet }
      if text.hasPrefix("# NUMBER ") || text.hasPrefix("# DATA TYPE") { return nil }
      if text.hasPrefix("V: "), seen > 0 || text.dropFirst(3).first?.isNumber ?? false {
        return .debian
      }
      if text.hasPrefix("profile:") || text.hasPrefix("num_cand:") {
        keys.insert(text.prefix { $0 != ":" })
      }
      if FirstLines.isABIF(text) {
        isABIF = true
      } else if !["{", "=", "#"].contains(text.first) {
        isABIF = false
        if seen == 0, !text.hasSuffix(":"), !text.contains("ption 1"), !text.hasPrefix("Tally"),
          !text.contains(":")
        {
          return nil
        }
      }
      seen += 1
      line = rest.next()
    }
    if keys.count == 2 { return .abcVoting }
    return isABIF ? .abif : nil
  }

  /// “27:Ada>Ben”, and nothing that PrefLib or a table has.
  private static func isABIF(_ text: String) -> Bool {
    let digits = text.prefix { $0.isNumber || $0 == "." }
    let rest = text.dropFirst(digits.count).drop { $0 == " " }
    guard !digits.isEmpty, rest.first == ":" else { return false }
    return rest.contains { $0.isLetter } || rest.contains("[")
      || rest.dropFirst().allSatisfy(\.isWhitespace)
  }

  /// Whether a first line of numbers that tabs part, 1, 2, 3…, is followed by names: preferences
  /// in a table, and not the head of a BLT file.
  func isTable(_ first: String) -> Bool {
    let numbers = first.split(separator: "\t").map { Int($0) }
    guard numbers == Array(1...max(1, numbers.count)), numbers.count > 1 else { return false }
    var rest = self
    let second = rest.next() ?? ""
    return numbers.count > 2 || second.contains { $0.isLetter } && !second.hasPrefix("\"")
  }

  mutating func next() -> String? {
    while !left.isEmpty {
      let line = left.prefix { $0 != 10 && $0 != 13 }
      left = left.dropFirst(line.count + 1)
      let text = SemicolonTable.trimmed(String(decoding: line, as: UTF8.self)[...])
      if !text.isEmpty { return text }
    }
    return nil
  }
}

/// How a file with ballots is read: any format, one way.
public struct BallotFile: Hashable, Sendable {
  /// The format; nil to tell it by the content and the name.
  public var format: BallotFormat?
  /// What the cells of a CSV file mean.
  public var csv: CSVBallots
  /// What was decided about what files leave open.
  public var policy: ReadingPolicy

  public init(
    format: BallotFormat? = nil, csv: CSVBallots = CSVBallots(),
    policy: ReadingPolicy = ReadingPolicy()
  ) {
    (self.format, self.csv, self.policy) = (format, csv, policy)
  }

  /// How ballots for a method are read: a CSV file's cells are the method's own kind of ballots, on
  /// its own scale, unless the file's first row or somebody says otherwise.
  public init(
    for method: MethodID?, csv: CSVBallots = CSVBallots(), policy: ReadingPolicy = ReadingPolicy()
  ) {
    self.init(csv: csv, policy: policy)
    guard let method else { return }
    self.csv.scale = csv.scale ?? method.scale.map { .numbers($0) }
    self.csv.usual = CSVBallots.Shape(method.traits.ballots[0])
  }

  /// Reads a file. Nothing but a well-formed whole is taken.
  ///
  /// What is not UTF-8 is read as UTF-16 where the beginning says so, else line by line (in a CSV
  /// file cell by cell) as Windows-1252, which older programs write: the numbers are the same, and
  /// so names come out right.
  public func read(_ whole: [UInt8], name: String = "") throws(ReadingFault) -> Election {
    if TextPieces.isBigEndianUTF16(whole) != nil {
      var election = try read(TextPieces.utf8(whole), name: name)
      election.reading?.encoding = .utf16
      return election
    }
    if format == nil, let foreign = ForeignFormat(content: whole, name: name) {
      throw ReadingFault(line: 1, expected: .readable(foreign), found: "")
    }
    guard let format = format ?? BallotFormat(content: whole, name: name) else {
      throw ReadingFault(line: 1, expected: .format, found: "")
    }
    if format == .csv { return try csv.election(whole, policy: policy) }
    let decoded = DecodedLines()
    var election = try read(decoded.text(whole), as: format, name: name)
    if var reading = election.reading {
      decoded.tell(&reading)
      election.reading = reading
    }
    return election
  }

  /// What ballots are read as where a format leaves it open.
  private var usual: CSVBallots.Shape? { csv.shape ?? csv.usual }

  /// Reads a file in UTF-8 that is no table.
  private func read(
    _ text: [UInt8], as format: BallotFormat, name: String
  ) throws(ReadingFault) -> Election {
    switch format {
    case .blt: return Election(try BLT(reading: text, policy: policy))
    case .preflib:
      if let election = try PrefLib.categories(text, policy, usual: usual) { return election }
      return Election(try PrefLib(reading: text, name: name, policy: policy))
    case .condorcet: return try CondorcetFile.election(text, policy)
    case .abif: return try ABIF.election(text, policy, usual: usual)
    case .debian: return try DebianTally.election(text, policy)
    case .abcVoting: return try ABCFile.election(text, policy)
    case .pabulib: return Election(try Pabulib(reading: text, policy: policy))
    case .csv: return try csv.election(text, policy: policy)
    }
  }
}

extension CSVBallots.Shape {
  /// How a CSV file has ballots of this kind; nil for projects, whose costs it has no place for.
  public init?(_ kind: BallotKind) {
    switch kind {
    case .rankings: self = .rankings
    case .approvals: self = .approvals
    case .scores: self = .scores
    case .parties: self = .parties
    case .duels: self = .duels
    case .opinions: self = .opinions
    case .projects: return nil
    }
  }
}

extension Election {
  /// What a BLT file holds.
  public init(_ file: BLT) {
    self.init(
      title: file.title, ballots: .rankings(file.ballots), seats: file.seats,
      withdrawn: file.withdrawn, reading: file.reading)
    (lines, voteDecimals) = (file.lines, file.voteDecimals)
  }

  /// What a PrefLib file holds.
  public init(_ file: PrefLib) {
    self.init(title: file.title, ballots: .rankings(file.ballots), reading: file.reading)
    lines = file.lines
  }

  /// What a Pabulib file holds, and its rule.
  public init(_ file: Pabulib) {
    self.init(
      title: file.meta["description"] ?? "", ballots: .projects(file.ballots),
      declared: file.declared, reading: file.reading)
  }
}

/// The formats of files with ballots. A further one is added here: its case, how its content and
/// its ending are told from the others, and how ``BallotFile`` reads it.
public enum BallotFormat: String, CaseIterable, Hashable, Sendable {
  case blt, preflib, pabulib, csv

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
    if first.lowercased() == "meta" {
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
    } else if BallotFormat.isBLT(first) {
      self = .blt
    } else if first.utf8.allSatisfy({ 0x30...0x39 ~= $0 }),
      let second = lines.next(), second.hasPrefix("1,") || second.hasPrefix("1 ,")
    {
      self = .preflib
    } else if first.utf8.contains(where: { [0x2C, 0x3B, 0x09].contains($0) }) {
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
    case "soc", "soi", "toc", "toi": self = .preflib
    case "pb": self = .pabulib
    case "csv", "tsv": self = .csv
    default: return nil
    }
  }
}

/// The beginning of a file, line by line, without blanks around and without empty lines.
private struct FirstLines {
  private var left: ArraySlice<UInt8>

  init(_ bytes: [UInt8]) {
    left = bytes.prefix(65_536)
    if left.starts(with: [0xEF, 0xBB, 0xBF]) { left = left.dropFirst(3) }
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

  public init(format: BallotFormat? = nil, csv: CSVBallots = CSVBallots()) {
    (self.format, self.csv) = (format, csv)
  }

  /// How ballots for a method are read: a CSV file's cells are the method's own kind of ballots, on
  /// its own scale, unless the file's first row or somebody says otherwise.
  public init(for method: MethodID?, csv: CSVBallots = CSVBallots()) {
    self.init(csv: csv)
    guard let method else { return }
    self.csv.scale = csv.scale ?? method.scale.map { .numbers($0) }
    self.csv.usual = CSVBallots.Shape(method.traits.ballots[0])
  }

  /// Reads a file. Nothing but a well-formed whole is taken.
  ///
  /// Lines of BLT, PrefLib and Pabulib files that are not UTF-8 are read as Latin-1, which older
  /// counting programs write: the numbers are the same, and so names come out right. A CSV file
  /// must be UTF-8.
  public func read(_ bytes: [UInt8], name: String = "") throws(ReadingFault) -> Election {
    guard let format = format ?? BallotFormat(content: bytes, name: name) else {
      throw ReadingFault(line: 1, expected: .format, found: "")
    }
    switch format {
    case .blt: return Election(try BLT(reading: BallotFile.utf8(bytes)))
    case .preflib:
      return Election(try PrefLib(reading: BallotFile.utf8(bytes), name: name))
    case .pabulib: return Election(try Pabulib(reading: BallotFile.utf8(bytes)))
    case .csv: return Election(ballots: try csv.read(bytes))
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
      withdrawn: file.withdrawn)
  }

  /// What a PrefLib file holds.
  public init(_ file: PrefLib) { self.init(title: file.title, ballots: .rankings(file.ballots)) }

  /// What a Pabulib file holds, and its rule.
  public init(_ file: Pabulib) {
    self.init(
      title: file.meta["description"] ?? "", ballots: .projects(file.ballots),
      declared: file.declared)
  }
}

extension Pabulib {
  /// The rule that the file says it was counted by (https://pabulib.org/format), where it is one of
  /// these methods. The rule `greedy-custom` is Poznań's, which funds the first project that is too
  /// dear if four fifths of its cost are left.
  public var declared: CountRequest? {
    let threshold = meta["min_project_score_threshold"].flatMap { Int($0) }.map(String.init)
    switch meta["rule"]?.lowercased() {
    case "greedy": return CountRequest(.greedyBudget)
    case "greedy-threshold":
      return threshold.map { CountRequest(.greedyBudgetThreshold, options: [.threshold: $0]) }
    case "greedy-no-skip":
      return CountRequest(
        .greedyBudgetNoSkip, options: threshold.map { [.threshold: $0] } ?? [:])
    case "greedy-custom": return CountRequest(.greedyBudgetNoSkip, options: [.topUp: "80"])
    case "equalshares":
      return CountRequest(.equalSharesBudget, options: [.completion: "none"])
    case "equalshares/add1":
      return CountRequest(.equalSharesBudget, options: [.completion: "add-1"])
    default: return nil
    }
  }
}

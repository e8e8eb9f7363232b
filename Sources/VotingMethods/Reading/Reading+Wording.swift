extension Reading.Taken {
  /// What a column was taken for.
  public var words: String {
    switch self {
    case .candidate(let name): "candidate “\(name)”"
    case .preference(let number): "preference \(number)"
    case .list: "several candidates in a cell"
    case .weight: "how many voters cast the row"
    case .party: "party"
    case .votes: "votes"
    case .winner: "winner"
    case .loser: "loser"
    case .undecided: "undecided"
    case .person: "who answered"
    case .statement: "to what"
    case .answer: "the answer"
    case .leftOut(.asked): "left out, as was asked"
    case .leftOut(let reason): "left out: \(reason.words)"
    }
  }
}

extension Reading {
  /// The format and how it is written: “CSV, semicolons, Windows-1252”.
  public var form: String {
    var words = [format.words]
    if let separator, separator != .comma { words.append(separator.words) }
    if encoding != .utf8 { words.append(encoding.words) }
    return words.joined(separator: ", ")
  }

  /// The ballots in numbers: “6 read, 3 valid, 3 blank”.
  public var numbers: String {
    var words = ["\(ballots) read", "\(valid) valid"]
    if blank > 0 { words.append("\(blank) blank") }
    if invalid > 0 { words.append("\(invalid) invalid") }
    return words.joined(separator: ", ")
  }
}

extension Reading.Separator {
  var words: String {
    switch self {
    case .comma: "commas"
    case .semicolon: "semicolons"
    case .tab: "tabs"
    case .pipe: "“|”"
    }
  }
}

extension Reading.Encoding {
  var words: String {
    switch self {
    case .utf8: "UTF-8"
    case .utf16: "UTF-16"
    case .windows1252: "Windows-1252"
    }
  }
}

extension BallotFormat {
  /// What people call it.
  public var words: String {
    switch self {
    case .blt: "BLT"
    case .preflib: "PrefLib"
    case .pabulib: "Pabulib"
    case .csv: "CSV"
    }
  }
}

extension Reading.Note {
  /// What happened, how often, and where first.
  public var sentence: String { what + place }

  private var place: String {
    guard let line else { return "" }
    return " (\(count == 1 ? "" : "first ")line \(line)\(column.map { ", column \($0)" } ?? ""))"
  }

  private var times: String { count == 1 ? "once" : "\(count) times" }

  private var fate: String {
    switch ReadingPolicy.Doubt(rawValue: became) {
    case .skip: "passed over"
    case .exhaust: "the ballot ends there"
    case .invalid: "the ballot is set aside as invalid"
    case .refuse, nil: became
    }
  }

  private var what: String {
    switch kind {
    case .blankWord: "“\(word)” was read as nothing, \(times)"
    case .invalidWord: "“\(word)” was read as ballots that are not valid"
    case .repeated: "A candidate again on the same ballot, \(times): \(fate)"
    case .overvote: "Several candidates at one rank, \(times): \(fate)"
    case .alias: "“\(word)” was taken for “\(became)”, \(times)"
    case .similar: "“\(word)” and “\(became)” differ in case or blanks alone, and count apart"
    case .decoded: "Text that is no UTF-8 was read as Windows-1252, \(times)"
    case .mark: "“\(word)” was read as yes, \(times)"
    case .highRank: "A rank beyond the number of candidates (“\(word)”), \(times)"
    case .missingRank: "There is no column for rank \(word)"
    case .sums: "A row of sums (“\(word)”) was left out"
    case .replaced: "An earlier answer of the same person was replaced, \(times)"
    case .parted: "Candidates in a cell were parted at “\(word)”"
    case .emptyCells: "Empty cells beyond the last column were left out, \(times)"
    }
  }
}

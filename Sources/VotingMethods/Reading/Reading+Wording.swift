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
    Reading.numbers(read: ballots, valid: valid, blank: blank, invalid: invalid)
  }

  static func numbers(read: Int, valid: Int, blank: Int, invalid: Int) -> String {
    var words = ["\(read) read", "\(valid) valid"]
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
    case .condorcet: "Condorcet Election Format"
    case .abif: "ABIF"
    case .debian: "tally sheet of Debian"
    case .abcVoting: "profile of abcvoting"
    }
  }
}

extension Reading.Note {
  /// What happened, how often, and where first.
  public var sentence: String { what + place }

  /// The same without the place, for whoever tells that otherwise.
  public var fact: String { what }

  private var place: String {
    let inFile = file.map { "\($0), " } ?? ""
    guard let line else { return inFile.isEmpty ? "" : " (\(inFile.dropLast(2)))" }
    let inColumn = column.map { ", column \($0)" } ?? ""
    return " (\(inFile)\(count == 1 ? "" : "first ")line \(line)\(inColumn))"
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
    case .unlisted:
      "“\(word)” is none of the candidates that the file lists, and was passed over, \(times)"
    case .ignoredWeight:
      "The weight “\(word)” did not count, \(times): the file doesn't say “Weight Allowed: true”"
    case .firstCategory: "The first category, “\(word)”, was taken for approval"
    case .rule: "The file's rule “\(word)” was taken for \(became)"
    case .unknownRule: "The file's rule “\(word)” is none that is known here"
    case .noThreshold:
      "The file's rule “\(word)” needs a threshold, and “min_project_score_threshold” says none"
    case .title: "“\(word)” was read as a title above the names"
    case .repeatedProject: "A project again on the same ballot, \(times): \(fate)"
    case .noTitle: "No title stands behind the names, the last of which is “\(word)”"
    case .overspent: "More votes on a ballot than it may have, \(times): \(fate)"
    case .secondHeader: "The second row was read as names of columns, too"
    case .emptyCells: "Empty cells beyond the last column were left out, \(times)"
    }
  }
}

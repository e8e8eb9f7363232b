extension ReadingFault.Column: CustomStringConvertible {
  public var description: String {
    name.isEmpty ? "column \(number)" : "column \(number), “\(Self.short(name))”"
  }

  /// What it is called on the command line.
  var option: String { name.isEmpty ? "\(number)" : ReadingFault.quoted(name) }

  private static func short(_ name: String) -> String {
    name.count > 40 ? name.prefix(39) + "…" : name
  }
}

extension ReadingFault {
  /// A word as a shell takes it.
  static func quoted(_ word: String) -> String {
    let isPlain = word.utf8.allSatisfy {
      0x30...0x39 ~= $0 || 0x41...0x5A ~= $0 || 0x61...0x7A ~= $0 || $0 == 0x2D || $0 == 0x5F
    }
    if isPlain, !word.isEmpty, !word.hasPrefix("-") { return word }
    return "'"
      + word.split(separator: "'", omittingEmptySubsequences: false)
      .joined(separator: #"'\''"#) + "'"
  }

  /// Whether the command is wrong rather than the file.
  public var isUsage: Bool { if case .existingColumn = expected { true } else { false } }

  /// What is to be decided.
  func sentence(_ question: Question) -> String {
    let place = column?.description ?? "this"
    switch question {
    case .isCandidate(.statistics) where !found.isEmpty:
      return "“\(found)” looks like a sum of the rows above, and is none."
    case .isCandidate(let reason):
      return "\(place) looks like \(reason.words), not like a candidate, but could be one."
    case .isInScale:
      return "\(place) is unlike the others (it has “\(found)”): it may be no candidate."
    case .isWeight:
      return "\(place) may say how many voters cast a row, or be a candidate."
    case .candidatesOrPreferences:
      return
        (column.map { "Columns such as “\($0.name)” hold numbers" }
        ?? "The columns are called 1, 2, 3… and hold numbers")
        + ": they may be candidates with their ranks, or preferences with candidates' numbers."
    case .isSum:
      return place.prefix(1).uppercased() + place.dropFirst()
        + ": “\(found)” stands where a vote should be; the row may be one of sums."
    case .contest(let names):
      return "There are columns of \(names.count) questions: "
        + names.prefix(5).map { "“\($0)”" }.joined(separator: ", ") + "."
    case .isSame(let one, let other):
      return "“\(one)” and “\(other)” differ in case or blanks alone: they may be one candidate."
    case .repeats:
      return (column.map { "\($0): " } ?? "") + "“\(found)” stands on this ballot a second time."
    case .overvotes:
      return (column.map { "\($0): " } ?? "")
        + "there are several candidates at one rank (“\(found)”), and preferences after it."
    case .sharedRank:
      return "“\(found)” shares a rank on this ballot with another."
    case .columns:
      return "No column shows whom the voters chose."
    case .decimalMark:
      return "\(place): “\(found)” is one number to some readers, and another to others."
    case .partyAgain:
      return "\(place): “\(found)” stands in an earlier row, too."
    case .rowsOfABallot:
      return "\(place) has “\(found)” in several rows: the preferences of one ballot may stand "
        + "below each other."
    }
  }

  /// A way on that works; nil where the message says all there is.
  public var hint: String? {
    switch expected {
    case .format:
      return "Name its format by the ending: .blt, .soi, .cat, .pb, .abif, .cvotes, .abc.yaml or "
        + ".csv."
    case .decision(let question): return hint(question)
    case .existingColumn(let names):
      return "The columns are " + names.prefix(12).map { "“\($0)”" }.joined(separator: ", ")
        + (names.count > 12 ? "…" : ".")
    case .rankNotName:
      return leaveOut("If the cells hold names, add --ballots preferences.")
    case .rank: return leaveOut(means("1"))
    case .mark: return leaveOut(means("yes"))
    case .opinion: return leaveOut(means("agree"))
    case .score:
      return leaveOut(
        "If the scale is another one, say so: --scale 0..10, or --scale Poor,Fair,Good. "
          + means("3"))
    case .grade: return leaveOut("Name all grades with --scale, from worst to best.")
    case .nameOnce:
      return
        "Of two columns leave one out by its number: --ignore NUMBER. Of two rows, take one out "
        + "or name them apart."
    case .columnNames: return "The file is empty, or has nothing but empty lines."
    case .column: return "Call a column so, or say what the cells mean: --ballots."
    case .number, .smallerNumber:
      return "Write a whole number, without marks between its digits."
    case .name:
      return column.map { "Give it a name, or leave it out: --ignore \($0.number)." }
        ?? "A name is missing between two marks: write it, or take one of the marks out."
    case .fields:
      return "Every row needs as many cells as the first one: look for a separator in a cell."
    case .closingQuote: return "A quotation mark that begins on this line is closed nowhere."
    case .unquoted, .separator:
      return "A cell with quotation marks in it stands in quotation marks, and has each twice."
    case .knownCandidate: return "Name all of them, or none."
    case .weight:
      return column.map { place in
        found.isEmpty
          ? "Write 1 there, or 0 if it counts for nothing. If the column says something else, "
            + "leave it out: --ignore \(place.option)."
          : means("1000", nothing: "0")
            + " If the column says something else, leave it out: --ignore \(place.option)."
      } ?? textHint
    default: return textHint
    }
  }

  /// The same for formats that are no tables.
  private var textHint: String? {
    switch expected {
    case .candidatesAndSeats:
      return "A BLT file begins with two numbers: how many candidates, and how many are elected."
    case .endOfBallot:
      return "Write each ballot on one line, from the number of voters to the 0: 12 1 4 2 0. What "
        + "is right here only the paper tells."
    case .ballotCount:
      return "A ballot begins with how many voters cast it; behind the last one stands a line "
        + "with 0 alone, and then the names."
    case .quotedName:
      return "After the 0 behind the last ballot comes each candidate's name, in the order of "
        + "their numbers, then the title. A name without letters stands in quotation marks."
    case .endOfFile:
      return "There are more names than the first line says there are candidates: mend the one or "
        + "the other."
    case .candidateNumber(let most):
      return "Candidates are numbered from 1 to \(most) in the order of their names: mend the "
        + "number, or how many the head of the file says there are."
    case .candidateOnce:
      return "Each candidate stands once here: mend the line as the paper has it, or take it out."
    case .closingParenthesis:
      return "A ballot's id stands in parentheses before it: (A-17) 1 2 3 0."
    case .votersInAll:
      return "Ballots are missing or too many: mend them, or the number of voters in the head."
    case .completeRanking:
      return "Where voters may leave candidates out, the type is soi or toi: mend the line "
        + "“# DATA TYPE”, or the ending of an older file's name."
    case .noEqualRanks:
      return "Where voters may rank several alike, the type is toc or toi: mend the line "
        + "“# DATA TYPE”, or the ending of an older file's name."
    case .header(let key):
      return "PrefLib files say so in their head: “# \(key): …”. Add that line."
    case .alternativeName(let number):
      return "Each candidate has such a line: add that of number \(number)."
    case .closingBrace, .colon:
      return "A ballot of PrefLib is the number of voters, a colon, and the candidates: 9: 1,{2,3}."
    case .readable(let format): return format.hint
    case .orders: return "Look whether it is the right file: there are no ballots in it."
    case .implicitRanking:
      return "If they may count as ranked last, write “#/Implicit Ranking: true”."
    case .option: return "Options are numbered from 1, each on a line before the votes."
    case .devoteeRanks: return "Mend the word behind “V:”, or the lines of the options above."
    case .abifName, .abifBallot, .abifScores:
      return "Write names with other marks in brackets: 27:[Ada, B.]>Ben."
    case .abcProfile, .abcNumber, .abcWeights:
      return "Candidates are numbers from 0: “profile: [[0, 1], [2]]” and “num_cand: 3”."
    case .category: return "Candidates of one category stand in braces: 13: 6,{1,2,3}."
    case .section(let name):
      return
        "A Pabulib file has the sections META, PROJECTS and VOTES, each with its name alone on "
        + "a line, and then its columns: \(name) is missing."
    case .field(let name):
      return "Write it: \(name) is \(name == "vote" ? "project ids" : "a number") without other "
        + "marks, in its column or, in META, behind “\(name);”."
    case .knownProject:
      return "Projects are named by their project_id: add it to the section PROJECTS, or mend the "
        + "vote."
    case .projectOnce: return "Each project has a project_id of its own: name them apart."
    case .oneProject: return "Mend the vote, or write “vote_type;approval” in META."
    case .voteType:
      return "Write it in META, as in “vote_type;approval”; cumulative and scoring need a column "
        + "“points” beside the votes."
    case .inAll:
      return "Rows are missing or too many in the section: mend them, or this number."
    case .semicolon:
      return "A field with quotation marks in it stands in quotation marks, and has each twice."
    case .weight: return "Write a number with at most six decimals behind a point, such as 1.5."
    case .fewerVoters: return "Write smaller numbers of voters."
    default: return nil
    }
  }

  /// How a word in cells is given a meaning, such as this one.
  private func means(_ example: String, nothing: String = "blank") -> String {
    guard !found.isEmpty else { return "" }
    return "If “\(found)” means something, say what: --alias "
      + "\(ReadingFault.quoted("\(found)=\(example)")), or for nothing "
      + "--alias \(ReadingFault.quoted("\(found)=\(nothing)"))."
  }

  private func leaveOut(_ more: String) -> String? {
    let words =
      column.map { ["If \($0.option) is no candidate, leave it out: --ignore \($0.option)."] } ?? []
    return (words + [more]).filter { !$0.isEmpty }.joined(separator: " ")
  }

  private func hint(_ question: Question) -> String {
    let name = column?.option ?? "NAME"
    switch question {
    case .isCandidate(.statistics) where !found.isEmpty:
      return "If it is one that was voted for, name all of them with --candidates; else take the "
        + "row out."
    case .isCandidate, .isInScale:
      return "Leave it out with --ignore \(name), or name the candidates' columns with --columns."
    case .isWeight:
      return "Say it: --weight-column \(name), or name the candidates' columns with --columns, or "
        + "leave it out with --ignore \(name)."
    case .candidatesOrPreferences:
      return "Say which: --ballots rankings, or --ballots preferences."
    case .isSum(let isName):
      return "If it is one, take the row out."
        + (isName ? " If it is a candidate, name all of them with --candidates." : "")
    case .contest(let names):
      return "Count one: --columns \(ReadingFault.quoted(names.first ?? ""))."
    case .isSame(let one, let other):
      return "As one: --alias \(ReadingFault.quoted("\(other)=\(one)")), or for all names "
        + "--alias case. As different ones: --alias exact."
    case .repeats:
      return "Say what becomes of it: --repeats skip (passed over), exhaust (the ballot ends "
        + "there) or invalid (the ballot is set aside)."
    case .overvotes, .sharedRank:
      return "Say what becomes of it: --overvotes skip (passed over), exhaust (the ballot ends "
        + "there) or invalid (the ballot is set aside)."
    case .columns: return "Name the columns: --columns. What their cells mean says --ballots."
    case .decimalMark:
      return
        "Say which mark stands before decimals: --decimal-mark point, or --decimal-mark comma; "
        + "the other one then stands between thousands."
    case .partyAgain:
      return
        "If these are parts of one election, such as wards, add them up: --add-rows. If each is "
        + "an election, put its rows into a file of its own."
    case .rowsOfABallot(let answer):
      return "Write one row a ballot, with a column for each preference. If each row is a ballot "
        + "as it stands, name the column of the vote: --columns \(ReadingFault.quoted(answer))."
    }
  }
}

extension Reading.Reason {
  /// What a column is, or why it was left out, after “looks like” or “left out:”.
  public var words: String {
    switch self {
    case .asked: "as was asked"
    case .ids: "numbers of ballots or voters"
    case .times: "times"
    case .people: "people's names"
    case .contacts: "people's addresses"
    case .places: "places"
    case .devices: "devices"
    case .persons: "facts about people"
    case .comments: "remarks"
    case .statistics: "sums"
    case .nobody: "a word for nobody"
    case .empty: "nothing"
    case .others: "something else than votes"
    }
  }
}

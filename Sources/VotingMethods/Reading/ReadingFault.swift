/// Where a file of ballots can't be read, and what should stand there. Nothing of such a file is
/// counted.
public struct ReadingFault: Error, Hashable, Sendable {
  /// The line, counted from 1.
  public var line: Int
  /// What should stand there.
  public var expected: Expectation
  /// What stands there instead; empty at the end of a line or of the file.
  public var found: String
  /// In a table: the column.
  public var column: Column?
  /// In other files: which character of the line, counted from 1, where that is known.
  public var position: Int?

  public init(
    line: Int, expected: Expectation, found: String, column: Column? = nil, position: Int? = nil
  ) {
    (self.line, self.expected, self.found, self.column) = (line, expected, found, column)
    self.position = position
  }

  /// A column of a table.
  public struct Column: Hashable, Sendable {
    /// Counted from 1.
    public var number: Int
    /// The name in the first row; empty if it has none.
    public var name: String

    public init(_ number: Int, _ name: String) { (self.number, self.name) = (number, name) }
  }

  /// What a reader was looking for.
  public enum Expectation: Hashable, Sendable {
    case candidatesAndSeats
    case number
    case ballotCount
    case candidateNumber(most: Int)
    case candidateOnce
    case endOfBallot
    case quotedName
    case endOfFile
    case header(String)
    case alternativeName(Int)
    case colon
    case closingBrace
    case completeRanking
    case noEqualRanks
    case votersInAll(Int)
    case section(String)
    case column(String)
    case field(String)
    case knownProject
    case oneProject
    case voteType
    /// A file that is read here, and not this.
    case readable(ForeignFormat)
    case orders
    case implicitRanking
    case option(Int)
    case devoteeRanks(Int)
    case abifName
    case abifBallot
    case abifScores
    case abcProfile
    case abcNumber(Int)
    /// So many weights as the profile has ballots.
    case abcWeights(Int)
    case category(Int)
    case projectOnce
    case inAll(String)
    case semicolon
    case closingQuote
    case smallerNumber
    case fewerVoters
    case utf8
    case columnNames
    case fields(Int)
    case separator
    case unquoted
    case nameOnce
    case name
    case rank
    /// A rank, where the whole row holds names.
    case rankNotName
    case mark
    case score(ClosedRange<Int>)
    case grade([String])
    case opinion
    case candidates(most: Int)
    case format
    case shape
    case closingParenthesis
    case candidatesInAll
    case alternative(Int)
    case sums
    case endOfLine
    /// Somebody has to decide; see ``Question``.
    case decision(Question)
    case shortRow
    case existingColumn([String])
    case weight
    case knownCandidate
    case wholeNumbers
  }

  /// What a file leaves open, so that it is not counted until somebody says it.
  public enum Question: Hashable, Sendable {
    /// Whether a column is a candidate, though it looks like something else.
    case isCandidate(Reading.Reason)
    /// Whether a column is a candidate, though its numbers are out of the others' scale.
    case isInScale
    /// Whether a column is a candidate or says how many voters cast a row.
    case isWeight
    /// Whether columns called 1, 2, 3… are candidates or preferences.
    case candidatesOrPreferences
    /// Whether the last row is one of sums, or has a candidate of that name.
    case isSum(isName: Bool)
    /// Which of several questions is to be counted, by their names.
    case contest([String])
    /// Whether two names mean the same candidate.
    case isSame(String, String)
    /// What becomes of a candidate who stands twice on a ballot.
    case repeats
    /// What becomes of several candidates at one rank.
    case overvotes
    /// The same, where somebody asked for it.
    case sharedRank
    /// Which column has the votes, where none shows.
    case columns
    /// Which mark stands before the decimals of a number.
    case decimalMark
    /// Whether the rows of one party are to be added up.
    case partyAgain
    /// Whether rows with the same ballot are one ballot's preferences; the column with the answer.
    case rowsOfABallot(String)
  }
}

extension ReadingFault.Expectation {
  /// Whether a number is looked for that may have marks between its digits.
  var isNumber: Bool {
    switch self {
    case .score, .number, .smallerNumber, .weight: true
    default: false
    }
  }
}

extension ReadingFault: CustomStringConvertible {
  public var description: String { "line \(line): \(detail)" }

  /// The same without the line, for whoever tells that with the file's name.
  public var detail: String {
    if case .decision(let question) = expected { return sentence(question) }
    if case .readable(let format) = expected {
      return "this is \(format.words), which is not read here."
    }
    return (column.map { "\($0): " } ?? "") + "expected \(expected)"
      + (found.isEmpty ? "" : ", found “\(found)”")
  }
}

extension ReadingFault.Expectation: CustomStringConvertible {
  public var description: String {
    switch self {
    case .candidatesAndSeats: "the number of candidates and the number of seats"
    case .number: "a whole number"
    case .ballotCount: "how many voters cast this ballot, or 0 after the last ballot"
    case .candidateNumber(let most): "a candidate's number from 1 to \(most)"
    case .candidateOnce: "each candidate only once in a ballot"
    case .endOfBallot: "0 at the end of the ballot, on the same line"
    case .quotedName: "a name for each candidate, in quotation marks or on a line of its own"
    case .endOfFile: "the end of the file"
    case .header(let key): "a line “# \(key): …” before the ballots"
    case .alternativeName(let number): "a line “# ALTERNATIVE NAME \(number): …”"
    case .colon: "a colon after the number of voters"
    case .closingBrace: "“}” after candidates ranked alike"
    case .completeRanking: "a ranking of all candidates, as the file's type says"
    case .noEqualRanks: "no candidates ranked alike, as the file's type says"
    case .votersInAll(let count): "\(count) voters in all, as the header says"
    case .section(let name): "a line “\(name)”"
    case .column(let name): "a column “\(name)”"
    case .field(let name): "a value for “\(name)”"
    case .knownProject: "the id of a project in the list"
    case .projectOnce: "each project only once"
    case .oneProject: "one project, as the file's vote_type “choose-1” says"
    case .readable: "a file that is read here"
    case .orders: "ballots that name candidates"
    case .implicitRanking: "“true”: who is left out of a ballot ranks below all on it"
    case .option(let number): "a line for option \(number)"
    case .devoteeRanks(let count): "a rank or “-” for each of \(count) options"
    case .abifName: "“=WORD:[Name]”"
    case .abifBallot: "a ballot such as “27:Ada>Ben=Cleo” or “27:Ada/5,Ben/3”"
    case .abifScores: "a score behind each candidate, because commas say no order"
    case .abcProfile: "a line “profile:” with a list of numbers for each voter: [[0, 1], [2]]"
    case .abcWeights(let count): "\(count) weights in brackets, one for each ballot"
    case .abcNumber(let count): "candidates from 0 to \(count - 1), as num_cand says"
    case .category(let count): "at most \(count) categories, with commas between"
    case .voteType:
      "a vote_type of " + PabulibHead.VoteType.allCases.map(\.rawValue).joined(separator: ", ")
    case .inAll(let count): "\(count) in all, as the head of the file says"
    case .semicolon: "a semicolon or the end of the line after a quoted field"
    case .closingQuote: "a quotation mark at the end of the field"
    case .smallerNumber: "a number below a million million"
    case .fewerVoters: "at most a million million voters in all"
    case .utf8: "valid UTF-8 text"
    case .columnNames: "a first row with the names of the columns"
    case .fields(let count): "\(count) \(count == 1 ? "field" : "fields"), as the first row has"
    case .separator: "a comma or the end of the line after a quoted field"
    case .unquoted: "no quotation mark within a field that doesn't begin with one"
    case .nameOnce: "each name only once"
    case .name: "a name"
    case .rank, .rankNotName: "a rank from 1, or nothing"
    case .mark: "1, 0 or nothing"
    case .score(let range): "a number from \(range.lowerBound) to \(range.upperBound)"
    case .grade(let grades): "one of the grades \(grades.joined(separator: ", "))"
    case .opinion: "agree, disagree, pass or nothing"
    case .candidates(let most): "at most \(most) candidates"
    case .format: "a file in BLT, PrefLib, Pabulib or CSV format"
    case .shape: "columns winner and loser, party and votes, or a word on what the cells mean"
    case .closingParenthesis: "“)” after the ballot's id"
    case .candidatesInAll: "the number of candidates, from 1 to 32767"
    case .alternative(let number): "“\(number),” and the candidate's name"
    case .sums: "three numbers: voters, sum of the counts, different orders"
    case .endOfLine: "the end of the line"
    case .decision: "a decision"
    case .shortRow: "a row of at most 16 million bytes"
    case .existingColumn: "the name or number of a column"
    case .weight: "how many voters cast this row: a number, with at most six decimals"
    case .knownCandidate: "one of the candidates that --candidates names"
    case .wholeNumbers: "whole numbers: this kind of ballots knows no parts of them"
    }
  }
}

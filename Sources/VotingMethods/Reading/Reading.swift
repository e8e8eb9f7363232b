/// How a file with ballots was read: what its columns were taken for, how many ballots there are,
/// and everything that was not taken as it stands. Readers of every format fill it in, in one way;
/// whoever shows a result shows it with it, so that nothing is decided about a file in silence.
public struct Reading: Hashable, Sendable {
  /// The format.
  public var format: BallotFormat
  /// How the text is coded.
  public var encoding = Encoding.utf8
  /// What parts the cells of a table; nil where the format knows one only.
  public var separator: Separator?
  /// What each cell of the table means; nil of formats that say it themselves.
  public var shape: CSVBallots.Shape?
  /// Which scores there are, where the ballots have some: “0..5”, or the grades from worst to best.
  public var scale: String?
  /// The columns of the table, in their order; empty for formats without columns.
  public var columns: [Column] = []
  /// How many voters' ballots were read: valid, blank and invalid ones.
  public var ballots = 0
  /// How many of them name nobody. They are among the counted ballots.
  public var blank = 0
  /// How many were set aside as invalid, because a policy says so. They are not counted.
  public var invalid = 0
  /// Where several files were added up, each of them; else empty.
  public internal(set) var parts: [Part] = []
  /// What was not taken as it stands: the same thing is told once, with how often and where first.
  public private(set) var notes: [Note] = []

  public init(_ format: BallotFormat) { self.format = format }

  /// How many ballots are neither blank nor invalid.
  public var valid: Int { ballots - blank - invalid }

  /// How a text is coded.
  public enum Encoding: String, CaseIterable, Hashable, Sendable {
    case utf8 = "utf-8"
    case utf16 = "utf-16"
    /// At least one line is no UTF-8: such lines were read so.
    case windows1252 = "windows-1252"
  }

  /// What parts the cells of a table.
  public enum Separator: String, CaseIterable, Hashable, Sendable {
    case comma, semicolon, tab, pipe
  }

  /// A column of the table and what it was taken for.
  public struct Column: Hashable, Sendable {
    /// Counted from 1.
    public var number: Int
    /// The name in the first row; empty if it has none.
    public var name: String
    /// What it was taken for.
    public var taken: Taken

    public init(_ number: Int, _ name: String, _ taken: Taken) {
      (self.number, self.name, self.taken) = (number, name, taken)
    }
  }

  /// What a column was taken for.
  public enum Taken: Hashable, Sendable {
    /// A candidate of this name.
    case candidate(String)
    /// The preference of this number.
    case preference(Int)
    /// Several candidates in one cell, as check boxes of a form are written.
    case list
    /// How many voters cast the row.
    case weight
    /// What its name says, in tables of parties, duels and single answers.
    case party, votes, winner, loser, undecided, person, statement, answer
    /// Nothing: it was left out.
    case leftOut(Reason)
  }

  /// Why a column was left out.
  public enum Reason: String, CaseIterable, Hashable, Sendable {
    /// Somebody said so.
    case asked
    case ids, times, people, contacts, places, devices, persons, comments, statistics
    /// It is called by a word for nobody, such as “abstain”.
    case nobody
    /// Nothing is in it.
    case empty
    /// It is none of the preferences.
    case others
  }

  /// Something that was not taken as it stands.
  public struct Note: Hashable, Sendable {
    /// Of what kind.
    public var kind: Kind
    /// The word in the file that it is about; empty where there is none.
    public var word: String
    /// What it was taken for; empty where that goes without saying.
    public var became: String
    /// How often.
    public var count: Int
    /// In which file, where several were added up.
    public var file: String?
    /// Where first: the line, counted from 1 as an editor does.
    public var line: Int?
    /// Where first: the column's number, counted from 1.
    public var column: Int?
  }

  /// Kinds of notes. A further one gets its sentence in `Reading+Wording`.
  public enum Kind: String, CaseIterable, Hashable, Sendable {
    /// A word such as “undervote” was read as nothing.
    case blankWord = "blank-word"
    /// A row of totals is about ballots that are not valid.
    case invalidWord = "invalid-word"
    /// A candidate stands twice on a ballot; `became` is the policy.
    case repeated
    /// Several candidates share one rank, or the word says so; `became` is the policy.
    case overvote
    /// A name was taken for another one, as was asked.
    case alias
    /// Names that differ in next to nothing were counted as different ones.
    case similar
    /// A text that is no UTF-8 was read as Windows-1252.
    case decoded
    /// A mark that is not plainly yes was read as yes.
    case mark
    /// A rank greater than there are candidates.
    case highRank = "high-rank"
    /// There is no column for this rank.
    case missingRank = "missing-rank"
    /// A row of sums below the ballots was left out.
    case sums
    /// An answer was replaced by a later one of the same person.
    case replaced
    /// Several candidates in a cell were parted at this.
    case parted
    /// A ballot names somebody who is none of the candidates that the file lists.
    case unlisted
    /// A weight was left out of account, because the file allows none.
    case ignoredWeight = "ignored-weight"
    /// Of two categories this one was taken for approval.
    case firstCategory = "first-category"
    /// The file names this rule; `became` is the method with its options.
    case rule
    /// The file names this rule, and it is none that is known here.
    case unknownRule = "unknown-rule"
    /// The file names this rule, and not the threshold that it needs.
    case noThreshold = "no-threshold"
    /// The rows above the names of columns are a title.
    case title
    /// A project stands again on a ballot; `became` is the policy, or what was done.
    case repeatedProject = "repeated-project"
    /// No title stands behind the candidates' names; `word` is the last of these.
    case noTitle = "no-title"
    /// Cells beyond the last column, all empty, were left out.
    case emptyCells = "empty-cells"
    /// A ballot has more votes than the method allows; `became` is the policy.
    case overspent
    /// The second row has names of columns, too.
    case secondHeader = "second-header"
  }

  /// Adds what happened at a place: to the note that is there of the same, or as a new one.
  public mutating func note(
    _ kind: Kind, _ word: String = "", became: String = "", count: Int = 1, line: Int? = nil,
    column: Int? = nil
  ) {
    if let place = notes.firstIndex(where: {
      $0.kind == kind && $0.word == word && $0.became == became
    }) {
      notes[place].count += count
    } else if notes.count < Self.mostNotes {
      notes.append(
        Note(
          kind: kind, word: word, became: became, count: count, file: nil, line: line,
          column: column))
    }
  }

  /// Says of all notes that they are about this file.
  mutating func nameNotes(_ file: String) {
    for place in notes.indices { notes[place].file = file }
  }

  mutating func append(_ note: Note, from file: String) {
    guard notes.count < Self.mostNotes else { return }
    var note = note
    note.file = file
    notes.append(note)
  }

  /// A file in which everything is odd is not held a second time as notes.
  private static let mostNotes = 200
}

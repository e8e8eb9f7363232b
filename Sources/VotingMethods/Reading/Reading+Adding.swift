/// How several files of one election were read.
extension Reading {
  /// One of the files.
  public struct Part: Hashable, Sendable {
    /// What it is called.
    public var name: String
    /// How many ballots it has, and how many of them are blank or invalid.
    public var ballots: Int
    public var blank: Int
    public var invalid: Int

    /// How many ballots are neither blank nor invalid.
    public var valid: Int { ballots - blank - invalid }

    /// “box-2.csv: 6 read, 3 valid, 3 blank”.
    public var words: String {
      "\(name): \(Reading.numbers(read: ballots, valid: valid, blank: blank, invalid: invalid))"
    }

    init(_ name: String, _ reading: Reading) {
      (self.name, ballots) = (name, reading.ballots)
      (blank, invalid) = (reading.blank, reading.invalid)
    }
  }

  /// Adds how another file was read; what is noted is told with the file from then on.
  mutating func add(_ other: Reading, called name: String, to own: String) {
    if parts.isEmpty {
      parts = [Part(own, self)]
      nameNotes(own)
    }
    parts.append(Part(name, other))
    ballots += other.ballots
    blank += other.blank
    invalid += other.invalid
    for note in other.notes { append(note, from: name) }
  }
}

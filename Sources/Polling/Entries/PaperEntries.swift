public import ExerciseProtocol

/// Ballots on paper, numbered, each read by two people who don't see each other's reading. What
/// they agree on can go into the box; the rest stays out until it agrees.
public struct PaperEntries: Hashable, Sendable {
  private var papers: [Int: Paper]
  /// The numbers of the papers that are in the box.
  public private(set) var done: Set<Int>

  private struct Paper: Hashable {
    var first: Reading
    var second: Reading?
  }

  /// What one person read.
  public struct Reading: Hashable, Sendable {
    public var person: ParticipantID
    public var ballot: Ballot
  }

  /// A paper that two people read differently.
  public struct Difference: Hashable, Sendable {
    public var number: Int
    /// In the order of their names' ids.
    public var readings: [Reading]
    /// The fields whose answers differ, in order; none where one is blank, spoilt or of another
    /// weight.
    public var fields: [String]
  }

  public init() { (papers, done) = ([:], []) }

  /// Takes down a reading of a paper, in its canonical form; valid, as far as the caller knows.
  ///
  /// The first two come from two people. After that, as long as they differ, each of the two may
  /// look at the paper again and put their own reading right.
  public mutating func enter(
    _ ballot: Ballot, paper number: Int, by person: ParticipantID
  ) throws(EntryFault) {
    guard number >= 1 else { throw .badNumber(number) }
    guard !done.contains(number) else { throw .alreadyInTheBox(number) }
    let reading = Reading(person: person, ballot: ballot)
    guard var paper = papers[number] else {
      papers[number] = Paper(first: reading)
      return
    }
    switch paper.second {
    case nil:
      guard paper.first.person != person else { throw .samePerson(number, person) }
      paper.second = reading
    case let second? where second.ballot == paper.first.ballot: throw .alreadyAgreed(number)
    case let second? where second.person == person: paper.second = reading
    case _?:
      guard paper.first.person == person else { throw .thirdPerson(number, person) }
      paper.first = reading
    }
    papers[number] = paper
  }

  /// The papers that two people read alike, in the order of their numbers.
  public var agreed: [(number: Int, ballot: Ballot)] {
    papers.sorted { $0.key < $1.key }.compactMap { number, paper in
      paper.second?.ballot == paper.first.ballot ? (number, paper.first.ballot) : nil
    }
  }

  /// The papers that one person has read so far, in order.
  public var waiting: [Int] { papers.filter { $0.value.second == nil }.keys.sorted() }

  /// The papers that two people read differently, in order.
  public var differing: [Difference] {
    papers.sorted { $0.key < $1.key }.compactMap { number, paper in
      guard let second = paper.second, second.ballot != paper.first.ballot else { return nil }
      return Difference(
        number: number,
        readings: [paper.first, second].sorted { $0.person < $1.person },
        fields: paper.first.ballot.fieldsDiffering(from: second.ballot))
    }
  }

  /// Forgets what was read of papers that are in the box now, but not that they are.
  mutating func forget(_ numbers: [Int]) {
    for number in numbers {
      papers[number] = nil
      done.insert(number)
    }
  }
}

/// Why a reading was not taken down.
public enum EntryFault: Error, Hashable, Sendable {
  /// Papers are numbered from 1.
  case badNumber(Int)
  /// The second reading must be somebody else's.
  case samePerson(Int, ParticipantID)
  /// The two who read it differently have to look at it again; a third reading decides nothing.
  case thirdPerson(Int, ParticipantID)
  case alreadyAgreed(Int)
  case alreadyInTheBox(Int)
}

extension Ballot {
  fileprivate func fieldsDiffering(from other: Ballot) -> [String] {
    guard case .answers(let mine) = mark, case .answers(let theirs) = other.mark else { return [] }
    return Set(mine.keys).union(theirs.keys).filter { mine[$0] != theirs[$0] }.sorted()
  }
}

extension PaperEntries: JSONRepresentable {
  public var json: JSONValue {
    [
      "papers": papers.isEmpty
        ? nil
        : .array(
          papers.sorted { $0.key < $1.key }.map { number, paper in
            [
              "number": .integer(number), "first": paper.first.json,
              "second": paper.second?.json,
            ]
          }),
      "done": done.isEmpty ? nil : .array(done.sorted().map(JSONValue.integer)),
    ]
  }

  public init(_ reader: JSONReader) throws(JSONShapeError) {
    self.init()
    done = Set(
      try reader.list("done") { item throws(JSONShapeError) in try item.integer() })
    let items = try reader.list("papers") { item throws(JSONShapeError) in
      (
        try item.integer("number"),
        Paper(
          first: try Reading(item.required("first")),
          second: try item.optional("second").map(Reading.init))
      )
    }
    for (number, paper) in items { papers[number] = paper }
  }
}

extension PaperEntries.Reading: JSONRepresentable {
  public var json: JSONValue { ["person": person.json, "ballot": ballot.json] }

  public init(_ reader: JSONReader) throws(JSONShapeError) {
    person = try ParticipantID(reader.required("person"))
    ballot = try Ballot(reader.required("ballot"))
  }
}

import ExerciseKit
import ExerciseTesting
import Glibc
import OrderedCollections
import Polling
import Testing
import Workshop
import WorkshopTesting

/// A vote has one result: whatever is typed between its opening and its count and after it, at
/// whatever terminal, what is shown, reported, compared and handed on is what was counted.
///
/// `CHARRETTE_SEEDS=2000 swift test --filter OneResultTests` plays that many rooms.
@Suite("One result")
struct OneResultTests {
  private static let seeds: Range<Int> = {
    let asked = getenv("CHARRETTE_SEEDS").flatMap { Int(String(cString: $0)) }
    return 0..<max(1, asked ?? VoteKind.all.count)
  }()

  @Test("whatever is typed", arguments: seeds)
  func anything(seed: Int) throws {
    var room = try VoteRoom(seed: seed)
    try room.play()
    #expect(room.desk.exercises.faults == [])
  }

  @Test func `every method is played`() {
    #expect(VoteKind.all.count > 30)
    #expect(Set(VoteKind.all.map(\.exercise)).count == 10)
  }
}

/// One vote of one kind, with anything typed around it.
private struct VoteRoom {
  let desk: TestDesk
  private let other: TestDesk
  private let library = MemoryLibrary()
  private let kind: VoteKind
  private let seed: Int
  private var lines: AnyLine
  private var watch: VoteWatch
  private var typed: [String] = []

  init(seed: Int) throws {
    (self.seed, lines) = (seed, AnyLine(seed: seed))
    kind = VoteKind.all[seed % VoteKind.all.count]
    desk = EveryExercise.desk(library: library)
    other = EveryExercise.desk(library: library)
    watch = VoteWatch(desk, library)
    let cards = 2 + lines.number(below: 4)
    for line in [
      "/new Room", "/agenda add discussion Before", "/people add Ruth Hyde, Roger White",
      "/people add Siân Parry", "/start",
    ] + (0..<cards).map({ "Card \($0)" })
      + [
        "/agenda add \(kind.exercise) Vote takes=all set=\"\(kind.settings)\"",
        "/agenda add discussion After", "/next",
      ]
    { try desk.perform(line) }
    if kind.exercise == "budget" {
      for card in 1...cards { try desk.perform("/cost c\(card) \(card * 60)") }
    }
    try other.perform("/open Room")
  }

  mutating func play() throws {
    try desk.perform("/vote open" + (lines.chance(of: 4) ? " quorum=3" : ""))
    try watch.check(after: "/vote open")
    try cast()
    try type(10)
    try step("/vote close")
    try type(6)
    try step("/vote count river \(seed)")
    try watch.check(after: "/vote count")
    try type(14)
    try watch.checkAll(after: typed)
  }

  /// Ballots come into the box as from the booth.
  private mutating func cast() throws {
    guard let poll = watch.poll, let box = library.journals["Room"]?.boxes.boxes[poll.id] else {
      return
    }
    var (random, bits) = (RandomBallots(seed: seed), Chance(seed: seed))
    let voters = poll.terms.roll.prefix(lines.number(below: poll.terms.roll.count + 1))
    for (entry, ballot) in zip(voters, random.ballots(voters.count, on: poll.terms.paper)) {
      let blank = Ballot(lines.chance(of: 5) ? .blank : ballot.mark)
      let cast = poll.terms.paper.faults(in: blank).isEmpty ? blank : Ballot(.blank)
      let sealed = SealedBallot(
        sealing: Ballot(cast.mark, weight: entry.weight), on: poll.terms.paper,
        using: &bits)
      try box.cast(sealed, spending: .person(entry.id), by: .booth)
    }
  }

  /// Anything, at this terminal or at the other one.
  private mutating func type(_ count: Int) throws {
    for _ in 0..<count {
      let isHere = !lines.chance(of: 3)
      let place = isHere ? desk : other
      _ = try? place.desk.catchUp()
      let line = lines.next(at: place)
      typed.append(line)
      _ = place.problem(line)
      if place.desk.live?.log.name != "Room" { _ = place.problem("/open Room") }
      _ = try desk.desk.catchUp()
      try watch.check(after: "\(kind) \(seed): \(typed.suffix(4))")
    }
  }

  /// A step of the vote, wherever the room is by now; random lines may have taken it already.
  private mutating func step(_ line: String) throws {
    typed.append(line)
    _ = desk.problem("/goto a2")
    let problem = desk.problem(line)
    let known = ["The vote", "No secret vote", "The words are settled", "It was settled"]
    #expect(
      problem.map { problem in known.contains { problem.message.hasPrefix($0) } } ?? true,
      "\(problem?.message ?? "") \(typed.suffix(6))")
    try watch.check(after: line)
  }
}

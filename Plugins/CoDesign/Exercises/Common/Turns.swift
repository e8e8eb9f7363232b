import ExerciseKit

/// Who speaks, in an order that everybody sees. Whoever is skipped comes back once, after the
/// others; nobody is asked a third time.
///
/// Part of an exercise's state: it changes by what was recorded, and draws nothing itself.
struct Turns: Codable, Equatable {
  /// From 1; 0 before the first.
  private(set) var round = 0
  /// As drawn; people who joined since are not in it.
  private(set) var order: [ParticipantID] = []
  private(set) var done: [ParticipantID] = []
  /// Those who come back.
  private(set) var skipped: [ParticipantID] = []
  /// Those who were skipped twice.
  private(set) var passed: [ParticipantID] = []
  private(set) var speaker: ParticipantID?

  /// How long a turn should take: a host shows its clock. None of 0 seconds runs.
  struct Pace: Codable, Equatable {
    var label: String
    var seconds: Int
  }

  /// What an exercise records of turns.
  enum Event: Codable, Equatable {
    /// A round begins with this order; its first speaks.
    case began(round: Int, order: [ParticipantID], pace: Pace? = nil)
    /// The speaker is done; this one is next, or nobody.
    case spoke(next: ParticipantID?, pace: Pace? = nil)
    /// The speaker comes back later, or passes.
    case skipped(next: ParticipantID?, pace: Pace? = nil)
    /// Somebody speaks out of turn; whose turn it was keeps it for later.
    case called(ParticipantID, pace: Pace? = nil)
  }

  mutating func evolve(_ event: Event) {
    switch event {
    case .began(let round, let order, _):
      self = Turns()
      self.round = round
      self.order = order
      speaker = order.first
    case .spoke(let next, _):
      if let speaker, !done.contains(speaker) { done.append(speaker) }
      speaker = next
    case .skipped(let next, _):
      if let speaker, !passed.contains(speaker) {
        if let index = skipped.firstIndex(of: speaker) {
          skipped.remove(at: index)
          passed.append(speaker)
        } else {
          skipped.append(speaker)
        }
      }
      speaker = next
    case .called(let person, _): speaker = person
    }
    skipped.removeAll { done.contains($0) }
  }

  /// Who is next after the speaker: whoever had no turn yet, in order, then those who were skipped.
  ///
  /// - Parameters:
  ///   - voices: everybody who may speak; newcomers are last in line.
  ///   - isSkipping: the speaker is not done but skipped.
  func next(among voices: [ParticipantID], isSkipping: Bool) -> ParticipantID? {
    let line = order.filter(voices.contains) + voices.filter { !order.contains($0) }
    let over = Set(done + passed + (speaker.map { [$0] } ?? []))
    if let fresh = line.first(where: { !over.contains($0) && !skipped.contains($0) }) {
      return fresh
    }
    if let back = skipped.first(where: { !over.contains($0) }) { return back }
    // The only one left, skipped for the first time, is asked once more at once.
    return isSkipping
      ? speaker.flatMap { skipped.contains($0) || done.contains($0) ? nil : $0 } : nil
  }

  /// An order for this round: drawn for the first, and later the same with another one first each
  /// time, so that nobody is always last.
  static func order(
    of voices: [ParticipantID], round: Int, after earlier: [ParticipantID], seed: Int
  ) -> [ParticipantID] {
    var chance = Chance(seed: seed)
    let known = earlier.filter(voices.contains)
    let fresh = voices.filter { !known.contains($0) }.shuffled(using: &chance)
    guard let first = known.first else { return fresh }
    return Array(known.dropFirst()) + fresh + [first]
  }

  /// Whose turn it is and who comes then, in words.
  func lines<Host>(in room: Room<Host>) -> [View.Block] {
    guard round > 0 else { return [] }
    let names = { (ids: [ParticipantID]) in ids.compactMap { room.name(of: $0) }.listed }
    guard let speaker, let name = room.name(of: speaker) else {
      var blocks: [View.Block] = [.note("The round is complete.", .success)]
      if !passed.isEmpty { blocks.append(.text("Passed: \(names(passed))")) }
      return blocks
    }
    let voices = room.voices.map(\.id)
    let line = order.filter(voices.contains) + voices.filter { !order.contains($0) }
    let waiting = line.filter { person in
      person != speaker && ![done, skipped, passed].contains { $0.contains(person) }
    }
    var facts = [View.Fact("Now", name)]
    if !waiting.isEmpty { facts.append(View.Fact("Then", names(waiting))) }
    let back = skipped.filter { $0 != speaker }
    if !back.isEmpty { facts.append(View.Fact("Comes back", names(back))) }
    if !passed.isEmpty { facts.append(View.Fact("Passed", names(passed))) }
    return [.facts(facts)]
  }
}

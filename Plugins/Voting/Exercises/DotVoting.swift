import ExerciseKit
import VotingMethods

/// Everybody spreads some dots over the cards that came in; the cards with the most go on.
struct DotVoting: Exercise {
  static let about = ExerciseAbout(
    id: "dot-voting", name: "Dot voting",
    summary: "spread your dots over the cards; those with the most go on",
    guidance: [
      "Read the cards out once more; nobody votes on what they did not hear.",
      "Call people one after another: @Ruth c3 c3 c7 puts two dots on c3 and one on c7.",
      "Say that this vote is not secret: the session keeps who voted for what.",
      "Nobody sees a count before everybody had their turn: then /reveal.",
    ])

  struct Settings: Fields {
    @Field("How many dots everybody has", 1...100) var dots = 3
    @Field("How many of them may lie on one card", 1...100) var maxPerCard = 2
    @Field("How many cards go on to the next activity", 1...100) var winners = 3

    var method: Dots { Dots(perVoter: dots, perOption: maxPerCard) }
  }

  struct State: Codable {
    /// The dots of everybody who has voted; a later vote takes the place of an earlier one.
    var ballots: [ParticipantID: [CardID: Int]] = [:]
    var isRevealed = false
  }

  enum Event: Codable {
    case voted(ParticipantID, [CardID: Int])
    case revealed
    case reopened
  }

  static let initialState = State()
  static let actions: [any Action<DotVoting>.Type] = [Vote.self, Reveal.self, Reopen.self]
  static let lineAction: (any Action<DotVoting>.Type)? = Vote.self

  static func evolve(_ state: inout State, _ event: Event, at: Timestamp) {
    switch event {
    case .voted(let voter, let dots): state.ballots[voter] = dots
    case .revealed: state.isRevealed = true
    case .reopened: state.isRevealed = false
    }
  }

  /// The cards that go on: the winners, and whoever ties with the last of them. Before the count is
  /// revealed nothing is won.
  static func give(from room: Room<DotVoting>) -> [CardID] {
    guard room.state.isRevealed else { return [] }
    return chosen(DotCount(room), of: room).map(\.card.id)
  }

  static func chosen(_ count: DotCount, of room: Room<DotVoting>) -> [DotCount.Line] {
    let voted = count.lines.filter { $0.dots > 0 }
    guard voted.count > room.settings.winners else { return voted }
    let least = voted[room.settings.winners - 1].dots
    return voted.filter { $0.dots >= least }
  }
}

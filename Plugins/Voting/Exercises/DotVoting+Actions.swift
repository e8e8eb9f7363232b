import ExerciseKit
import VotingMethods

extension DotVoting {
  /// What a plain line is: `@Ruth c3 c3 c7`.
  struct Vote: Action {
    static let about = ActionAbout(
      "vote", "Place your dots", attribution: .required, isPrivate: true,
      examples: ["vote @Ruth c3=2 c7", "vote @Ruth c3 c3 c7"])
    @Field("Cards, and how many dots on each", 0...100) var dots: [CardID: Int]

    func decide(in room: Room<DotVoting>) throws(Refusal) -> [Effect<Event>] {
      guard let voter = room.actor else {
        throw Refusal("Whose dots are these?", hint: "@Name and then the cards.")
      }
      guard !room.state.isRevealed else {
        throw Refusal(
          "The count is revealed already.", hint: "/reopen lets people vote again.")
      }
      let cards = room.taken.filter { $0.hidden == nil }
      guard !cards.isEmpty else {
        throw Refusal(
          "There is nothing to vote on: no cards came in.",
          hint: "/back, collect some, and come again.")
      }
      try check(against: cards, room.settings)
      let placed = dots.filter { $0.value > 0 }
      let used = placed.values.reduce(0, +)
      let left = room.settings.dots - used
      let name = room.name(of: voter) ?? voter.rawValue
      let again = room.state.ballots[voter] == nil ? "" : " again, in place of the first time"
      return [
        .record(.voted(voter, placed)),
        .notice(
          "\(name) has voted\(again). "
            + (left == 0 ? "All dots are placed." : "\(counted(left)) not used.")),
      ]
    }

    private func check(against cards: [Card], _ settings: Settings) throws(Refusal) {
      var ballot: [Int: Int] = [:]
      for (id, number) in dots.sorted(by: { $0.key < $1.key }) {
        guard let index = cards.firstIndex(where: { $0.id == id }) else {
          throw Refusal(
            "\(id) is not one of the cards to vote on.", field: "dots",
            hint: "They are \(cards.prefix(12).map(\.id.rawValue).joined(separator: ", ")).")
        }
        ballot[index] = number
      }
      do throws(Dots.Fault) {
        try settings.method.check(ballot, options: cards.count)
      } catch {
        throw error.refusal(cards)
      }
    }
  }

  struct Reveal: Action {
    static let about = ActionAbout(
      "reveal", "End the vote and show the count", attribution: .none, isForFacilitator: true,
      examples: ["reveal"])

    func decide(in room: Room<DotVoting>) throws(Refusal) -> [Effect<Event>] {
      guard !room.state.isRevealed else { throw Refusal("The count is revealed already.") }
      guard !room.state.ballots.isEmpty else {
        throw Refusal("Nobody has voted yet.", hint: "@Name and then the cards: @Ruth c3 c3 c7")
      }
      return [.record(.revealed), .notice("The count is revealed; /show shows it.")]
    }
  }

  struct Reopen: Action {
    static let about = ActionAbout(
      "reopen", "Let people vote again; the count is covered until the next /reveal",
      attribution: .none, isForFacilitator: true, examples: ["reopen"])

    func decide(in room: Room<DotVoting>) throws(Refusal) -> [Effect<Event>] {
      guard room.state.isRevealed else { throw Refusal("The vote is open.") }
      return [.record(.reopened), .notice("The vote is open again.")]
    }
  }
}

extension Dots.Fault {
  fileprivate func refusal(_ cards: [Card]) -> Refusal {
    switch self {
    case .tooMany(let used, let allowed):
      Refusal(
        "That is \(counted(used)), and there are \(allowed).", field: "dots",
        hint: "Take \(counted(used - allowed)) away.")
    case .tooManyOnOne(let option, let used, let allowed):
      Refusal(
        "\(cards[option].id) has \(counted(used)); one card may have \(allowed).",
        field: "dots", hint: "Spread the others.")
    case .negative(let option):
      Refusal("\(cards[option].id) can't have fewer than no dots.", field: "dots")
    case .unknownOption: Refusal("That is not one of the cards to vote on.", field: "dots")
    }
  }
}

func counted(_ dots: Int) -> String { dots == 1 ? "1 dot" : "\(dots) dots" }

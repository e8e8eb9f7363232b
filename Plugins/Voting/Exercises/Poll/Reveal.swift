import ExerciseKit

/// Ends an open poll.
struct Reveal<Host: Poll>: Action {
  static var about: ActionAbout {
    ActionAbout(
      "reveal", "End the vote and show the count", attribution: .none, isForFacilitator: true,
      examples: ["reveal", "reveal 42"])
  }

  @Field("A number that the room has drawn, by which ties are broken", 0...999_999_999)
  var lot: Int?

  func decide(in room: Room<Host>) throws(Refusal) -> [Effect<Host.Event>] {
    guard !room.isSealed else { throw Self.isSecret }
    let drawn: [Effect<Host.Event>] = lot.map { [.record(.drawn($0))] } ?? []
    if room.state.isRevealed {
      guard room.state.lot == nil, !drawn.isEmpty else {
        throw Refusal("The count is revealed already.")
      }
      return drawn + [.notice("Ties go by this lot now."), .show]
    }
    guard !room.state.ballots.isEmpty else {
      throw Refusal("Nobody has voted yet.", hint: "@Name and then the \(Host.words.field).")
    }
    if let (card, before) = room.reworded.first {
      throw Refusal(
        "\(card.id) read “\(before)” when people voted, and reads “\(card.text)” now.",
        hint: "/edit \(card.id) \(before), to put the words back; or /reopen, and whoever sees it "
          + "otherwise now votes again.")
    }
    let hidden = room.hiddenSince.map(\.rawValue)
    let without =
      hidden.isEmpty ? "" : " Not counted, since hidden: \(hidden.joined(separator: ", "))."
    return drawn + [
      .record(.revealedAs(RevealedSlate(room))),
      .notice("The count is revealed.\(without)"), .show,
    ]
  }

  static var isSecret: Refusal {
    Refusal("This vote is secret: it is counted when the booth is closed.", hint: "/vote close")
  }
}

/// Lets people vote again in an open poll.
struct Reopen<Host: Poll>: Action {
  static var about: ActionAbout {
    ActionAbout(
      "reopen", "Let people vote again; the count is covered until the next /reveal",
      attribution: .none, isForFacilitator: true, examples: ["reopen"])
  }

  func decide(in room: Room<Host>) throws(Refusal) -> [Effect<Host.Event>] {
    guard !room.isSealed else { throw Reveal<Host>.isSecret }
    if !room.state.isRevealed {
      guard !room.reworded.isEmpty else { throw Refusal("The vote is open.") }
      return [
        .record(.reopened),
        .notice("The votes stand for the words as they are now; whoever likes votes again."),
      ]
    }
    return [.record(.reopened), .notice("The vote is open again.")]
  }
}

import ExerciseKit

/// What the room leaves with: actions with an owner and a date, decisions, insights.
///
/// All of it lies in the cards, where hosts and other exercises can read it: the label `#action`,
/// and the attributes `owner` (and `owners`, where they are several), `due`, `status` (``Status``),
/// `reason`; `carried` says that a host brought it in from an earlier session.
struct Commit: Exercise {
  static let about = ExerciseAbout(
    id: "commit", name: "Commit",
    summary: "write down actions with an owner and a date, decisions and insights",
    guidance: [
      "Begin with what is open from last time: /carry brings it in. Say, of each: “Done, still "
        + "good, or no longer needed?” /done c3, /keep c3, /drop c3 We found another way.",
      "A plain line is an action: @Ruth Write the guide by 2026-12-01. The name is who sees to it; "
        + "@Liz, @Tom: … is for both.",
      "Say, of each action: “Who, by when, and how will we see that it is done?” An action without "
        + "a name is a wish.",
      "/decision and /insight take the others; >c12 or c12 tells what it comes from.",
      "Ask the owner, not the room. Say: “Ruth, do you want to?” Silence is not a yes.",
      "Tip: one name each. Others can help; one person answers for it.",
      "Variation: end with a round: “What do I do tomorrow because of today?”",
      "Accessibility: read the list out at the end, with names and dates, and send it afterwards.",
    ])

  struct Settings: Fields {
    @Field("What is kept: open, names too; or anonymous, then owners only where they are typed")
    var privacy = SpokenPrivacy.open
    @Field("Actions of before that are still open go on as well")
    var passOnOpen = true
  }

  enum Kind: String, FieldChoice, Codable {
    case action, decision, insight
  }

  /// What became of an action.
  enum Status: String, Codable {
    case open, kept, done, dropped
  }

  static let actions: [any Action<Commit>.Type] = [
    Agree.self, Decision.self, Insight.self, Owner.self, Due.self, Done.self, Keep.self, Drop.self,
  ]
  static let lineAction: (any Action<Commit>.Type)? = Agree.self

  /// Everything that was written here, and the actions of before that are still open.
  static func give(from room: Room<Commit>) -> [CardID] {
    let open = room.offered.filter { !room.isClosed($0) }
    return (room.settings.passOnOpen ? open : []).map(\.id) + room.written.map(\.id)
  }
}

extension Room<Commit> {
  /// The open actions of before: cards that came in labelled `#action`, and those that were carried
  /// over from an earlier session.
  var offered: [Card] {
    visibleTaken.filter { $0.isTagged("action") } + visible.filter { $0.isCarried }
  }

  /// What was agreed here.
  var written: [Card] { visible.filter { !$0.isCarried } }

  func status(of card: Card) -> Commit.Status {
    card.attributes["status"].flatMap(Commit.Status.init) ?? .open
  }

  func isClosed(_ card: Card) -> Bool { [.done, .dropped].contains(status(of: card)) }

  /// Who sees to it.
  func owners(of card: Card) -> String? {
    let names = card.owners.compactMap { name(of: $0) }
    return names.isEmpty ? nil : names.joined(separator: ", ")
  }

  /// By when.
  func due(of card: Card) -> CivilDate? { card.attributes["due"].flatMap { CivilDate($0) } }

  /// The day on which the last thing happened, to tell what is late.
  var today: CivilDate? { CivilDate(now.description.prefix(10)) }
}

extension Card {
  fileprivate var isCarried: Bool { attributes["carried"] != nil }
}

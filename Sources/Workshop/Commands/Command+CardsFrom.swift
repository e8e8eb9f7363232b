import ExerciseProtocol
import OrderedCollections

extension Desk {
  /// Brings cards of another session into the current activity, in one step: those that are to be
  /// seen there, or of these the ones with a tag, a person, a word, or of one step.
  func bringCards(from typed: String, _ arguments: Arguments) throws(Problem) -> Response {
    let here = try open().session
    guard let current = here.currentActivity else { throw .noActivity(here) }
    guard !current.isBreak else { throw .breakCollectsNothing(current.plan.title) }
    let other = try source(typed)
    var cards = other.board.values.filter { $0.hidden == nil }
    if let step = arguments.text("step") {
      let activity = try other.activity(called: step)
      // Said there; or, where nothing was, what it worked on.
      let own = cards.filter { $0.activity == activity.id }
      cards = own.isEmpty ? cards.filter { activity.holds($0) } : own
    }
    if let wanted = arguments.text("with") { cards = try other.filtered(cards, by: wanted) }
    guard !cards.isEmpty else {
      return Response(View([.text("“\(other.title)” has no such cards.")]))
    }
    let found = cards
    var (present, nameless) = (0, 0)
    let logged = try commit { timeline throws(Problem) in
      guard let activity = timeline.session.agenda[current.id] else {
        throw .noActivity(timeline.session)
      }
      var guests = GuestCards(
        session: timeline.session, activity: activity,
        privacy: self.privacy(ofLinesIn: activity), at: self.now)
      guests.bring(found, of: other)
      (present, nameless) = (guests.present, guests.nameless)
      return guests.events
    }
    return broughtCards(logged, present: present, nameless: nameless, from: other)
  }

  private func source(_ typed: String) throws(Problem) -> Session {
    guard typed.lowercased() == "last" else { return try otherSession(called: typed) }
    guard let latest = latestOfSeries() else {
      throw Problem(
        "No earlier session in \(library.place) belongs to this one's series.",
        hint: "/series and a name says whom this one belongs to; from=\"Day one\" names a session.")
    }
    return latest.session
  }

  private func broughtCards(
    _ logged: [LoggedEvent], present: Int, nameless: Int, from other: Session
  ) -> Response {
    let cards = logged.compactMap { entry in
      if case .cardAdded(let card) = entry.event { card } else { nil }
    }
    let isOne = present == 1
    let known = present == 0 ? "" : "\(present) \(isOne ? "is" : "are") here already."
    guard let first = cards.first, let last = cards.last else {
      return Response(View([.text(known)]), result: ["cards": .array([])])
    }
    let labels = cards.count == 1 ? "\(first.id)" : "\(first.id) to \(last.id)"
    var blocks: [View.Block] = [
      .note(
        "\(cards.count.counted("card", "cards")) from “\(other.title)”: \(labels)"
          + (known.isEmpty ? "" : ". \(known)"), .success)
    ]
    if nameless > 0 {
      blocks.append(
        .note(
          "\(nameless) \(nameless == 1 ? "has" : "have") no name here: who wrote them is not on "
            + "this roster.", .hint))
    }
    return Response(
      View(blocks), result: ["cards": .list(cards), "step": logged.first.map { .integer($0.step) }])
  }
}

/// Cards of another session on their way into an activity.
private struct GuestCards {
  private(set) var events: [Event] = []
  /// How many are here already.
  private(set) var present = 0
  /// How many lose their author, who is not on the roster.
  private(set) var nameless = 0

  private let session: Session
  private let activity: Activity
  /// Nil where a plain line is no text, as in a vote: there the cards come in as those of an
  /// earlier step do.
  private let privacy: Privacy?
  private let at: Timestamp

  init(session: Session, activity: Activity, privacy: Privacy?, at: Timestamp) {
    (self.session, self.activity, self.privacy, self.at) = (session, activity, privacy, at)
  }

  mutating func bring(_ cards: [Card], of other: Session) {
    let here = Dictionary(
      session.board.values.compactMap { card in card.attributes["source"].map { ($0, card.id) } }
    ) { first, _ in first }
    let people = Dictionary(
      session.roster.values.map { ($0.name.lowercased(), $0.id) }
    ) { first, _ in first }
    var labels: [CardID: CardID] = [:]
    var number = session.labels.cards
    for card in cards {
      let source = card.attributes["source"] ?? other.permalink(to: card.id)
      if let known = here[source] {
        labels[card.id] = known
        present += 1
        continue
      }
      number += 1
      let label = CardID("c\(number)")
      labels[card.id] = label
      let name = other.name(of: card.author).map { $0.lowercased() }
      let author = privacy == .anonymous ? nil : name.flatMap { people[$0] }
      if name != nil, author == nil { nameless += 1 }
      let origin = card.attributes["from"] ?? "“\(other.title)”, \(card.id)"
      events.append(
        .cardAdded(
          Card(
            id: label, text: card.text, author: author, parent: card.parent.flatMap { labels[$0] },
            activity: activity.id, at: at, tags: card.tags,
            attributes: card.attributes.filter { Self.kept.contains($0.key) }
              .merging(["source": source, "from": origin]) { $1 })))
    }
    let brought = events.compactMap { if case .cardAdded(let card) = $0 { card.id } else { nil } }
    if privacy == nil, !brought.isEmpty {
      events.append(.started(activity.id, taken: Array(activity.taken) + brought))
    }
  }

  /// What of a card means the same in every session.
  private static let kept: Set<String> = ["cost", "url", "posted"]
}

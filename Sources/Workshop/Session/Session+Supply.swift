import ExerciseProtocol
import OrderedCollections

extension Activity {
  /// A break: the kit's own, and no exercise. Nothing is collected in it.
  package static let breakID = "break"
  package var isBreak: Bool { plan.isBreak }
}

extension Activity.Plan {
  package var isBreak: Bool { exercise == Activity.breakID }
  /// Whether cards pass it by on their way to what comes after it.
  var letsPass: Bool { isBreak || aside }

  /// Whether a title is that of a break or of a round that only opens or closes a meeting: what is
  /// said in one of these is not what the next step works on.
  ///
  /// - Parameter settings: of a round, whose preset tells it too.
  static func isAside(_ title: String, _ settings: JSONValue = .null) -> Bool {
    if case .string(let preset)? = settings["preset"], preset.hasPrefix("check-") { return true }
    let words = title.lowercased().replacing("-", with: " ").split { !$0.isLetter && $0 != "'" }
      .map(String.init).filter { !["min", "mins", "minutes", "h"].contains($0) }
    guard let first = words.first, let last = words.last else { return false }
    let meals: Set = ["coffee", "tea", "lunch", "dinner", "breakfast"]
    if ["break", "lunch", "pause", "recess"].contains(last) {
      // “Where does it break” is a question.
      return words.count <= 2 || !meals.isDisjoint(with: words)
    }
    if words.count == 1, meals.contains(first) { return true }
    let openers = ["checkin", "checkout", "icebreaker", "energiser", "energizer", "warmup"]
    let two = words.prefix(2).joined(separator: " ")
    return openers.contains(first)
      || ["check in", "check out", "ice breaker", "warm up"].contains(two)
  }
}

extension Session {
  /// The activities whose cards come to an activity when the room turns to it now, in order.
  ///
  /// - Parameter isIdle: whether nothing happened in an activity that has cards from elsewhere, so
  ///   that they pass it by.
  func givers(to activity: Activity, isIdle: (Activity) -> Bool) -> [Activity] {
    let before = agenda.values.prefix(index(of: activity.id) ?? 0).filter(\.wasStarted)
    let earlier = before.filter { !$0.plan.letsPass }
    switch activity.plan.takes {
    case .nothing: return []
    case .previous:
      let holders = holders
      return earlier.last { wasDecided($0) || $0.holds(oneOf: holders) && !isIdle($0) }
        .map { [$0] } ?? []
    case .all: return earlier
    // Whoever tagged a card at a check-in wants it there.
    case .tagged: return before
    case .activities(let ids):
      return agenda.values.filter { ids.contains($0.id) && $0.wasStarted && $0.id != activity.id }
    }
  }

  /// The activities whose cards would come to an activity if everything before it were held in the
  /// order of the agenda.
  func sources(of activity: ActivityID, isIdle: (Activity) -> Bool) -> [ActivityID] {
    guard let plan = agenda[activity]?.plan, let place = index(of: activity) else { return [] }
    let before = agenda.values.prefix(place)
    switch plan.takes {
    case .nothing: return []
    case .all: return before.filter { !$0.plan.letsPass }.map(\.id)
    case .tagged: return before.map(\.id)
    case .activities(let ids): return ids.filter { agenda[$0] != nil }
    case .previous:
      let holders = holders
      let passed = agenda.values.lastIndex(where: \.wasStarted) ?? -1
      return before.enumerated().last { index, other in
        if other.plan.letsPass { return false }
        if other.wasStarted {
          return other.id == current || wasDecided(other)
            || other.holds(oneOf: holders) && !isIdle(other)
        }
        return index > passed
      }.map { [$0.element.id] } ?? []
    }
  }

  /// Whether people chose among cards there: then what they chose goes on, or nothing does, though
  /// none of these cards is to be seen any more.
  private func wasDecided(_ activity: Activity) -> Bool {
    !polls(of: activity.id).isEmpty || !activity.taken.isEmpty && !activity.recorded.isEmpty
  }

  /// The activities in which there is a card to be seen.
  private var holders: Holders {
    var holders = Holders()
    for card in board.values where card.hidden == nil {
      holders.cards.insert(card.id)
      holders.activities.insert(card.activity)
    }
    return holders
  }

  /// `2. Ideas`.
  func numbered(_ id: ActivityID) -> String {
    index(of: id).map { "\($0 + 1). \(title(of: id))" } ?? title(of: id)
  }

  /// Those that take their cards from an activity by name.
  func namers(of id: ActivityID) -> [Activity] {
    agenda.values.filter { activity in
      guard case .activities(let ids) = activity.plan.takes else { return false }
      return ids.contains(id)
    }
  }
}

private struct Holders {
  var activities: Set<ActivityID> = []
  var cards: Set<CardID> = []
}

extension Activity {
  fileprivate func holds(oneOf holders: Holders) -> Bool {
    holders.activities.contains(id) || taken.contains { holders.cards.contains($0) }
  }
}

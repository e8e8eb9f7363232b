import ExerciseProtocol
import OrderedCollections

extension Desk {
  /// What a change of the agenda changes for the steps to come: in one or two lines which cards
  /// they take now, and how to have it as before.
  ///
  /// - Parameter touched: the step that was added, moved or changed.
  func supplyNews(since before: Session, touched: ActivityID? = nil) -> [View.Block] {
    guard let session else { return [] }
    let all = session.agenda.values.filter { !$0.wasStarted && !$0.isBreak }
      .compactMap { supplyNews(of: $0, before, session, touched) }
    // What is voted on comes first: there it matters most.
    let news = all.filter(\.isOfVote) + all.filter { !$0.isOfVote }
    guard !news.isEmpty else { return [] }
    let rest = news.count - 2
    let more =
      rest > 0
      ? " \(rest.counted("more step takes", "more steps take")) from elsewhere now." : ""
    let told = news.prefix(2)
    return [.text(told.map(\.line).joined(separator: " ") + more)]
      + (told.compactMap(\.mend).first.map { [.note($0, .hint)] } ?? [])
  }

  private typealias Supply = (line: String, mend: String?, isOfVote: Bool)

  private func supplyNews(
    of activity: Activity, _ before: Session, _ session: Session, _ touched: ActivityID?
  ) -> Supply? {
    guard before.agenda[activity.id] != nil else { return nil }
    let old = before.sources(of: activity.id, isIdle: isIdle)
    let new = session.sources(of: activity.id, isIdle: isIdle)
    let name = session.numbered(activity.id)
    let isOfVote = isVote(activity)
    if let late = late(activity, in: session, before) {
      let line = "\(name) takes from \(session.numbered(late)), which now comes after it."
      return (line, nil, isOfVote)
    }
    if old != new {
      guard !isOnlyMore(activity.plan.takes), !isFirst(activity, in: session) else { return nil }
      let isAsked = before.agenda[activity.id]?.plan.takes != activity.plan.takes
      return (
        changed(name, old, new, session), isAsked ? nil : way(back: activity, to: old, in: session),
        isOfVote
      )
    }
    guard let touched, let source = new.first, new.count == 1, activity.plan.takes == .previous,
      session.stands(touched, between: source, activity.id)
    else { return nil }
    return ("\(name) still takes \(cards(of: source, in: session)).", nil, isOfVote)
  }

  /// Whether nothing was said or done in an activity, and nothing of what came in goes on by
  /// itself: then cards pass it by. A vote that was not held stops them; that is asked about.
  func isIdle(_ activity: Activity) -> Bool {
    guard let session, activity.recorded.isEmpty, session.polls(of: activity.id).isEmpty,
      session.visibleCards(of: activity).own.isEmpty, !isVote(activity),
      !actions(of: activity).contains(where: { $0.privacy == .sealed })
    else { return false }
    return (try? gift(of: activity).cards.isEmpty) ?? false
  }

  /// Nothing can come to the first step; that goes without saying.
  private func isFirst(_ activity: Activity, in session: Session) -> Bool {
    session.index(of: activity.id) == 0 && activity.plan.takes == .previous
  }

  /// That all steps before give is no news with each that is added.
  private func isOnlyMore(_ takes: Activity.Intake) -> Bool {
    switch takes {
    case .all, .tagged: true
    default: false
    }
  }

  private func changed(
    _ name: String, _ old: [ActivityID], _ new: [ActivityID], _ session: Session
  ) -> String {
    let left = old.filter { !new.contains($0) && session.agenda[$0] != nil }
    let before = left.map { cards(of: $0, in: session) }.andList
    let instead = left.isEmpty ? "" : ", no longer \(before)"
    guard !new.isEmpty else { return "\(name) now takes no cards\(instead)." }
    return "\(name) now takes \(new.map { cards(of: $0, in: session) }.andList)\(instead)."
  }

  /// `the 12 cards of 2. Ideas`.
  private func cards(of id: ActivityID, in session: Session) -> String {
    let name = session.numbered(id)
    guard let giver = session.agenda[id], giver.wasStarted,
      let count = try? gift(of: giver).cards.count, count > 0
    else { return "what \(name) gives" }
    return "the \(count.counted("card", "cards")) of \(name)"
  }

  private func way(
    back activity: Activity, to old: [ActivityID], in session: Session
  ) -> String? {
    let there = old.compactMap { id in session.index(of: id).map { $0 + 1 } }
    guard let place = session.index(of: activity.id), !there.isEmpty,
      there.allSatisfy({ $0 <= place })
    else { return nil }
    let named = there.map(String.init).joined(separator: ",")
    return "/agenda change \(place + 1) takes=\(named) has it take from there as before."
  }

  /// A step that it takes from by name and that only now comes after it.
  private func late(_ activity: Activity, in session: Session, _ before: Session) -> ActivityID? {
    guard case .activities(let ids) = activity.plan.takes else { return nil }
    return ids.first { id in
      session.isAfter(id, activity.id) && !before.isAfter(id, activity.id)
    }
  }

  /// What went on to an activity that the room has just turned to, and what did not: nothing where
  /// all of what the step right before it held came along.
  func passage(_ gifts: [Gift], to id: ActivityID) -> [View.Block] {
    guard let session, let place = session.index(of: id), let activity = session.agenda[id] else {
      return []
    }
    var tagged = ""
    if case .tagged(let tag) = activity.plan.takes { tagged = ", those with #\(tag)" }
    let held = gifts.map { gift in
      let cards = session.visibleCards(of: gift.giver)
      return (gift, all: OrderedSet((cards.own + cards.taken).map(\.id)).union(gift.cards))
    }.filter { !$0.all.isEmpty }
    guard !held.isEmpty else { return [] }
    if held.count > 1 || !tagged.isEmpty {
      let all = held.reduce(into: OrderedSet<CardID>()) { $0.formUnion($1.all) }
      let going = held.reduce(into: OrderedSet<CardID>()) { $0.formUnion($1.0.cards) }
      let ending = going.isEmpty ? "" : tagged
      return [
        .text(Self.told(going.count, of: all.count, from: "the steps before") + ending + ".")
      ]
    }
    let (gift, all) = held[0]
    let giver = gift.giver
    let isNext = session.index(of: giver.id) == place - 1
    guard gift.cards.count < all.count || !isNext || isVote(giver) else { return [] }
    let stay = all.subtracting(gift.cards).map(\.rawValue)
    let staying =
      stay.isEmpty || gift.cards.isEmpty
      ? "."
      : "; \(stay.prefix(8).joined(separator: " "))\(stay.count > 8 ? " …" : "") "
        + "\(stay.count == 1 ? "stays" : "stay") there."
    return [
      .text(Self.told(gift.cards.count, of: all.count, from: session.numbered(giver.id)) + staying)
    ]
  }

  private static func told(_ count: Int, of all: Int, from giver: String) -> String {
    let cards = all == 1 ? "card" : "cards"
    return switch count {
    case 0: "None of the \(all) \(cards) of \(giver) goes on"
    case all: all == 1 ? "The card of \(giver) goes on" : "All \(all) cards of \(giver) go on"
    default: "\(count) of \(all) \(cards) of \(giver) \(count == 1 ? "goes" : "go") on"
    }
  }
}

/// What one activity gives to another.
struct Gift {
  var giver: Activity
  var cards: [CardID]
}

extension Session {
  fileprivate func isAfter(_ one: ActivityID, _ other: ActivityID) -> Bool {
    guard let first = index(of: one), let second = index(of: other) else { return false }
    return first > second
  }

  fileprivate func stands(
    _ id: ActivityID, between first: ActivityID, _ second: ActivityID
  ) -> Bool {
    isAfter(id, first) && isAfter(second, id)
  }

  /// Reads what is typed after `takes=`: previous, all, nothing, a #tag; or activities, by number,
  /// title or beginning of a title, with commas between.
  ///
  /// - Parameter place: from 0, where the activity that takes them stands or is to stand.
  func intake(typed: String, at place: Int) throws(Problem) -> Activity.Intake {
    if let intake = Activity.Intake(text: typed) { return intake }
    // A title may have a comma in it.
    if let whole = try? activity(called: typed) {
      return .activities([try source(whole, at: place)])
    }
    var ids: OrderedSet<ActivityID> = []
    let names = typed.replacing(" and ", with: ",").replacing("&", with: ",")
      .split(separator: ",").map { $0.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
      .filter { !$0.isEmpty }
    for name in names {
      guard let found = try? activity(called: name) else { throw .noSuchIntake(name) }
      ids.append(try source(found, at: place))
    }
    guard !ids.isEmpty else { throw .noSuchIntake(typed) }
    return .activities(Array(ids))
  }

  private func source(_ activity: Activity, at place: Int) throws(Problem) -> ActivityID {
    let name = numbered(activity.id)
    if activity.isBreak {
      throw Problem("\(name) is a break and gives no cards.", hint: Self.intakeHint, isUsage: true)
    }
    guard let index = index(of: activity.id), index < place else {
      let isItself = index(of: activity.id) == place
      throw Problem(
        isItself
          ? "\(name) can't take from itself."
          : "\(name) comes after it, and so has no cards to give it.",
        hint: isItself
          ? Self.intakeHint
          : "/agenda move \((index(of: activity.id) ?? 0) + 1) \(place + 1) puts it before; then "
            + "again.", isUsage: true)
    }
    return activity.id
  }

  static let intakeHint =
    "It is previous, all, nothing, a tag such as #idea, or earlier activities: takes=2 or "
    + "takes=\"Ideas\"."
}

extension Problem {
  static func noSuchIntake(_ typed: String) -> Problem {
    Problem(
      "“\(typed)” does not say which cards come in.", hint: Session.intakeHint, isUsage: true)
  }
}

import ExerciseProtocol
import OrderedCollections

/// What a change of where a step takes its cards from does at once, where it was begun already.
struct Arriving {
  var events: [Event] = []
  var news: [View.Block] = []
}

extension Desk {
  /// At the step where the room is, the cards of the new source come in; those that came before
  /// stay, for something may have been done with them. A step that the room has left takes nothing
  /// in by itself, and that is told with the way to it.
  func arriving(with plan: Activity.Plan, in session: Session) throws(Problem) -> Arriving {
    guard let here = session.agenda[plan.id], here.wasStarted, here.plan.takes != plan.takes else {
      return Arriving()
    }
    let place = (session.index(of: plan.id) ?? 0) + 1
    guard session.current == plan.id else {
      return Arriving(news: [
        .text("It was begun before: what it took in then stays."),
        .note("/start \(place) goes there, and takes in what comes now.", .hint),
      ])
    }
    guard session.undecidedPoll(of: plan.id) == nil else {
      return Arriving(news: [
        .text("Its vote is about the cards on its paper: no others come in until it is counted.")
      ])
    }
    var changed = session
    do throws(Inconsistency) {
      try changed.evolve(.replanned(plan), at: now)
    } catch {
      return Arriving()
    }
    let given = try intake(of: plan.id, in: changed).cards
    let new = given.filter { !here.taken.contains($0) && session.board[$0]?.activity != plan.id }
    let stay = Array(here.taken).filter { !given.contains($0) && session.board[$0]?.hidden == nil }
    let staying =
      stay.isEmpty
      ? "" : " \(stay.named) came in before and \(stay.count == 1 ? "stays" : "stay")."
    let hint: [View.Block] =
      stay.isEmpty
      ? [] : [.note("/hide \(stay[0]) and a reason takes a card out of sight.", .hint)]
    guard !new.isEmpty else {
      return Arriving(news: [.text("No other cards come in by that.\(staying)")] + hint)
    }
    let came = "\(new.count.counted("card comes", "cards come")) in: \(new.named)."
    return Arriving(
      events: [.started(plan.id, taken: Array(here.taken) + new)],
      news: [.text(came + staying)] + hint)
  }
}

extension [CardID] {
  /// `c1, c2 and c3`; of many the first few.
  fileprivate var named: String {
    count > 8
      ? prefix(8).map(\.rawValue).joined(separator: ", ") + " and \(count - 8) more"
      : map(\.rawValue).andList
  }
}

extension Problem {
  static func breakLetsPass(_ title: String) -> Problem {
    Problem(
      "“\(title)” is a break: it takes no cards, and they always pass it by.",
      hint: "minutes= says how long it is.", isUsage: true)
  }
}

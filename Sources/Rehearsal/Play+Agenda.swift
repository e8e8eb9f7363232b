import ExerciseProtocol
import OrderedCollections
import Workshop

extension Play {
  /// From an empty room to the report.
  mutating func run(_ template: Template) throws(Problem) {
    let begun = command("/new Rehearsal template=\(template.name) title=\(quoted(template.title))")
    if case .refused(let problem) = begun { throw problem }
    welcome()
    for index in session.agenda.values.indices {
      guard turn(to: index) else { break }
      play(index)
      if index + 1 == session.agenda.count { recordOutcomes() }
    }
    if !session.agenda.isEmpty, record.failures.allSatisfy({ $0.step > 0 }) { _ = goOn() }
    record.activities = session.agenda.values.enumerated().map { timing(of: $1, at: $0) }
    record.report = try desk.reportView()
  }

  /// Everybody comes onto the roster, those of one organisation in one line.
  private mutating func welcome() {
    for voice in Guest.Voice.allCases {
      let names = guests.filter { $0.voice == voice }.map(\.name)
      guard !names.isEmpty else { continue }
      command(
        "/people add \(names.joined(separator: ", ")) organisation=\(quoted(voice.organisation))")
    }
  }

  /// The next step of the agenda; false where it can't be begun.
  private mutating func turn(to index: Int) -> Bool {
    let outcome = index == 0 ? command("/start") : goOn()
    if case .refused(let problem) = outcome {
      fail(index, problem)
      return false
    }
    // A room goes on without a plugin's answer; a rehearsal is there to find that out before.
    if case .array(let unanswered)? = outcome.response?.result?["unanswered"],
      case .string(let words)? = unanswered.first
    {
      fail(index, Problem(words))
    }
    guard index > 0, isUnfed(index) else { return true }
    return feed(index)
  }

  /// Whether cards should have come in and none did.
  private func isUnfed(_ index: Int) -> Bool {
    let activity = session.agenda.values[index]
    guard !activity.isBreak else { return false }
    return activity.plan.takes != .nothing && activity.taken.isEmpty
      && session.agenda.values.prefix(index).contains { cards(of: $0.id) > 0 }
  }

  /// What a facilitator does then: goes back for them, or labels those that are there.
  private mutating func feed(_ index: Int) -> Bool {
    let activity = session.agenda.values[index]
    if case .tagged(let tag) = activity.plan.takes {
      let cards = session.board.values.filter { $0.hidden == nil }.suffix(6)
      command("/tag \(cards.map(\.id.rawValue).joined(separator: " ")) \(tag)")
      command("/back")
    } else {
      command("/back")
      goOn(index - 1)
    }
    return goOn().response != nil
  }

  func cards(of activity: ActivityID) -> Int {
    session.board.values.count { $0.activity == activity && $0.hidden == nil }
  }

  mutating func fail(_ index: Int, _ problem: Problem) {
    record.failures.append(
      RehearsalRecord.Failure(
        step: index + 1, title: session.agenda.values[index].plan.title,
        message: problem.message, hint: problem.hint))
  }

  private func timing(of activity: Activity, at index: Int) -> RehearsalRecord.Timing {
    let known = heard[activity.id]
    return RehearsalRecord.Timing(
      title: activity.plan.title, planned: activity.plannedSeconds,
      used: activity.timer.elapsed(at: clock.now),
      heard: known?.isTogether == true ? nil : known?.guests.count ?? 0,
      cards: cards(of: activity.id), ballots: known?.ballots ?? 0)
  }

  /// What the room decides in the end, where the template asks for it or was long enough to come to
  /// something.
  private mutating func recordOutcomes() {
    let plans = session.agenda.values.map(\.plan)
    let isAsked = plans.contains { $0.guide.contains { $0.text.contains("/outcome") } }
    guard session.outcomes.isEmpty, isAsked || plans.count > 3 else { return }
    let last = plans.last?.id
    let cards = session.board.values.filter { $0.hidden == nil }
    guard let card = cards.last(where: { $0.activity == last }) ?? cards.last else { return }
    command("/outcome decision \(card.id)")
    let guest = guests.randomElement(using: &chance)
    let action = Sentence.draw(
      .action, by: guest?.voice ?? .carer, about: Topic(of: card.text), using: &chance)
    let due = clock.today.map { CivilDate(daysSinceEpoch: $0.daysSinceEpoch + 42).description }
    command(
      "/outcome action \(card.id) \(action)" + (guest.map { " owner=\(quoted($0.name))" } ?? "")
        + (due.map { " due=\($0)" } ?? ""))
    command(
      "/outcome insight \(Sentence.draw(.insight, by: .planner, using: &chance))")
  }

  private func quoted(_ text: String) -> String { "\"\(text.replacing("\"", with: "'"))\"" }
}

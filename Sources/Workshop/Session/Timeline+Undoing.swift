import ExerciseProtocol
import OrderedCollections

/// Which steps a line means, and which go with them.
extension Timeline {
  /// The step that is named by its number or by the card that it made; the last one where none is.
  func stepToUndo(_ arguments: Arguments) throws(Problem) -> Int {
    if let card = arguments.text("step") {
      let gone = Set(undone)
      let makers = steps(making: CardID(card))
      guard let step = makers.last(where: { !gone.contains($0) }) ?? makers.last else {
        throw .unknownCard(CardID(card), last: session.board.keys.last)
      }
      return step
    }
    guard let step = arguments.integer("step") ?? lastUndoableStep else { throw .nothingToUndo }
    return step
  }

  /// The step that is named; where none is, all that were undone together last, the earliest first.
  func stepsToRedo(_ arguments: Arguments) throws(Problem) -> [Int] {
    if let card = arguments.text("step") {
      let makers = steps(making: CardID(card))
      guard let step = makers.last(where: undone.contains) ?? makers.last else {
        throw .unknownCard(CardID(card), last: session.board.keys.last)
      }
      return together(with: step)
    }
    if let step = arguments.integer("step") { return [step] }
    return undone.last.map(together) ?? []
  }

  private func steps(making card: CardID) -> [Int] {
    events.filter { if case .cardAdded(let added) = $0.event { added.id == card } else { false } }
      .map(\.step)
  }

  /// The steps that were undone in one step with this one and are still undone, the earliest first.
  private func together(with step: Int) -> [Int] {
    guard let last = events.last(where: { $0.event == .undone(step: step) }) else { return [step] }
    return events(ofStep: last.step).compactMap { entry in
      if case .undone(let other) = entry.event, undone.contains(other) { other } else { nil }
    }.sorted()
  }

  /// The step and all later ones that build on it, in order.
  ///
  /// - Throws: where one of them is of a vote, which nothing takes back.
  func steps(goingWith step: Int) throws(Problem) -> [Int] {
    var steps = [step]
    while true {
      do throws(TimelineConflict) {
        _ = try session(without: Set(undone + steps))
        return steps.sorted()
      } catch {
        guard !isOfVote(error.step), !steps.contains(error.step) else {
          throw .builtUpon(step, by: error.step, described(error.step), isVote: true)
        }
        steps.append(error.step)
      }
    }
  }
}

/// What would go with a step that others build on.
struct UndoOffer {
  private let step: Int
  private let others: [(step: Int, what: String)]

  init(step: Int, all: [Int], _ timeline: Timeline) {
    self.step = step
    others = all.filter { $0 != step }.map { ($0, timeline.loggedLine($0)) }
  }

  private var list: String {
    let told = others.prefix(5).map { "step \($0.step) (\($0.what))" }
    let more = others.count > told.count ? ["\(others.count - told.count) more"] : []
    return (told + more).andList
  }

  /// Where nobody can be asked.
  var problem: Problem {
    Problem(
      "Step \(step) can't be undone: \(list) \(others.count == 1 ? "builds" : "build") on it.",
      hint: "/undo \(step) all=yes takes all \(others.count + 1) back together; /redo brings them "
        + "back together.")
  }

  /// The question whether the others go as well.
  func form(_ invocation: Invocation) -> Form {
    var invocation = invocation
    invocation.arguments["step"] = .integer(step)
    let what = others.count == 1 ? "that" : "those"
    return Form(
      invocation: invocation,
      missing: [
        Parameter(
          "all", .field(.flag),
          "On step \(step) \(others.count == 1 ? "builds" : "build") \(list). Take \(what) back "
            + "too?", isRequired: true)
      ])
  }
}

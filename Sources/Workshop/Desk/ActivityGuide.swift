package import ExerciseProtocol

/// What the facilitator does and says in an activity: the agenda's own guide, and what the exercise
/// itself advises. For the facilitator alone: no view for the room has it.
package struct ActivityGuide: Sendable {
  package var title: String
  package var focus: String?
  package var gives: String?
  /// The agenda's own.
  package var own: [Guidance]
  /// The exercise's name and advice.
  package var exercise: String
  package var advice: [Guidance]

  package init(_ plan: Activity.Plan, _ exercise: ExerciseDescription?) {
    title = plan.title
    focus = plan.focus
    gives = plan.gives
    own = plan.guide
    self.exercise = exercise?.name ?? plan.exercise
    advice = (exercise?.guidance ?? []).map { Guidance(line: $0) }
  }

  /// The steps to follow: the agenda's own, else the exercise's.
  private var steps: [Guidance] {
    let own = own.filter(\.isStep)
    return own.isEmpty ? advice.filter(\.isStep) : own
  }

  // MARK: When the room turns to it

  /// Rows of a terminal of 80 columns that a guide may take when the room turns to an activity: so
  /// that it, the end of the view above it and the prompt share one small screen.
  private static let rows = 14

  /// The shortest that serves: what to say now, then what to do; and whether that is not all.
  package var brief: (blocks: [View.Block], isAll: Bool) {
    var blocks: [View.Block] = []
    var left = Self.rows
    var rest = steps
    if let index = rest.firstIndex(where: { $0.kind == .say }) {
      let words = rest.remove(at: index)
      blocks += [.heading(GuideWording.sayNow, level: 3), .text(words.quoted)]
      left -= 2 + words.quoted.rows
    }
    let outcome = left > 4 ? gives.map { GuideWording.gives($0) } : nil
    left -= outcome.map { $0.rows + 1 } ?? 0
    var shown: [String] = []
    for line in rest.map(\.line) {
      left -= line.rows
      // Something is always there, however long it is.
      guard left > 1 || shown.isEmpty && blocks.isEmpty else { break }
      shown.append(line)
    }
    if !shown.isEmpty {
      blocks += [.heading(GuideWording.toDo, level: 3), .list(shown, ordered: false)]
    }
    if let outcome { blocks.append(.text(outcome)) }
    let isAll =
      shown.count == rest.count && outcome == gives.map(GuideWording.gives)
      && (own + advice).allSatisfy(\.isStep) && (own.isEmpty || advice.isEmpty)
    return (blocks, isAll)
  }

  // MARK: All of it

  /// The whole guide.
  package var view: View {
    var blocks: [View.Block] = [.heading(GuideWording.title(title), level: 1)]
    if let focus { blocks.append(.text(focus)) }
    if !steps.isEmpty {
      blocks += [
        .heading(GuideWording.steps, level: 2), .list(steps.map(\.line), ordered: true),
      ]
    }
    if let gives { blocks.append(.text(GuideWording.gives(gives))) }
    let hasOwnSteps = own.contains(where: \.isStep)
    let others = (own + (hasOwnSteps ? [] : advice)).filter { !$0.isStep }
    if !others.isEmpty {
      blocks += [
        .heading(GuideWording.besides, level: 2), .list(others.map(\.line), ordered: false),
      ]
    }
    if hasOwnSteps, !advice.isEmpty {
      blocks += [
        .heading(GuideWording.exercise(exercise), level: 2),
        .list(advice.map(\.line), ordered: false),
      ]
    }
    return View(blocks)
  }

  /// For programs.
  package var json: JSONValue {
    [
      "guide": .array(own.map(\.json)), "gives": gives.map(JSONValue.string),
      "exercise": .array(advice.map(\.json)),
    ]
  }
}

extension String {
  /// About how many rows it takes in a list, on a terminal of 80 columns.
  fileprivate var rows: Int {
    split(whereSeparator: \.isNewline).reduce(0) { $0 + 1 + $1.count / 76 }
  }
}

/// The words around a guide.
enum GuideWording {
  static let sayNow = "Say now"
  static let toDo = "What to do"
  static let steps = "What to say and do"
  static let besides = "Good to know"
  static let more = "/guide shows all there is to say and do."

  static func title(_ activity: String) -> String { "Guide to “\(activity)”" }
  static func gives(_ text: String) -> String { "What comes out: \(text)" }
  static func exercise(_ name: String) -> String { "What “\(name)” can do" }
}

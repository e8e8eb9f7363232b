import ExerciseProtocol
import OrderedCollections
import Workshop

/// An activity while it is played: what can be done in it, and what was tried.
struct Scene {
  let activity: ActivityID
  let actions: [ActionDescription]
  /// What a plain line is, where it is not sealed.
  let line: ActionDescription?
  /// What is to be done under these settings, the agenda's own words first.
  let guidance: [String]
  /// The same under any settings.
  let allGuidance: [String]
  /// What the agenda, not the exercise, says to do.
  let prompts: [String]
  /// Tags that a later activity takes its cards by, and that people are asked to give here.
  let tags: [String]
  /// In seconds, as planned, or what is usual where nothing was.
  let timebox: Double
  let begun: Double

  /// What is done here instead of the plain line, because the screen asked for it.
  var instead: ActionDescription?
  /// How lines have to look, as far as that was learned.
  var forms: [LineForm] = []
  /// The same by what the screen asked then, for when it asks that again.
  private var learned: [[String]: [LineForm]] = [:]
  /// What the screen asks now.
  private var asked: [String] = []
  /// Cards that somebody placed, sorted or took up.
  var taken: Set<CardID> = []
  /// What the facilitator did because the screen spoke of it, and how often.
  var followed: [String: Int] = [:]
  /// What kind of thing is asked for now, as far as the screen tells.
  var kind: Sentence.Kind?
  var accepted = 0

  init(_ play: Play, _ index: Int) {
    let session = play.session
    let activity = session.agenda.values[index]
    let exercise = play.desk.exercises.exercises
      .first { $0.description.id == activity.plan.exercise }?.description
    let settings = exercise?.completed(activity.plan.settings) ?? activity.plan.settings
    self.activity = activity.id
    actions = exercise?.actions(under: activity.plan.settings) ?? []
    line = actions.first { $0.name == exercise?.lineAction && $0.privacy != .sealed }
    allGuidance = activity.plan.guide.map(\.text) + (exercise?.guidance ?? [])
    guidance = allGuidance.compactMap { Self.holding($0, under: settings) }
    prompts =
      [activity.plan.focus, activity.plan.title].compactMap(\.self)
      + activity.plan.guide.map(\.text)
    let asked = activity.plan.guide.map(\.text) + [settings.text()]
    tags = session.agenda.values.suffix(from: index + 1).compactMap { later in
      guard case .tagged(let tag) = later.plan.takes,
        asked.contains(where: { $0.contains("#\(tag)") || $0.contains("\"\(tag)\"") })
      else { return nil }
      return tag
    }
    timebox = activity.plannedSeconds ?? 600
    begun = activity.timer.elapsed(at: play.clock.now)
    forms = line.flatMap { LineForm(examplesOf: $0) }.map { [$0] } ?? []
  }

  /// A stage begins: what was learned of the last one holds no longer.
  mutating func begin() {
    forms = line.flatMap { LineForm(examplesOf: $0) }.map { [$0] } ?? []
    instead = nil
  }

  /// What the screen asks is read: of what kind it is, and whether it was asked before.
  mutating func read(_ screen: Screen) {
    asked = screen.prompts
    kind = Sentence.kind(of: asked + prompts)
    if let known = learned[asked] { forms = known }
    if screen.choices > 0 { forms = LineForm.choices(screen.choices) }
  }

  /// How lines have to look, as a refusal's hint shows it; cards that it names are not to be had.
  mutating func learn(_ problem: Problem) {
    let shown = LineForm.all(in: problem.hint ?? "")
    if !shown.isEmpty {
      forms = shown
      learned[asked] = shown
    }
    let words = problem.message.split { !$0.isLetter && !$0.isNumber }
    taken.formUnion(words.map { CardID(String($0)) })
  }

  /// Whether there is anything for people to do.
  var asksAnybody: Bool {
    line != nil || sealed != nil || actions.contains { $0.kind == .contribute }
  }

  var sealed: ActionDescription? { actions.first { $0.privacy == .sealed } }

  func action(_ name: String) -> ActionDescription? { actions.first { $0.name == name } }

  /// The guidance, where it holds under these settings: “mode=rounds: /round draws the order” is of
  /// no concern in another mode.
  private static func holding(_ text: String, under settings: JSONValue) -> String? {
    guard let colon = text.firstIndex(of: ":") else { return text }
    let sides = text[..<colon].split(separator: "=", omittingEmptySubsequences: false)
    guard sides.count == 2, let value = settings[String(sides[0])] else { return text }
    return value == .string(String(sides[1]))
      ? text[text.index(after: colon)...].trimmingBlanks : nil
  }

  /// Whether the guidance tells the facilitator to use this action: a line begins with it.
  func isAdvised(_ action: ActionDescription) -> Bool {
    guidance.contains { line in
      Suggestion.all(in: line).first.map { $0.name == action.name && line.hasPrefix("/") } ?? false
    }
  }
}

extension Substring {
  var trimmingBlanks: String {
    var text = drop { $0 == " " }
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}

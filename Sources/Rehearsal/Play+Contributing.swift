import ExerciseProtocol
import OrderedCollections
import Workshop

extension Play {
  /// People say what they have to say, one after the other, until the stage's share of the time is
  /// used up, or nobody can go on.
  ///
  /// - Parameter stages: how many stages there will be; nil where nobody knows.
  mutating func contribute(in scene: inout Scene, _ stage: Int, of stages: Int?) {
    scene.kind = Sentence.kind(of: screen(scene.activity).prompts + scene.prompts)
    let isPaced = stages != 1
    let share = left(scene) * 0.92 / Double(max(1, (stages ?? 1) - stage))
    let end = left(scene) - share
    let most = perPerson(scene, isPaced: isPaced)
    var (failed, accepted) = (0, 0)
    var line = Line(guests.shuffled(using: &chance), rounds: most)
    while failed < 3, let guest = next(&line, scene) {
      let isFirst = heard[scene.activity]?.guests.contains(guest) != true
      let isEnough = accepted >= min(guests.count, 3)
      // Who was not heard yet is, also when time is up, but not for ever.
      let isOver = left(scene) <= (stage == 0 && isFirst ? -scene.timebox / 2 : end)
      if isOver, isEnough { break }
      guard contribute(as: guest, in: &scene) else {
        failed += 1
        continue
      }
      (failed, accepted) = (0, accepted + 1)
      scene.accepted += 1
      heard[scene.activity, default: Heard()].guests.insert(guest)
      handOn(from: guest, in: &scene, &line)
    }
  }

  /// How often anybody speaks in a stage, at most.
  private func perPerson(_ scene: Scene, isPaced: Bool) -> Int {
    let action = scene.instead ?? scene.line
    // A vote is given once.
    if action?.attribution == .required { return 1 }
    if scene.forms.contains(where: { $0.parts.contains(.cards) }) { return 200 }
    if isPaced { return guests.count == 1 ? 3 : guests.count < 4 ? 2 : 1 }
    return 6
  }

  /// Who is next: whose turn the screen says it is, else who is next in line.
  private mutating func next(_ line: inout Line, _ scene: Scene) -> Guest? {
    guard scene.actions.contains(where: { $0.kind == .handOn || $0.kind == .skip }) else {
      return line.next()
    }
    let speaker = screen(scene.activity).speaker(among: guests)
    if let speaker {
      line.hasTurns = true
      return speaker
    }
    return line.hasTurns ? nil : line.next()
  }

  /// Where the turn stays with whoever has spoken, it is handed on.
  private mutating func handOn(from guest: Guest, in scene: inout Scene, _ line: inout Line) {
    guard line.hasTurns, screen(scene.activity).speaker(among: guests) == guest else { return }
    let action =
      scene.actions.first { $0.kind == .handOn } ?? scene.actions.first { $0.kind == .skip }
    guard let action else { return }
    command("/\(action.name)")
  }

  /// One contribution; tried otherwise where it is refused, as the hint says.
  private mutating func contribute(as guest: Guest, in scene: inout Scene) -> Bool {
    for attempt in 0..<4 {
      guard let typed = line(of: guest, in: scene, attempt) else { return false }
      let outcome = type(typed, taking: Pace.contribution(typed, using: &chance))
      switch outcome {
      case .changed:
        scene.taken.formUnion(labels(in: typed, scene))
        return true
      case .unchanged: return false
      case .refused(let problem): learn(from: problem, in: &scene)
      }
    }
    return false
  }

  /// What a refusal teaches: how a line has to look, or what has to be done before.
  private mutating func learn(from problem: Problem, in scene: inout Scene) {
    guard let hint = problem.hint else { return }
    let forms = LineForm.all(in: hint)
    if !forms.isEmpty { scene.forms = forms }
    follow(Suggestion.all(in: hint), in: &scene)
  }

  private mutating func line(of guest: Guest, in scene: Scene, _ attempt: Int) -> String? {
    guard let action = scene.instead ?? scene.line else { return nil }
    var writer = writer(for: guest.voice, scene)
    writer.isModest = attempt > 1
    let isLine = scene.instead == nil
    var words: [String]
    if isLine, let form = form(scene) {
      guard let line = writer.line(form, using: &chance) else { return nil }
      words = [line]
    } else {
      guard let given = writer.words(for: action, isLine: isLine, using: &chance) else { return nil }
      words = given
    }
    if isLine, let tag = scene.tags.randomElement(using: &chance), action.takesTags,
      scene.accepted == 0 || Int.random(in: 0..<3, using: &chance) == 0
    {
      words.append("#\(tag)")
    }
    if action.attribution != .none, action.privacy == .open { words.insert("@\(guest.name)", at: 0) }
    if !isLine { words.insert("/\(action.name)", at: 0) }
    return words.joined(separator: " ")
  }

  /// The first of several forms more often than the others: people agree more than they object.
  private mutating func form(_ scene: Scene) -> LineForm? {
    let isFirst = Int.random(in: 0..<10, using: &chance) < 8
    let isChoice = scene.forms.allSatisfy { $0.parts.count == 1 }
    return isFirst && !isChoice ? scene.forms.first : scene.forms.randomElement(using: &chance)
  }

  /// The cards that a line places or sorts.
  private func labels(in line: String, _ scene: Scene) -> Set<CardID> {
    guard !scene.forms.isEmpty else { return [] }
    return Set(line.split(separator: " ").map { CardID(String($0)) })
  }
}

/// Who is next where nobody calls them: round and round.
struct Line {
  private let guests: [Guest]
  private let rounds: Int
  private var place = 0
  /// Whether the screen calls people, and the line is not asked.
  var hasTurns = false

  init(_ guests: [Guest], rounds: Int) { (self.guests, self.rounds) = (guests, rounds) }

  mutating func next() -> Guest? {
    guard !guests.isEmpty, place < guests.count * rounds else { return nil }
    defer { place += 1 }
    return guests[place % guests.count]
  }
}

/// Who took part in an activity.
struct Heard {
  var guests: Set<Guest> = []
  var ballots = 0
}

extension ActionDescription {
  /// Whether a text of its may end in tags.
  fileprivate var takesTags: Bool {
    fields.contains { $0.type == .text }
  }
}

import ExerciseProtocol
import OrderedCollections
import Workshop

/// A part of an activity: a round, a phase, a place of a canvas.
struct Stage {
  /// From 0.
  var number: Int
  /// How many there will be; nil where nobody knows.
  var count: Int?
  var isPlace = false

  var isLast: Bool { number + 1 == count }
  var isOnly: Bool { count == 1 }

  /// How much of what is left of the time is for this one. A little is kept for the end.
  func share(of left: Double) -> Double {
    left * 0.92 / Double(count.map { max(1, $0 - number) } ?? 3)
  }
}

extension Play {
  /// People say what they have to say, one after the other, until the stage's share of the time is
  /// used up, or nobody can go on.
  mutating func contribute(in scene: inout Scene, _ stage: Stage) {
    scene.read(screen(scene.activity))
    let share = stage.share(of: left(scene))
    let end = left(scene) - share
    // Whoever the screen waits for is waited for, but not for ever.
    let latest = max(
      -scene.timebox / 2, stage.isOnly || stage.count == nil ? -.infinity : end - share)
    var (failed, accepted) = (0, 0)
    var line = Line(order(scene), rounds: perPerson(scene, stage))
    while failed < 3, let guest = next(&line, scene) {
      if left(scene) <= end, accepted >= min(guests.count, 3) {
        let canWait = !stage.isPlace || stage.isLast
        guard canWait, left(scene) > latest, screen(scene.activity).isWaiting else { break }
      }
      if passes(line, in: scene) { continue }
      guard contribute(as: guest, in: &scene) else {
        failed += 1
        continue
      }
      (failed, accepted) = (0, accepted + 1)
      scene.accepted += 1
      heard[scene.activity, default: Heard()].guests.insert(guest)
      heard[scene.activity]?.isTogether =
        (scene.instead ?? scene.line)?.attribution == Attribution.none
      handOn(from: guest, in: scene, line)
    }
  }

  /// By chance, but those first who were not heard yet.
  private mutating func order(_ scene: Scene) -> [Guest] {
    let known = heard[scene.activity]?.guests ?? []
    let order = guests.shuffled(using: &chance)
    return order.filter { !known.contains($0) } + order.filter(known.contains)
  }

  /// Now and then somebody lets their turn pass.
  private mutating func passes(_ line: Line, in scene: Scene) -> Bool {
    guard line.hasTurns, Int.random(in: 0..<15, using: &chance) == 0,
      scene.actions.contains(where: { $0.kind == .handOn }),
      let skip = scene.actions.first(where: { $0.kind == .skip })
    else { return false }
    return command("/\(skip.name)").isChange
  }

  /// How often anybody speaks in a stage, at most.
  private func perPerson(_ scene: Scene, _ stage: Stage) -> Int {
    let action = scene.instead ?? scene.line
    // A vote is given once.
    if action?.attribution == .required { return 1 }
    if scene.forms.contains(where: { $0.parts.contains(.cards) }) { return 200 }
    if stage.isOnly { return 6 }
    if scene.forms.count > 1 { return 1 }
    return guests.count == 1 ? 3 : guests.count < 4 ? 2 : 1
  }

  /// Who is next: whose turn the screen says it is, else who is next in line.
  private mutating func next(_ line: inout Line, _ scene: Scene) -> Guest? {
    guard scene.actions.contains(where: { $0.kind == .handOn || $0.kind == .skip }) else {
      return line.next()
    }
    if let speaker = screen(scene.activity).speaker(among: guests) { return line.call(speaker) }
    return line.hasTurns ? nil : line.next()
  }

  /// Where the turn stays with whoever has spoken, it is handed on.
  private mutating func handOn(from guest: Guest, in scene: Scene, _ line: Line) {
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
      let last = session.labels.cards
      switch type(typed, taking: Pace.contribution(typed, using: &chance)) {
      case .changed:
        let new = session.board.values.suffix(session.labels.cards - last)
        said.formUnion(new.map(\.text))
        note(typed, new.map(\.id), in: &scene)
        return true
      case .unchanged: return false
      case .refused(let problem): learn(from: problem, in: &scene)
      }
    }
    return false
  }

  /// What a refusal teaches: how a line has to look, or what has to be done before.
  private mutating func learn(from problem: Problem, in scene: inout Scene) {
    scene.learn(problem)
    follow(Suggestion.all(in: problem.hint ?? ""), in: &scene)
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
      guard let given = writer.words(for: action, isLine: isLine, using: &chance) else {
        return nil
      }
      words = given + tag(scene, action)
    }
    if action.attribution != .none, action.privacy == .open {
      words.insert("@\(guest.name)", at: 0)
    }
    if !isLine { words.insert("/\(action.name)", at: 0) }
    return words.joined(separator: " ")
  }

  /// A tag that a later activity takes its cards by, at the end of every third line and of the
  /// first.
  private mutating func tag(_ scene: Scene, _ action: ActionDescription) -> [String] {
    guard action.fields.contains(where: { $0.type == .text }),
      let tag = scene.tags.randomElement(using: &chance),
      scene.accepted == 0 || Int.random(in: 0..<3, using: &chance) == 0
    else { return [] }
    return ["#\(tag)"]
  }

  /// The first of several forms more often than the others: people agree more than they object.
  private mutating func form(_ scene: Scene) -> LineForm? {
    let isFirst = Int.random(in: 0..<10, using: &chance) < 8
    let isChoice = scene.forms.allSatisfy { $0.parts.count == 1 }
    return isFirst && !isChoice ? scene.forms.first : scene.forms.randomElement(using: &chance)
  }

  /// Cards that a line has placed or sorted, and those that stand for them now, are done with.
  private func note(_ line: String, _ new: [CardID], in scene: inout Scene) {
    guard scene.forms.contains(where: { $0.parts.contains(.cards) }) else { return }
    scene.taken.formUnion(line.split(separator: " ").map { CardID(String($0)) } + new)
  }
}

/// Who is next where nobody calls them: round and round.
struct Line {
  private let guests: [Guest]
  private let rounds: Int
  private var place = 0
  private var called = 0

  /// Whether the screen calls people, and the line is not asked.
  var hasTurns: Bool { called > 0 }

  init(_ guests: [Guest], rounds: Int) { (self.guests, self.rounds) = (guests, rounds) }

  /// Somebody whom the screen calls. Whoever is skipped comes back; a screen that calls the same
  /// people for ever is not followed for ever.
  mutating func call(_ guest: Guest) -> Guest? {
    called += 1
    return called <= guests.count * 3 + 3 ? guest : nil
  }

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
  /// Whether what was done is nobody's.
  var isTogether = false
}

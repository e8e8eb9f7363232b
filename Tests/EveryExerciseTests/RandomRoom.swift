import ExerciseKit
import OrderedCollections
import Workshop
import WorkshopTesting

/// What a room and its facilitator may type in an activity, by a seed: the examples of the
/// exercise's actions with other cards, people and numbers, plain lines of every kind, commands of
/// the house, and mistakes. Many lines are refused; that is part of it.
struct RandomRoom {
  private var random: Chance
  private let exercise: ExerciseDescription
  /// Whether nothing comes in: rooms of seed 0.
  private let isEmpty: Bool

  init(_ exercise: ExerciseDescription, seed: Int) {
    self.exercise = exercise
    isEmpty = seed == 0
    random = Chance(seed: seed)
  }

  /// The lines with which every room begins: cards that come in, people, and settings at random.
  mutating func beginning() -> [String] {
    var lines = ["/new Room", "/agenda add discussion Before", "/agenda add \(exercise.id) Here"]
    lines += ["/agenda add discussion After takes=all"]
    lines += ["/people add Ruth Hyde, Roger White, Siân Parry, 花子", "/start"]
    let count = isEmpty ? 0 : Int.random(in: 4...Self.texts.count, using: &random)
    lines += Self.texts.prefix(count).map {
      "@Ruth Hyde \\\($0)"
    }
    return lines + [settings(), "/next"].compactMap(\.self)
  }

  /// Some settings, of those that can be typed; never the booth, which takes no lines.
  private mutating func settings() -> String? {
    var given: [String] = []
    for field in exercise.settings where Int.random(in: 0..<2, using: &random) == 0 {
      switch field.type {
      case .choice(let names):
        if let name = names.filter({ $0 != "sealed" }).randomElement(using: &random) {
          given.append("\(field.name)=\(name)")
        }
      case .integer(let range):
        let most = min(range.upperBound, range.lowerBound + 6)
        given.append("\(field.name)=\(Int.random(in: range.lowerBound...most, using: &random))")
      case .flag: given.append("\(field.name)=\(Bool.random(using: &random) ? "yes" : "no")")
      default: break
      }
    }
    // Open, so that lines are taken; where an exercise is sealed unless told otherwise.
    if exercise.settings.contains(where: { $0.name == "privacy" }),
      !given.contains(where: { $0.hasPrefix("privacy=") })
    {
      given.append("privacy=open")
    }
    return given.isEmpty ? nil : "/agenda change 2 set=\"\(given.joined(separator: ","))\""
  }

  mutating func line(in session: Session) -> String {
    switch Int.random(in: 0..<20, using: &random) {
    case 0..<8: example(in: session, isPlain: true)
    case 8..<15: example(in: session, isPlain: false)
    case 15: plain(in: session)
    case 16: action(in: session)
    default: command(in: session)
    }
  }

  // MARK: Kinds of lines

  private mutating func example(in session: Session, isPlain: Bool) -> String {
    let actions = exercise.actions.filter {
      !isPlain || $0.name == exercise.lineAction ?? $0.name
    }
    guard let example = actions.flatMap(\.examples).randomElement(using: &random) else { return "" }
    let words = example.split(separator: " ")
    let line = isPlain && exercise.lineAction != nil ? words.dropFirst().map(String.init) : []
    let typed = line.isEmpty ? ["/" + words[0]] + words.dropFirst().map(String.init) : line
    return attributed(typed.map { changed($0, in: session) }.joined(separator: " "), in: session)
  }

  /// Another card, person or number in its place; often as it stands.
  private mutating func changed(_ word: String, in session: Session) -> String {
    var word = word
    if word.contains("@") { return word.replacing("@Ruth", with: "@" + person(in: session)) }
    if word == "Ruth" { return person(in: session) }
    word = word.replacing(/c\d+/) { _ in card(in: session) }
    if word.allSatisfy(\.isNumber), let number = Int(word) {
      return "\(Int.random(in: max(0, number - 3)...number + 3, using: &random))"
    }
    return word.replacing(/=\d/) { _ in "=\(Int.random(in: 0...6, using: &random))" }
  }

  private mutating func attributed(_ line: String, in session: Session) -> String {
    guard !line.hasPrefix("@"), !line.hasPrefix("/"), Bool.random(using: &random) else {
      return line
    }
    return "@\(person(in: session)) \(line)"
  }

  private mutating func plain(in session: Session) -> String {
    let text = Self.texts.randomElement(using: &random) ?? ""
    let start = ["", "", ">\(card(in: session)) ", "\\"].randomElement(using: &random) ?? ""
    return attributed(start + text, in: session)
  }

  /// An action with whatever words.
  private mutating func action(in session: Session) -> String {
    let action = exercise.actions.randomElement(using: &random)?.name ?? ""
    let words = (0..<Int.random(in: 0...3, using: &random)).map { _ in
      [card(in: session), "\(Int.random(in: 0...9, using: &random))", "#tag", "x", "日本語", "c1-c9"]
        .randomElement(using: &random) ?? ""
    }
    return "/\(action) \(words.joined(separator: " "))"
  }

  private mutating func command(in session: Session) -> String {
    let card = card(in: session)
    return [
      "/people add Newcomer \(Int.random(in: 1...30, using: &random))",
      "/people remove \(person(in: session))", "/tag \(card) young -old",
      "/edit \(card) Other words",
      "/undo", "/undo \(Int.random(in: 1...80, using: &random))", "/redo", "/back", "/next",
      "/goto 2", "/goto 2", settings() ?? "/goto 2", "/carry",
    ].randomElement(using: &random) ?? ""
  }

  // MARK: Cards, people, words

  private mutating func card(in session: Session) -> String {
    guard !session.board.isEmpty, Int.random(in: 0..<12, using: &random) > 0 else { return "c999" }
    return session.board.keys[Int.random(in: 0..<session.board.count, using: &random)].rawValue
  }

  private mutating func person(in session: Session) -> String {
    let first = session.roster.values.randomElement(using: &random)?.name
      .split(separator: " ").first
    return Int.random(in: 0..<12, using: &random) == 0 ? "Zoe" : String(first ?? "Zoe")
  }

  static let texts = [
    "Buses are late in the evening #young", "Late buses in the evening", "日本語の案内が欲しい",
    "👩‍👩‍👧 places for families", "שלום, we need more signs",
    "https://example.org/a/very/long/address/\(String(repeating: "x", count: 90))",
    "e\u{301}tage \u{202E}backwards", "A roof at every stop | and a seat = rest", "#only",
    "Pains: nobody tells us", "4", "objection Nobody pays", "Write it down by 2026-12-01",
  ]
}

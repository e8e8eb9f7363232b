import ExerciseKit
import OrderedCollections
import Workshop
import WorkshopTesting

/// Lines of every command that can be typed where the room is, by a seed: the commands come from
/// the desk's own list, their values from the session, or from nowhere. Many are refused.
struct AnyLine {
  private var random: Chance

  init(seed: Int) { random = Chance(seed: seed) }

  mutating func next(at desk: TestDesk) -> String {
    let session = desk.session
    if chance(of: 6) { return attributed(card(in: session), in: session) }
    if chance(of: 8) { return aimed(in: session) }
    guard let shape = desk.desk.commands.randomElement(using: &random) else { return "" }
    if let example = shape.examples.randomElement(using: &random), !chance(of: 3) {
      let words = example.split(separator: " ").map(String.init)
      let head = words.prefix(1).map { $0.hasPrefix("/") ? $0 : "/" + $0 }
      return (head + words.dropFirst().map { changed($0, in: session) }).joined(separator: " ")
    }
    let values = shape.parameters.prefix(Int.random(in: 0...shape.parameters.count, using: &random))
    return "/\(shape.name.text) "
      + values.map { value(of: $0, in: session) }.joined(separator: " ")
  }

  /// So many as a number below it.
  mutating func number(below count: Int) -> Int { Int.random(in: 0..<count, using: &random) }

  mutating func chance(of one: Int) -> Bool { Int.random(in: 0..<one, using: &random) == 0 }

  /// What changes most: cards, settings, steps.
  private mutating func aimed(in session: Session) -> String {
    let card = card(in: session)
    return [
      "/edit \(card) Other words", "/tag \(card) young", "/undo", "/redo", "/next", "/back",
      "/undo \(number(below: 60))", "/redo \(number(below: 60))", "/goto 1", "/goto 2", "/goto 3",
      "/hide \(card) gone", "/unhide \(card)", "/cost \(card) 70",
      "/agenda change 2 set=winners=2", "/agenda change 2 set=privacy=open",
      "/agenda change 2 title=Other focus=Why", "/agenda move 2 1", "/agenda move 1 2",
      "/agenda remove 2", "/people remove \(person(in: session))",
      "/people change \(person(in: session)) name=Renamed",
    ].randomElement(using: &random) ?? ""
  }

  private mutating func value(of parameter: Parameter, in session: Session) -> String {
    let value: String =
      switch parameter.kind {
      case .field(.card), .field(.cards): card(in: session)
      case .field(.person): person(in: session)
      case .field(.integer): "\(number(below: 9))"
      case .field(.choice(let names)): names.randomElement(using: &random) ?? ""
      case .activity: "\(number(below: 5))"
      case .step: "\(number(below: 80))"
      default: ["x", "2", "c2", "yes", "Other words"].randomElement(using: &random) ?? ""
      }
    return parameter.isOption ? "\(parameter.name)=\(value)" : value
  }

  /// Another card, person or number in its place; often as it stands.
  private mutating func changed(_ word: String, in session: Session) -> String {
    guard !chance(of: 4) else { return word }
    let word = word.replacing(/c\d+/) { _ in card(in: session) }
    if word == "Ruth" || word == "Roger" { return person(in: session) }
    return word.allSatisfy(\.isNumber) && !word.isEmpty ? "\(number(below: 7))" : word
  }

  private mutating func attributed(_ line: String, in session: Session) -> String {
    chance(of: 2) ? "@\(person(in: session)) \(line)" : line
  }

  private mutating func card(in session: Session) -> String {
    session.board.keys.isEmpty || chance(of: 12)
      ? "c99" : session.board.keys[number(below: session.board.count)].rawValue
  }

  private mutating func person(in session: Session) -> String {
    let first = session.roster.values.randomElement(using: &random)?.name.split(separator: " ")
      .first
    return String(first ?? "Zoe")
  }
}

import ExerciseProtocol
import Testing
import Workshop
import WorkshopTesting

/// What every command does with a line that is not quite right: it says so, and nothing happens.
/// The lines are made from the list of commands, so that a new one can't be forgotten.
@Suite("Every command")
struct EveryCommandTests {
  /// A script's desk in a discussion with a card of each kind, at a step that can be undone.
  private static func desk() throws -> TestDesk {
    let desk = try TestDesk.inDiscussion(isInteractive: false)
    for line in ["@Ruth The first #idea", "/undo", "/redo", "The second"] {
      try desk.perform(line)
    }
    return desk
  }

  static let commands = (try? desk().desk.commands) ?? []
  static let own = commands.filter { if case .own = $0.name { true } else { false } }

  /// What the lines of one command begin with, and what may follow there: one for each sub-word.
  private static func beginnings(
    of shape: CommandShape
  ) -> [(line: String, takes: (Parameter) -> Bool)] {
    guard let subwords = shape.subwords, let first = shape.parameters.first else {
      return [("/\(shape.name.text)", { _ in true })]
    }
    return subwords.names.sorted().map { subword in
      let line = subword.isEmpty ? "/\(shape.name.text)" : "/\(shape.name.text) \(subword)"
      return (line, { $0 != first && subwords.takes($0.name, after: subword) })
    }
  }

  /// Expects that the line is refused as asked wrongly, with a place, a hint and no event.
  @discardableResult
  private func refused(_ line: String) throws -> Problem? {
    let desk = try Self.desk()
    let before = desk.events
    let problem = desk.problem(line)
    #expect(problem?.isUsage == true, "\(line): \(problem?.message ?? "was taken")")
    #expect(problem?.hint?.isEmpty == false, "\(line): \(problem?.message ?? "")")
    #expect(desk.events == before, "\(line)")
    return problem
  }

  @Test("There are some")
  func list() { #expect(Self.own.count >= 28 && Self.commands.count > Self.own.count) }

  @Test("One that begins with a sub-word says what goes with each", arguments: own)
  func subwords(shape: CommandShape) throws {
    guard let first = shape.parameters.first, !first.isRequired, let choices = first.choices else {
      #expect(shape.subwords == nil)
      return
    }
    let subwords = try #require(shape.subwords, "/\(shape.name.text)")
    #expect(subwords.names == Set(choices + [""]))
    for parameter in shape.parameters.dropFirst() {
      #expect(
        subwords.names.contains { subwords.takes(parameter.name, after: $0) }, "\(parameter.name)")
    }
  }

  @Test("A misspelt sub-word is no text and no other command", arguments: own)
  func misspeltSubword(shape: CommandShape) throws {
    guard shape.subwords != nil, let choices = shape.parameters.first?.choices else { return }
    for choice in choices where choice.count > 3 {
      var letters = Array(choice)
      letters.swapAt(1, 2)
      let typed = String(letters)
      for rest in ["", ": We do it", " c1 and more"] {
        let problem = try refused("/\(shape.name.text) \(typed)\(rest)")
        #expect(problem?.hint?.contains("Did you mean \(choice)") == true, "\(typed)\(rest)")
        #expect(problem?.range?.lowerBound == shape.name.text.count + 2)
      }
    }
  }

  @Test("What a sub-word does not take is not passed over", arguments: own)
  func strayValues(shape: CommandShape) throws {
    guard shape.subwords != nil else { return }
    for (line, takes) in Self.beginnings(of: shape) {
      let others = shape.parameters.dropFirst().filter { !takes($0) }
      for parameter in others { try refused("\(line) \(parameter.name)=\(parameter.sample)") }
      if !shape.parameters.dropFirst().contains(where: { takes($0) && !$0.isOption }) {
        try refused("\(line) lamp")
      }
    }
  }

  @Test("An option that is not there is no text", arguments: commands)
  func unknownOption(shape: CommandShape) throws {
    let options = shape.parameters.filter(\.isOption).map(\.name)
    for (line, _) in Self.beginnings(of: shape) where !options.isEmpty {
      try refused("\(line) words zzzz=1")
      for option in options where option.count > 3 {
        let typed = option.prefix(2) + option.dropFirst(3)
        let problem = try refused("\(line) words \(typed)=1")
        #expect(problem?.hint?.contains("\(option)=") == true, "\(line) \(typed)")
      }
    }
  }

  @Test("An option is not swallowed by the text before it", arguments: commands)
  func optionInText(shape: CommandShape) throws {
    guard let text = shape.parameters.last(where: { $0.takesRest && !$0.isOption }) else { return }
    for (line, takes) in Self.beginnings(of: shape) where takes(text) {
      for option in shape.parameters where option.isOption && takes(option) {
        try refused("\(line) lamp lamp lamp \(option.name)=\(option.sample) and more")
      }
    }
  }

  @Test("Nothing is not a value", arguments: commands)
  func empty(shape: CommandShape) throws {
    for (line, takes) in Self.beginnings(of: shape) {
      for parameter in shape.parameters where takes(parameter) && !parameter.mayBeEmpty {
        try refused("\(line) \(parameter.name)=")
        try refused("\(line) \(parameter.name)=\"  \"")
      }
    }
  }

  @Test("Nothing is given twice", arguments: commands)
  func twice(shape: CommandShape) throws {
    for (line, takes) in Self.beginnings(of: shape) {
      for parameter in shape.parameters where takes(parameter) {
        guard !parameter.isList else { continue }
        let option = "\(parameter.name)=\(parameter.sample)"
        let problem = try refused("\(line) \(option) \(option)")
        #expect(problem?.message == "“\(parameter.name)” is given twice.")
      }
    }
  }

  @Test("Numbers, days and answers are what they are", arguments: commands)
  func wrongValues(shape: CommandShape) throws {
    for (line, takes) in Self.beginnings(of: shape) {
      for parameter in shape.parameters where takes(parameter) {
        for value in parameter.wrongValues { try refused("\(line) \(parameter.name)=\(value)") }
      }
    }
  }

  @Test("A word too many is told", arguments: commands)
  func tooMuch(shape: CommandShape) throws {
    guard !shape.parameters.contains(where: { $0.takesRest || $0.isList }) else { return }
    for (line, _) in Self.beginnings(of: shape) { try refused("\(line) lamp lamp lamp") }
  }
}

extension Parameter {
  /// A value of its kind.
  fileprivate var sample: String {
    switch kind {
    case .minutes: "20"
    case .step: "1"
    case .exercise: "discussion"
    case .field(.integer(let range)): "\(range.lowerBound)"
    case .field(.flag): "yes"
    case .field(.choice(let names)): names[0]
    case .field(.card), .field(.cards): "c1"
    case .field(.person): "Ruth"
    case .field(.date): "2026-12-01"
    default: "lamp"
    }
  }

  /// Whether it takes as many words as there are.
  fileprivate var isList: Bool {
    switch kind {
    case .field(.cards), .field(.points), .field(.ranking), .field(.duels), .field(.tags): true
    case .files: true
    default: false
    }
  }

  /// Values that are none of its kind.
  fileprivate var wrongValues: [String] {
    switch kind {
    case .minutes: ["abc", "20x", "99999", "1e3", "99999999999999999999"]
    case .step: ["abc", "0", "-1", "99999999999999999999"]
    case .field(.integer(let range)):
      ["abc", "1.5", "99999999999999999999"]
        + (range.lowerBound > .min ? ["\(range.lowerBound - 1)"] : [])
        + (range.upperBound < .max ? ["\(range.upperBound + 1)"] : [])
    case .field(.flag): ["perhaps", "1"]
    case .field(.choice): ["lamp", "LAMP"]
    case .field(.card): ["lamp", "c999"]
    case .field(.cards): ["lamp", "c999", "c2-c1"]
    case .field(.person): ["Nobody"]
    case .field(.date): ["lamp", "2026-02-30", "2026-13-01", "1.2.2026"]
    default: []
    }
  }
}

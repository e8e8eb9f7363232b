package import ExerciseProtocol

/// What can be wrong with a line, in words.
extension Problem {
  package func placed(at range: Range<Int>) -> Problem {
    var problem = self
    problem.range = problem.range ?? range
    problem.isUsage = true
    return problem
  }

  private var asAbbreviation: Problem {
    var problem = self
    problem.isAbbreviation = true
    return problem
  }

  package static var noSession: Problem {
    Problem(
      "No session is open.",
      hint: "/new NAME begins one; /sessions lists those there are; /open NAME opens one.")
  }

  package static func noPlainLines(_ activity: String?) -> Problem {
    Problem(
      "A plain line means nothing in “\(activity ?? "")”.",
      hint: "/help lists what you can do here.")
  }

  package static var nothingSaid: Problem {
    Problem("Nothing was said.", hint: "@Name and then what they say.", isUsage: true)
  }

  package static var noReplies: Problem { Problem("Cards can't be replied to in this activity.") }

  package static func unknownCommand(_ typed: String, near: [String]) -> Problem {
    Problem(
      "There is no command “/\(typed)”.",
      hint: near.isEmpty
        ? "/help lists what you can do here." : "Did you mean \(near.map { "/" + $0 }.orList)?",
      isUsage: true)
  }

  package static func ambiguousCommand(_ typed: String, candidates: [String]) -> Problem {
    Problem(
      "“/\(typed)” could be \(candidates.map { "/" + $0 }.orList).",
      hint: "Type a little more of it.", isUsage: true
    ).asAbbreviation
  }

  package static func abbreviated(_ typed: String, _ full: String) -> Problem {
    Problem(
      "“/\(typed)” is short for “/\(full)”, and a script needs the whole name.",
      hint: "Write /\(full).", isUsage: true
    ).asAbbreviation
  }

  package static func unknownPerson(_ typed: String, near: [String]) -> Problem {
    Problem(
      "Nobody here is called “\(typed)”.",
      hint: near.isEmpty
        ? "/people add \(typed.isEmpty ? "NAME" : typed) puts somebody on the roster."
        : "Did you mean \(near.orList)? “/people add \(typed)” puts somebody new on the roster.",
      isUsage: true)
  }

  package static func ambiguousPerson(_ typed: String, candidates: [String]) -> Problem {
    Problem(
      "“\(typed)” could be \(candidates.orList).", hint: "Type more of the name.", isUsage: true)
  }

  /// A name that could be one person's or another's, where nobody can be asked.
  package static func unsure(_ doubt: NameDoubt) -> Problem {
    let names = doubt.candidates.map(\.name)
    guard doubt.newNames.isEmpty else { return unknownPerson(doubt.typed, near: names) }
    var problem = ambiguousPerson(doubt.typed, candidates: doubt.choices)
    let labels = doubt.candidates.map { "@\($0.id)" }
    let isOneName = Set(names.map(\.folded)).count == 1
    // A name of which the longer one is another's.
    let isShorter = names.contains { $0.folded.hasPrefix("\(doubt.typed.folded) ") }
    if isOneName {
      problem.hint = "\(labels.andList) tell them apart."
    } else if !isShorter, doubt.typed.contains(" ") {
      problem.hint = "\(names.map { "@\"\($0)\"" }.orList): quotes say where the name ends."
    }
    return problem
  }

  static func notATag(_ typed: String) -> Problem {
    Problem(
      "“\(typed)” can't be a tag.",
      hint: "A tag is one word of letters, digits, - and _, such as idea, or a picture such as 🎉.",
      isUsage: true)
  }

  package static func notANobody(_ word: String) -> Problem {
    Problem(
      "“\(word)” is nobody's name.",
      hint: "Name the person; what everybody says is kept without a name.", isUsage: true)
  }

  package static func notACard(_ typed: String) -> Problem {
    Problem(
      "“\(typed)” is not a card.", hint: "A card is named like c12; /cards lists them.",
      isUsage: true)
  }

  package static func unknownCard(_ card: CardID, last: CardID?) -> Problem {
    Problem(
      "There is no card \(card).",
      hint: last.map { "The latest is \($0); /cards lists them." } ?? "No card was written yet.",
      isUsage: true)
  }

  package static func emptyCardRange(_ first: CardID, _ last: CardID) -> Problem {
    Problem("\(first) does not come before \(last).", hint: "Write the earlier card first.")
  }

  package static func givenTwice(_ name: String) -> Problem {
    Problem("“\(name)” is given twice.", hint: "Leave one of them out.", isUsage: true)
  }

  package static func tooMuch(_ typed: String) -> Problem {
    Problem("“\(typed)” is one word too many here.", hint: "Leave it out.", isUsage: true)
  }

  package static func notANumber(_ typed: String) -> Problem {
    Problem("“\(typed)” is not a whole number.", isUsage: true)
  }

  package static func outOfRange(_ name: String, _ value: Int, _ range: ClosedRange<Int>) -> Problem
  {
    Problem("\(name) can't be \(value): it goes \(range.inWords).", isUsage: true)
  }

  package static func notThat(_ parameter: Parameter, _ typed: String) -> Problem {
    Problem(
      "“\(typed)” is not \(parameter.kind.inWords).",
      hint: "\(parameter.name): \(parameter.summary)",
      isUsage: true)
  }

  static func empty(_ parameter: Parameter) -> Problem {
    Problem(
      "There is nothing in “\(parameter.name)”.",
      hint: parameter.isRequired
        ? "\(parameter.name): \(parameter.summary)"
        : "Leave \(parameter.name) out, or give it words.", isUsage: true)
  }

  static func unknownOption(
    _ name: String, _ value: String, near: [String], all: [String]
  ) -> Problem {
    let value = value.contains(where: \.isWhitespace) ? "\"\(value)\"" : value
    let meant =
      near.isEmpty
      ? "There is \(all.map { "\($0)=" }.andList)."
      : "Did you mean \(near.map { "\($0)=\(value)" }.orList)?"
    return Problem(
      "There is no “\(name)=” here.",
      hint: "\(meant) Where it belongs to a text, put the whole text in quotes.", isUsage: true)
  }

  /// An option without the sign that makes it one.
  static func unsigned(_ typed: String, _ name: String, _ value: String) -> Problem {
    Problem(
      "“\(typed)” is no \(name)= as it stands.",
      hint: "Did you mean \(name)=\(value)? Where it belongs to a text, put the whole text in "
        + "quotes.", isUsage: true)
  }

  static func optionInText(_ name: String, _ text: Parameter) -> Problem {
    Problem(
      "“\(name)=” stands in the middle of the \(text.kind == .names ? "names" : "text").",
      hint: "It comes last; several words go in quotes: \(name)=\"…\". "
        + "Where it belongs to the text, put the whole text in quotes.", isUsage: true)
  }

  static func misspelt(_ typed: String, _ near: [String], _ parameter: Parameter) -> Problem {
    Problem(
      "“\(typed)” is not \(parameter.kind.inWords).",
      hint: "Did you mean \(near.orList)? Where it belongs to a text, put the text in quotes.",
      isUsage: true)
  }

  static func strayOption(
    _ name: String, after subword: String, _ takers: [String]
  ) -> Problem {
    let place = subword.isEmpty ? "nothing here" : "nothing after “\(subword)”"
    return Problem(
      "“\(name)=” means \(place).",
      hint: takers.isEmpty ? nil : "It goes with \(takers.orList).", isUsage: true)
  }

  static func strayWords(_ typed: String, after subword: String) -> Problem {
    Problem(
      "“\(typed)” is too much after “\(subword)”.", hint: "Leave it out.", isUsage: true)
  }

  /// A card, or a number, stands by itself where each card must be given a number.
  package static func withoutNumber(_ typed: String, _ range: ClosedRange<Int>) -> Problem {
    let card = Int(typed) == nil ? typed : "c1"
    let example = "\(card)=\(min(max(2, range.lowerBound), range.upperBound))"
    return Problem(
      Int(typed) == nil
        ? "\(typed) stands there without a number."
        : "“\(typed)” by itself could be a card or a number.",
      hint: "Type the card's label, = and the number: \(example).", isUsage: true)
  }

  package static func missing(_ parameters: [Parameter], example: String?) -> Problem {
    Problem(
      "\(parameters.map { "“\($0.name)”" }.andList) "
        + (parameters.count == 1 ? "is" : "are") + " missing.",
      hint: example.map { "For example: \($0)" } ?? parameters.first?.summary, isUsage: true)
  }
}

extension Parameter.Kind {
  /// What a value of this kind is, after “is not”.
  package var inWords: String {
    switch self {
    case .field(let type): type.inWords
    case .session: "the name of a session"
    case .template: "the name of a template"
    case .exercise: "the name of an exercise"
    case .activity: "an activity's number"
    case .command: "the name of a command"
    case .plugin: "the name of a plugin"
    case .step: "a step's number, or a card"
    case .minutes: "a time of up to 1440 minutes, such as 20, 1h30m, +5 or -5"
    case .names: "a list of names"
    case .files: "a file"
    }
  }
}

extension FieldType {
  package var inWords: String {
    switch self {
    case .text: "a text"
    case .integer(let range): "a whole number \(range.inWords)"
    case .flag: "yes or no"
    case .choice(let names): names.orList
    case .card: "a card such as c12"
    case .cards: "a card such as c12, or several such as c3 c5 or c3-c7"
    case .person: "somebody on the roster"
    case .points: "cards and numbers such as c1=2 c3"
    case .ranking: "cards from best to last such as c3 c1=c2 c5"
    case .duels: "pairs, the better one first, such as c1>c2 c4>c3"
    case .tags: "a tag"
    case .date: "a day such as 2026-12-01, 1 December, Friday or next week"
    case .file: "a file"
    }
  }
}

extension ClosedRange<Int> {
  package var inWords: String {
    switch (lowerBound, upperBound) {
    case (.min, .max): "anywhere"
    case (_, .max): "from \(lowerBound) up"
    case (.min, _): "up to \(upperBound)"
    default: "from \(lowerBound) to \(upperBound)"
    }
  }
}

extension [String] {
  /// `a, b or c`.
  package var orList: String { list("or") }
  /// `a, b and c`.
  package var andList: String { list("and") }

  private func list(_ word: String) -> String {
    guard count > 1, let last else { return first ?? "" }
    return dropLast().joined(separator: ", ") + " \(word) " + last
  }
}

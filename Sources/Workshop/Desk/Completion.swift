import ExerciseProtocol
import OrderedCollections

/// What TAB offers at a place in a line.
package struct Completion: Hashable, Sendable {
  /// The characters of the line that a choice replaces.
  package var range: Range<Int>
  package var choices: [Choice]

  package struct Choice: Hashable, Sendable {
    /// What stands in the line once it is chosen.
    package var text: String
    /// What the list shows beside it.
    package var help: String
    /// Whether more of the same word follows, as after a folder.
    package var isOpen = false
  }

  static func nothing(at place: Int) -> Completion {
    Completion(range: place..<place, choices: [])
  }
}

extension Desk {
  /// What could stand where the cursor is. `cursor` counts characters.
  package func complete(_ line: String, at cursor: Int) -> Completion {
    let head = String(Array(line).prefix(cursor))
    let words = Words(head)
    if let name = completeName(words, cursor) { return name }
    let quoted = words.unclosed
    let isNewWord = quoted == nil && head.last.map(\.isWhitespace) ?? true
    let typed = quoted ?? (isNewWord ? nil : words.words.last)
    let before = words.words.prefix {
      typed == nil || $0.range.lowerBound < typed?.range.lowerBound ?? 0
    }
    let place = typed?.range ?? cursor..<cursor
    if before.isEmpty, let text = typed?.text, text.hasPrefix("/") {
      return Completion(
        range: place,
        choices: commands.filter { $0.name.text.hasPrefix(text.dropFirst().lowercased()) }
          .map { .init(text: "/" + $0.name.text, help: $0.summary) })
    }
    if let text = typed?.text, text.hasPrefix("@") {
      return Completion(range: place, choices: peopleChoices(text.withoutAt, sign: "@"))
    }
    guard let first = words.words.first, first.text.hasPrefix("/") else {
      return completeContribution(typed, at: place)
    }
    guard
      let shape = commands.first(where: { $0.name.text == first.text.dropFirst().lowercased() })
    else { return .nothing(at: cursor) }
    if let word = before.dropFirst().last?.text.lowercased(), let kind = shape.kindAfter[word] {
      return Completion(
        range: place, choices: values(of: Parameter(word, kind, ""), typed?.text ?? ""))
    }
    // What is written after `name=` is one value; else the longest that fits comes first.
    let isValue = typed?.text.contains("=") == true
    if !isValue, let whole = completeSeveralWords(shape, words, cursor) { return whole }
    let one = complete(shape, typed?.text ?? "", place, given: before.count - 1, words)
    return one.choices.isEmpty ? completeSeveralWords(shape, words, cursor) ?? one : one
  }

  /// Within what people say, labels and tags complete; ordinary words do not.
  private func completeContribution(_ typed: Word?, at place: Range<Int>) -> Completion {
    guard let text = typed?.text, let session else { return .nothing(at: place.upperBound) }
    if text.hasPrefix(">") {
      return Completion(
        range: place, choices: session.cardChoices(String(text.dropFirst()), sign: ">"))
    }
    if let line = lineAction, line.plainText == nil {
      return Completion(range: place, choices: session.cardChoices(text, sign: ""))
    }
    return .nothing(at: place.upperBound)
  }

  private func complete(
    _ shape: CommandShape, _ text: String, _ place: Range<Int>, given: Int, _ words: Words
  ) -> Completion {
    if let equals = text.firstIndex(of: "="),
      let parameter = shape.parameters.first(where: { $0.name == text[..<equals] })
    {
      let value = String(text[text.index(after: equals)...])
      return Completion(
        range: place,
        choices: values(of: parameter, value).map { $0.prefixed(parameter.name + "=") }
      )
    }
    let positional = shape.parameters.filter { !$0.isOption }
    var choices: [Completion.Choice] = []
    // Every parameter whose turn it may be: those before it may have been left out.
    for (index, parameter) in positional.enumerated() where index <= given {
      if index < given, !parameter.isRepeatable { continue }
      choices += values(of: parameter, text)
    }
    let options = shape.parameters.filter { $0.isOption && $0.name.hasPrefix(text) }
    choices += options.map {
      .init(text: $0.name + "=", help: $0.summary, isOpen: true)
    }
    return Completion(range: place, choices: choices)
  }

  /// The values that a parameter may have and that begin with what was typed.
  package func values(of parameter: Parameter, _ typed: String) -> [Completion.Choice] {
    let session = session ?? Session()
    var choices: [Completion.Choice]
    switch parameter.kind {
    case .field(.choice(let names)): choices = names.map { .init(text: $0, help: "") }
    case .field(.flag): choices = ["yes", "no"].map { .init(text: $0, help: "") }
    case .field(.card), .field(.cards), .field(.points), .field(.ranking), .field(.duels):
      return session.cardChoices(typed, sign: "")
    case .field(.person), .names: return peopleChoices(typed.withoutAt, sign: "")
    case .field(.tags): choices = session.allTags.map { .init(text: $0, help: "") }
    case .field(.file), .files: return fileChoices(typed)
    case .session:
      choices = ((try? library.list()) ?? []).map {
        .init(text: $0.called, help: $0.called == $0.name ? "" : $0.name)
      }
    case .template:
      choices = surroundings.templates.shelf.templates.map { .init(text: $0.name, help: $0.title) }
    case .exercise:
      choices = exercises.exercises.map {
        .init(text: $0.description.id, help: $0.description.summary)
      }
      choices.append(.init(text: Activity.breakID, help: "a break: nothing is collected in it"))
      choices.append(.init(text: "template", help: "the steps of a template"))
    case .activity:
      choices = session.agenda.values.enumerated().map {
        .init(text: "\($0 + 1)", help: $1.plan.title)
      }
    case .command: choices = commands.map { .init(text: $0.name.text, help: $0.summary) }
    case .plugin:
      choices = surroundings.plugins.listing.map { .init(text: $0.id, help: $0.name) }
    case .step, .minutes, .field(.text), .field(.integer), .field(.date): choices = []
    }
    return choices.filter { $0.text.lowercased().hasPrefix(typed.lowercased()) }
  }

  private func fileChoices(_ typed: String) -> [Completion.Choice] {
    files.names(startingWith: TypedFile.beginning(typed)).map { name in
      let isFolder = name.hasSuffix("/")
      guard name.contains(where: { $0.isWhitespace || "\"'\\“‘".contains($0) }) else {
        return .init(text: name, help: "", isOpen: isFolder)
      }
      // After a folder the name goes on, within the quotes.
      let quoted = "\"" + name.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
      return .init(text: quoted + (isFolder ? "" : "\""), help: "", isOpen: isFolder)
    }
  }

  func peopleChoices(_ typed: String, sign: String) -> [Completion.Choice] {
    guard let session else { return [] }
    // A quote that is not closed yet: a name is on its way.
    let typed = typed.hasPrefix("\"") ? String(typed.dropFirst()) : typed
    let people =
      typed.isEmpty ? Array(session.roster.values) : session.people(called: typed.withSingleBlanks)
    return people.map { person in
      let name = person.name.contains(" ") ? "\"\(person.name)\"" : person.name
      return .init(text: sign + name, help: person.organisation ?? "")
    }
  }
}

extension Completion.Choice {
  fileprivate func prefixed(_ prefix: String) -> Completion.Choice {
    .init(text: prefix + text, help: help, isOpen: isOpen)
  }
}

extension Parameter {
  /// Whether it takes several words, so that it may go on when others could have their turn.
  fileprivate var isRepeatable: Bool {
    [.field(.cards), .field(.tags), .field(.ranking), .field(.duels), .files].contains(kind)
      || isPoints
  }

  private var isPoints: Bool { if case .field(.points) = kind { true } else { false } }
}

extension Session {
  fileprivate var allTags: [String] {
    Array(OrderedSet(board.values.flatMap(\.tags))).sorted()
  }

  /// Cards by label, each with the beginning of its text.
  fileprivate func cardChoices(_ typed: String, sign: String) -> [Completion.Choice] {
    let wanted = typed.lowercased()
    return board.values.lazy.filter { card in
      card.id.rawValue.hasPrefix(wanted) || card.id.rawValue.dropFirst().hasPrefix(wanted)
    }.map { .init(text: sign + $0.id.rawValue, help: String($0.text.prefix(60))) }
  }
}

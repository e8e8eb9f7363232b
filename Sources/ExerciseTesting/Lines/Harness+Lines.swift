import ExerciseKit
import Lines

extension Harness {
  /// Carries out a use of an action, written as a facilitator types it, with or without the slash:
  /// `harness.run("place c1=3 c2=2", as: "Ruth")`, `harness.run("/fingers @Ruth 4")`.
  ///
  /// The line is read by the host's own reader, with the roster and the cards that there are. A
  /// secret vote can be typed too, as no facilitator could: a test need not fill in papers.
  ///
  /// - Parameters:
  ///   - person: the name of whoever does it, where the line does not begin with `@Name`.
  ///   - weight: how many votes it counts for.
  ///   - seed: the chance that the exercise has; another at each step unless given.
  /// - Throws: `Refusal` where the line can't be read or the exercise declines, and then nothing
  ///   changed; ``HarnessFailure``.
  @discardableResult public func run(
    _ line: String, as person: String? = nil, weight: Int = 1, seed: Int? = nil
  ) throws -> Step {
    let command = line.hasPrefix("/") ? line : "/" + line
    let name = command.dropFirst().prefix { !$0.isWhitespace }
    guard actions.contains(where: { $0.name == name }) else {
      throw HarnessFailure.unknownAction(String(name))
    }
    return try enter(command, as: person, weight: weight, seed: seed)
  }

  /// Enters a line at the prompt: what people say as it stands, an action with its slash.
  ///
  /// ```swift
  /// try harness.enter("@Carrie A desk on every floor #ideas")
  /// try harness.enter("/dots c1=2 c3", as: "Ruth")
  /// ```
  ///
  /// `@Name` of somebody who is not on the roster puts them there, as in a workshop. Parameters and
  /// errors are those of ``run(_:as:weight:seed:)``.
  @discardableResult public func enter(
    _ line: String, as person: String? = nil, weight: Int = 1, seed: Int? = nil
  ) throws -> Step {
    let typed = person.map { "\(line)  (\($0))" } ?? line
    do {
      let step = try take(line, as: person, weight: weight, seed: seed)
      record.add(typed, step.said(by: session))
      return step
    } catch let refusal as Refusal {
      record.add(typed, refusal)
      throw refusal
    }
  }

  private func take(
    _ line: String, as person: String?, weight: Int, seed: Int?
  ) throws -> Step {
    var invocation: Invocation
    do throws(Problem) {
      invocation = try self.invocation(of: line)
    } catch {
      throw Refusal(error.message, field: error.field, hint: error.hint)
    }
    if let person { invocation.actor = try invocation.actor ?? session.person(person) }
    let name = invocation.command.text
    guard let action = actions.first(where: { $0.name == name }) else {
      throw HarnessFailure.unknownAction(name)
    }
    let missing = CommandShape(action).missing(in: invocation)
    if !missing.isEmpty {
      let problem = Problem.missing(missing, example: action.examples.first.map { "/" + $0 })
      throw Refusal(problem.message, field: missing.first?.name, hint: problem.hint)
    }
    let fields = try invocation.arguments.fields(of: action)
    guard action.privacy == .open, invocation.newcomer != nil || !invocation.alsoNamed.isEmpty
    else {
      return try carryOut(
        action, fields, by: invocation.actor, weight: weight, seed: seed)
    }
    return try withNewcomers(of: invocation) { actor, people in
      var members = people.isEmpty ? [] : [action.several(people)].compactMap(\.self)
      if case .object(let others) = fields {
        members += others.filter { other in !members.contains { $0.name == other.name } }
      }
      return try carryOut(action, .object(members), by: actor, weight: weight, seed: seed)
    }
  }

  private func invocation(of line: String) throws(Problem) -> Invocation {
    let shapes = actions.map { CommandShape($0) }
    let plain = shapes.first { $0.name.text == exercise.lineAction }
    let reader = LineReader(
      scope: session, commands: shapes,
      plainLine: plain.map { .success($0) } ?? .failure(.noPlainLines(exercise.name)),
      allowsAbbreviation: false, days: session.days)
    guard case .invoke(let invocation, _, _) = try reader.read(line) else {
      throw Problem("“\(line)” asks for an explanation, which is the host's to give.")
    }
    return invocation
  }

  /// Those who join with what they do, or by being named beside who does it; they were never here
  /// where that is declined.
  private func withNewcomers(
    of invocation: Invocation, _ act: (ParticipantID?, [ParticipantID]) throws -> Step
  ) throws -> Step {
    let before = session
    var joined: [Participant] = []
    func join(_ name: String) -> ParticipantID {
      let person: Participant = self.join(name)
      joined.append(person)
      return person.id
    }
    let actor = invocation.newcomer.map { join($0) } ?? invocation.actor
    var people = [actor].compactMap(\.self)
    for who in invocation.alsoNamed {
      switch who {
      case .known(let person): if !people.contains(person.id) { people.append(person.id) }
      case .newcomer(let name): people.append(join(name))
      case .nobody, .unsure: break
      }
    }
    do {
      var step = try act(actor, invocation.alsoNamed.isEmpty ? [] : people)
      step.occurrences.insert(contentsOf: joined.map { .participant($0) }, at: 0)
      return step
    } catch {
      session = before
      try reopen()
      throw error
    }
  }
}

extension SessionStandIn {
  /// What days are called here: its clock is that of Greenwich.
  var days: DayReader {
    DayReader(today: CivilDate(daysSinceEpoch: now.milliseconds / 86_400_000))
  }
}

extension SessionStandIn: LineScope {
  var people: [Participant] { participants }
  var onlyCard: CardID? {
    let visible = cards.filter { $0.hidden == nil }
    return visible.count == 1 ? visible[0].id : nil
  }
}

extension ActionDescription {
  /// The field that takes several people, with these.
  fileprivate func several(_ people: [ParticipantID]) -> JSONValue.Member? {
    fields.first { $0.isSeveral }.map {
      .init($0.name, .array(people.map { .string($0.rawValue) }))
    }
  }
}

extension Arguments {
  /// As the exercise gets them: of a file, its bytes.
  fileprivate func fields(of action: ActionDescription) throws(Refusal) -> JSONValue {
    var members: [JSONValue.Member] = []
    for field in action.fields {
      guard var value = self[field.name] else { continue }
      if field.type == .file, case .string(let path) = value {
        guard let bytes = TextFile.bytes(of: path) else {
          throw Refusal("“\(path)” can't be read.", field: field.name)
        }
        let name = path.split(separator: "/").last.map(String.init) ?? path
        value = FileContents(name: name, bytes: bytes).json ?? .null
      }
      members.append(.init(field.name, value))
    }
    return .object(members)
  }
}

extension Harness.Step {
  /// What the host would say of it.
  fileprivate func said(by session: SessionStandIn) -> String {
    var words: [String] = []
    for occurrence in occurrences {
      switch occurrence {
      case .participant(let person): words.append("\(person.name) joined")
      case .card(let card):
        let author = session.participants.first { $0.id == card.author }
        words.append(
          ([card.id.rawValue] + [author?.name].compactMap(\.self)).joined(separator: "  "))
      default: break
      }
    }
    if let notice { words.append(notice) }
    return words.isEmpty ? "Noted." : words.joined(separator: "  ")
  }
}

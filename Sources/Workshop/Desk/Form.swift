import ExerciseProtocol
import OrderedCollections

extension Form {
  /// The parameter to ask for now; nil when nothing is missing.
  package var current: Parameter? { missing.first }

  /// Takes an answer to the current question.
  ///
  /// - Throws: what is wrong with it; the question stays.
  package mutating func answer(_ text: String, at desk: Desk) throws(Problem) {
    guard let parameter = current else { return }
    if parameter.isActor {
      try answerActor(text, at: desk)
    } else {
      // A file's name may have blanks: the whole answer is one.
      let isFile =
        parameter.kind == .field(.file)
        || parameter.kind == .files && !text.contains(where: { "'\"\\“”‘’".contains($0) })
      let words = isFile ? Words(asOneWord: TypedFile.path(text)) : Words(text)
      var reader = ArgumentReader(
        words, from: 0, parameters: [parameter.alone], scope: desk.session, days: desk.days)
      do throws(Problem) {
        guard let value = try reader.read()[parameter.name] else {
          throw .missing([parameter], example: nil)
        }
        invocation.arguments[parameter.name] = value
        invocation.readings += reader.dayReadings
      } catch {
        var problem = error
        problem.hint = problem.hint ?? parameter.summary
        throw problem
      }
    }
    missing.removeFirst()
  }

  /// Goes back to a question that was answered before.
  package mutating func goBack(to parameter: Parameter) {
    missing.insert(parameter, at: 0)
    invocation.arguments[parameter.name] = nil
    if parameter.isActor { (invocation.actor, invocation.newcomer) = (nil, nil) }
  }

  private mutating func answerActor(_ text: String, at desk: Desk) throws(Problem) {
    guard let session = desk.session else { throw .noSession }
    if let number = Int(text), let choice = invocation.doubt?.choice(number), choice.isFirstWord,
      case .known(let person) = choice.who
    {
      invocation.actor = person.id
      if let said = invocation.doubt?.saidBehindFirstWord {
        invocation.arguments[said.parameter] = .string(said.text)
      }
      return
    }
    switch try session.answer(text, to: invocation.doubt) {
    case .known(let person):
      invocation.actor = person.id
      restoreSaid(by: person.name)
    case .newcomer(let name):
      let isOffered = invocation.doubt?.newNames.contains { $0.folded == name.folded } == true
      guard isOffered || !desk.isNobodys(name) else { throw .notANobody(name) }
      guard isOffered || name.mayJoin(as: text) else { throw .noAnswer(text) }
      invocation.newcomer = name
      restoreSaid(by: name)
    case .nobody(let word): throw .notANobody(word)
    case .unsure(let doubt):
      // A sentence is near to many a name.
      let isLong = text.split(separator: " ").count > 2
      throw isLong && !text.asName.mayJoin(as: text) ? .noAnswer(text) : .unsure(doubt)
    }
  }

  /// A shorter name than was read leaves words to what was said.
  private mutating func restoreSaid(by name: String) {
    guard let said = invocation.doubt?.said(by: name) else { return }
    invocation.arguments[said.parameter] = .string(said.text)
  }
}

extension Session {
  /// Whom an answer names: a number or a name, where a doubt was asked about; else a name. Whoever
  /// answers a doubt with the name as it stood means it so.
  func answer(_ text: String, to doubt: NameDoubt?) throws(Problem) -> NameReading.Who {
    if let doubt {
      if let number = Int(text), let choice = doubt.choice(number) { return choice.who }
      if let same = doubt.newNames.first(where: { $0.folded == text.asName.folded }) {
        return .newcomer(same)
      }
    }
    guard let who = name(text), ListedPerson(text).isName else { throw .noAnswer(text) }
    return who
  }
}

extension Parameter {
  /// Asked for alone, a text takes the whole answer.
  fileprivate var alone: Parameter {
    var parameter = self
    parameter.isOption = false
    return parameter
  }

  /// The question of a form.
  package var question: String {
    switch kind {
    case .field(.text), .field(.person), .field(.file), .names, .files, .session: summary
    default: "\(summary) (\(kind.inWords))"
    }
  }
}

extension String {
  /// Whether somebody new may be called so who is named in an answer: what was said is easily typed
  /// there too, and several words of a name have capitals.
  fileprivate func mayJoin(as typed: String) -> Bool {
    let words = split(separator: " ")
    let isSmall = words.count > 1 && words.allSatisfy { $0.first?.isLowercase == true }
    return !readsAsSentence && !isSmall && !typed.contains { "?!".contains($0) }
  }
}

extension Problem {
  /// What was typed where a name was asked for.
  static func noAnswer(_ typed: String) -> Problem {
    Problem(
      "“\(typed)” is no name.",
      hint: "Type the name alone, as it is written, or the number of a choice; /cancel leaves.",
      isUsage: true)
  }
}

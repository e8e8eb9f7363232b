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
    if parameter == .actor {
      try answerActor(text, at: desk)
    } else {
      // A file's name may have blanks: the whole answer is one.
      let words =
        parameter.kind == .field(.file) ? Words(asOneWord: TypedFile.path(text)) : Words(text)
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
    if parameter == .actor { (invocation.actor, invocation.newcomer) = (nil, nil) }
  }

  private mutating func answerActor(_ text: String, at desk: Desk) throws(Problem) {
    guard let session = desk.session else { throw .noSession }
    let name = text.withoutAt
    if let person = session.people(called: name).first, session.people(called: name).count == 1 {
      invocation.actor = person.id
      return
    }
    guard session.isNewcomer(name) else {
      invocation.actor = try session.person(called: name).id
      return
    }
    invocation.newcomer = name
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
    case .field(.text), .field(.person), .field(.file), .names, .session: summary
    default: "\(summary) (\(kind.inWords))"
    }
  }
}

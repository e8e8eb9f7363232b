import ExerciseProtocol

/// Why a request could not be served: nothing that the person who typed could mend, and so no
/// refusal. The host folds everything anew after it.
package struct KitFault: Error {
  package var message: String

  init(_ message: String) { self.message = message }

  /// What an author's own code declined outside of a decision.
  init(_ refusal: Refusal) {
    message = [refusal.message, refusal.hint].compactMap(\.self).joined(separator: " ")
  }
}

/// How the serving of a request ends, where it does not end in an answer.
enum NoAnswer: Error {
  /// The person's to mend: from `decide`, from an importer, and from the filling of their fields.
  case refused(Refusal)
  case fault(KitFault)

  var reply: Reply {
    switch self {
    case .refused(let refusal): .refused(refusal)
    case .fault(let fault): .fault(fault.message)
    }
  }
}

/// Does what may refuse, in the midst of what may fail.
func orRefused<Answer>(
  _ body: () throws(Refusal) -> Answer
) throws(NoAnswer) -> Answer {
  do throws(Refusal) { return try body() } catch { throw .refused(error) }
}

/// Does what may fail, in the midst of what may refuse.
func orFault<Answer>(
  _ body: () throws(KitFault) -> Answer
) throws(NoAnswer) -> Answer {
  do throws(KitFault) { return try body() } catch { throw .fault(error) }
}

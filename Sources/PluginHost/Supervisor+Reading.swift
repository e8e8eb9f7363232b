internal import ExerciseProtocol
internal import Workshop

extension Supervisor {
  /// The JSON of an answer, of whose lists no more is read than is taken. Nil where there are more
  /// changes than that: whoever pasted so much can do it in parts, and the plugin did not fail.
  func answer(in bytes: [UInt8]) throws(PluginFailure) -> JSONValue? {
    do {
      return try JSONValue(parsing: bytes, most: Reply.mostElements)
    } catch {
      if case .tooMany("changes", _) = error.problem { return nil }
      throw failed(.garbage(error.reason))
    }
  }
}

extension Refusal {
  static var moreChangesThanAreTaken: Refusal {
    Refusal(
      "That would be more than \(AnswerLimits.changes.grouped) changes, which is the most that is "
        + "taken at once.",
      hint:
        "Nothing was changed. If you typed or pasted that much, do it in several parts; if not, "
        + "tell the plugin's author.")
  }
}

internal import Workshop

extension PassedOver {
  /// Why, and what to do about it.
  package var wording: FailureWording {
    switch reason {
    case .writableByOthers:
      FailureWording(
        what: "\(path) is not used: others than its owner can write to it.",
        hint: "chmod go-w '\(path)'")
    case .unreadable(let words):
      FailureWording(what: "\(path) cannot be read: \(words).", hint: "Check that it is there.")
    case .samePlugin(let id, let first):
      FailureWording(
        what: "\(path) is not used: \(first) is the plugin “\(id)” already.",
        hint: "Remove the one that you do not want.")
    case .sameExercise(let id, let first):
      FailureWording(
        what: "\(path) provides “\(id)”, which is not used: \(first) provides it already.",
        hint: "Remove the one that you do not want.")
    case .failed(let failure):
      FailureWording(
        what: failure.wording.what, hint: "“/plugins enable \(failure.plugin)” tries it again.")
    }
  }
}

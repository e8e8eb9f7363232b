package import Workshop

extension PassedOver {
  /// Why, and what to do about it.
  package var problem: Problem {
    switch reason {
    case .writableByOthers:
      Problem(
        "\(path) is not used: others than its owner can write to it.",
        hint: "chmod go-w '\(path)'")
    case .ownedByStranger:
      Problem(
        "\(path) is not used: it belongs to somebody else, who could change it at any time.",
        hint: "Copy it to a folder of your own, or install it: charrette plugin install FILE")
    case .notInstalled:
      Problem(
        "\(path) is not used: it was put there, and not installed.",
        hint: "Move it elsewhere, then: charrette plugin install FILE")
    case .switchedOff(let id, _):
      Problem(
        "The plugin “\(id)” is switched off.",
        hint: "charrette plugin enable \(id), and then /plugins enable \(id)")
    case .notAsInstalled(_, let words): Problem(words.message, hint: words.hint)
    case .unreadable(let words):
      Problem(
        "\(path) cannot be read: \(words).", hint: "Check that it is there.")
    case .samePlugin(let id, let first):
      Problem(
        "\(path) is not used: \(first) is the plugin “\(id)” already.",
        hint: "Remove the one that you do not want.")
    case .sameExercise(let id, let first):
      Problem(
        "\(path) provides “\(id)”, which is not used: \(first) provides it already.",
        hint: "Remove the one that you do not want.")
    case .failed(let failure):
      Problem(
        failure.problem.message, hint: "“/plugins enable \(failure.plugin)” tries it again.")
    }
  }
}

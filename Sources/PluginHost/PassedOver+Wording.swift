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
    case .notShown(let id, let powers, let source):
      Problem(
        "“\(id)” brings what was not shown when it was installed, and that is not used: "
          + powers.joined(separator: "; ") + ".",
        hint: "charrette plugin update \(id) '\(source)' shows what it brings, and asks.")
    case .notItself(let id, let now):
      Problem(
        "The plugin that was installed as “\(id)” says now that it is “\(now)”; it is not used.",
        hint: "charrette plugin remove \(id), and install it again from where you trust it.")
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

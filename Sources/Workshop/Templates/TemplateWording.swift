/// The words around templates.
enum TemplateWording {
  static let materials = "What you need"
  static let agenda = "Agenda"
  static let overriding = "Yours ↔: it stands in for one of that name that came with a plugin."
  static let howToGoOn =
    "/templates show NAME previews one; /new WORKSHOP template=NAME begins with it; /agenda add "
    + "template NAME puts it on this agenda."
  static let moreFaults = "charrette template check FILE names all that is wrong with a file."

  static func none(of count: Int) -> String {
    count == 0
      ? "No template is installed." : "No template is like that; /templates lists all \(count)."
  }

  static func broughtIn(_ name: String) -> String {
    "/templates show \(name) has all of this step."
  }

  static func howToUse(_ name: String, isWhole: Bool) -> String {
    isWhole
      ? "/new WORKSHOP template=\(name) begins with it."
      : "/agenda add template \(name) puts it on this agenda; /new WORKSHOP template=\(name) begins "
        + "with it."
  }
}

extension Template.Phase {
  var title: String {
    switch self {
    case .begin: "To begin"
    case .discover: "Discover: what is there?"
    case .define: "Define: what is it about?"
    case .develop: "Develop: what could be?"
    case .deliver: "Deliver: what will be?"
    case .reflect: "Reflect: what do we learn?"
    case .whole: "Whole workshops"
    }
  }
}

extension ClosedRange<Int> {
  /// The size of a group.
  var text: String { lowerBound == upperBound ? "\(lowerBound)" : "\(lowerBound)–\(upperBound)" }
}

extension Int {
  /// So many minutes: `45 min`, `2 h`, `1 h 30`.
  var minutesText: String {
    guard self >= 60 else { return "\(self) min" }
    return "\(self / 60) h" + (self % 60 == 0 ? "" : " \(self % 60)")
  }
}

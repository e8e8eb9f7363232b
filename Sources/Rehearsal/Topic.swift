/// A service that a rehearsal's people talk about. Sentences name it, so that cards on one topic
/// can be told by their words, as anybody would tell them.
enum Topic: String, CaseIterable, Sendable {
  case buses = "the bus line"
  case housing = "the housing office"
  case clinic = "the clinic"
  case benefits = "the benefits desk"
  case school = "the school office"
  case library = "the library"
  case waste = "the recycling centre"
  case care = "the care team"

  /// What a group of such cards is called.
  var theme: String {
    switch self {
    case .buses: "Getting about"
    case .housing: "Homes and repairs"
    case .clinic: "Staying well"
    case .benefits: "Money and advice"
    case .school: "Growing up"
    case .library: "A place to meet"
    case .waste: "Streets and waste"
    case .care: "Looking after each other"
    }
  }

  /// What a text is about, where it says so.
  init?(of text: String) {
    guard let topic = Self.allCases.first(where: { text.lowercased().contains($0.rawValue) })
    else { return nil }
    self = topic
  }
}

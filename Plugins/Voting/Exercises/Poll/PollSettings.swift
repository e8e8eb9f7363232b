import ExerciseKit
import VotingMethods

/// What every poll can be set to.
protocol PollSettings: Fields {
  /// Whether votes are kept by name or go into the box; the host enforces it.
  var privacy: PollPrivacy { get }
  /// What stands before an amount, where money is spent.
  var moneySign: String? { get }
}

extension PollSettings {
  var moneySign: String? { nil }
}

/// Who can know who voted for what.
enum PollPrivacy: String, FieldChoice {
  /// Everybody: the session keeps votes with names.
  case open
  /// Nobody: people vote in the booth.
  case sealed

  static let summary = "Who can know who voted for what: open keeps names, sealed is the booth"
}

/// A choice among methods, each called by its id.
protocol MethodChoice: FieldChoice {}

extension MethodChoice {
  var id: MethodID {
    guard let id = MethodID(rawValue: rawValue) else {
      preconditionFailure("“\(rawValue)” is declared here and is no method")
    }
    return id
  }
}

extension CountRequest {
  /// A request for so many winners, but no more than there are options; of a method that has no
  /// such number, for what it chooses.
  init(
    _ method: MethodID, winners: Int, of options: Int, settings: [CountOption: String] = [:]
  ) {
    let seats = method.traits.choice == .seats ? max(1, min(winners, options)) : nil
    self.init(method, seats: seats, options: settings)
  }

  /// As the paper announces it.
  func rule(for field: String, currency: String?) -> CountingRule {
    CountingRule(
      method.rawValue, of: field, seats: seats ?? 1, budget: budget,
      settings: Dictionary(uniqueKeysWithValues: options.map { ($0.rawValue, $1) }),
      currency: currency)
  }
}

extension MethodID {
  /// How many of the cards go on by this method, in words.
  func goesOn(_ winners: Int) -> String {
    switch traits.choice {
    case .one: "One card goes on."
    case .seats: winners == 1 ? "One card goes on." : "\(winners) cards go on."
    case .budget: "What the money pays for goes on."
    case .all: "All cards that pass go on."
    }
  }
}

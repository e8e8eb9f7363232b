internal import ExerciseProtocol
internal import Workshop

extension ExerciseQuestion {
  func request(_ activity: ActivityID, events: [Occurrence]) -> Request {
    switch self {
    case .decide(let call): .decide(activity, call, events: events)
    case .view(let audience): .view(activity, audience, events: events)
    case .give: .give(activity, events: events)
    case .paper: .paper(activity, events: events)
    case .state: .state(activity, events: events)
    }
  }

  func isAnswered(by reply: Reply) -> Bool {
    switch (self, reply) {
    case (.decide, .changes), (.decide, .refused), (.view, .view), (.give, .cards),
      (.paper, .paper), (.state, .state):
      true
    default: false
    }
  }

  /// What the answer should be, in the words of an error message.
  var answer: String {
    switch self {
    case .decide: "changes or a refusal"
    case .view: "a view"
    case .give: "cards"
    case .paper: "a paper"
    case .state: "a state"
    }
  }
}

extension Reply {
  var isRefusal: Bool { if case .refused = self { true } else { false } }

  /// How this is wrong where `expected` was asked for. Only an action and a file can be refused:
  /// elsewhere a refusal is a fault in other clothes, and its words say what is wrong.
  func failure(insteadOf expected: String) -> PluginFailure.Kind {
    if case .refused(let refusal) = self {
      return .fault([refusal.message, refusal.hint].compactMap(\.self).joined(separator: " "))
    }
    return .garbage(
      "expected \(expected), but the reply is “\(json["reply"]?.stringOrEmpty ?? "")”")
  }
}

extension JSONValue {
  fileprivate var stringOrEmpty: String {
    guard case .string(let text) = self else { return "" }
    return text
  }
}

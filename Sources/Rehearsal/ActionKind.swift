import ExerciseProtocol

/// What an action is for, as somebody understands it who reads its line in help and knows nothing
/// else of the exercise.
enum ActionKind {
  /// Anybody says or chooses something.
  case contribute
  /// The facilitator goes on within the activity: the next round, phase, pass or question.
  case step
  /// Whoever has had their turn hands it on.
  case handOn
  /// Whoever has their turn passes it by.
  case skip
  /// The facilitator ends it: the count, the result, the decision.
  case end
  /// Takes something back that was done.
  case takeBack
  case other

  init(_ action: ActionDescription) {
    let summary = action.summary.lowercased()
    let words = Set(summary.split { !$0.isLetter }.map(String.init))
    let needs = action.fields.filter(\.isRequired).map(\.type)
    let isAtOnce = needs.isEmpty
    if Self.takesBack(action.name) {
      self = .takeBack
    } else if !action.isForFacilitator, isAtOnce, action.attribution == .none {
      if words.contains("skip") || summary.contains("comes back") {
        self = .skip
      } else {
        self = words.contains("next") ? .handOn : .other
      }
    } else if !action.isForFacilitator {
      self = action.attribution == .none ? .other : .contribute
    } else if isAtOnce, words.contains("next") || summary.contains("go on") {
      self = .step
    } else if needs.allSatisfy({ $0 == .date }), !words.isDisjoint(with: Self.endings) {
      self = .end
    } else {
      self = .other
    }
  }

  private static let endings: Set<String> = [
    "end", "ends", "finish", "close", "result", "results", "count", "decision", "conclude",
  ]

  private static let takingBack: Set<String> = [
    "back", "cancel", "clear", "cover", "delete", "drop", "fold", "hide", "release", "remove",
    "reopen", "reset", "restart", "split", "withdraw",
  ]

  private static func takesBack(_ name: String) -> Bool {
    takingBack.contains(name) || name.hasPrefix("un")
  }
}

extension ActionDescription {
  var kind: ActionKind { ActionKind(self) }

  /// Whether somebody can fill it in who has no file at hand.
  var canBeFilled: Bool { !fields.contains { $0.isRequired && $0.type == .file } }
}

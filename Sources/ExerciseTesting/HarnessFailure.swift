public import ExerciseKit

/// Why a ``Harness`` could not go on: a mistake in the test, or one in the exercise that a host
/// would not let pass.
public enum HarnessFailure: Error, Hashable, Sendable {
  /// The plugin has no such exercise.
  case unknownExercise(String)
  /// The exercise has no such action.
  case unknownAction(String)
  /// The action, or the settings, have no such field.
  case unknownField(String, of: String)
  /// Nobody of that name is on the roster.
  case unknownPerson(String)
  /// The board has no such card, or the activity may not touch it.
  case unknownCard(CardID)
  /// A card that is to answer one which was not proposed before it.
  case unknownDraft(Int)
  /// An action that has to be somebody's was taken by nobody.
  case nobodyNamed(action: String)
  /// A text longer than a host takes, in bytes of UTF-8.
  case tooLong(bytes: Int, limit: Int)
  /// Changes that a host refuses for another reason; in words.
  case impossibleChange(String)
  /// The plugin says that the request could not be served.
  case fault(String)
  /// What the plugin answered is no message of the protocol.
  case garbage(String)
  /// The plugin's process could not be started, did not take the library, or ended; how.
  case ended(String)
  /// It answered with another kind of reply than was asked for.
  case unexpectedReply(String, to: String)
}

extension HarnessFailure: CustomStringConvertible {
  public var description: String {
    switch self {
    case .unknownExercise(let id): "The plugin has no exercise “\(id)”."
    case .unknownAction(let name): "The exercise has no action “\(name)”."
    case .unknownField(let name, let owner): "“\(owner)” has no field “\(name)”."
    case .unknownPerson(let name): "“\(name)” is not on the roster."
    case .unknownCard(let card): "There is no card \(card) that this activity may touch."
    case .unknownDraft(let position):
      "A card answers draft \(position), which was not proposed before it."
    case .nobodyNamed(let action): "“\(action)” has to be somebody's: say whose."
    case .tooLong(let bytes, let limit): "A text has \(bytes) bytes; a host takes \(limit)."
    case .impossibleChange(let why): "A host refuses these changes: \(why)."
    case .fault(let message): "The plugin reports a fault: \(message)"
    case .garbage(let problem): "The plugin's answer is no message: \(problem)"
    case .ended(let how): "The plugin's process \(how)."
    case .unexpectedReply(let reply, let request): "“\(request)” was answered with “\(reply)”."
    }
  }
}

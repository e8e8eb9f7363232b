import ExerciseKit

extension Reply {
  /// What to throw where another reply was asked for.
  func surprise(to request: String) -> any Error {
    switch self {
    case .refused(let refusal): refusal
    case .fault(let message): HarnessFailure.fault(message)
    default: HarnessFailure.unexpectedReply(name, to: request)
    }
  }
}

extension JSONValue {
  /// Refuses members that no field declares: a host would never send them.
  func check(
    against fields: [FieldDescription], of owner: String
  ) throws(HarnessFailure) {
    guard case .object(let members) = self else { return }
    for member in members where !fields.contains(where: { $0.name == member.name }) {
      throw .unknownField(member.name, of: owner)
    }
  }
}

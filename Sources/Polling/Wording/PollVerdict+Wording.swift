extension PollVerdict.Flaw {
  /// Why nobody is chosen, for after “the vote is”: “not valid: 2 of 3 needed.”
  public var message: String {
    switch self {
    case .quorum(let needed, let counted): "not valid: \(counted) of \(needed) needed."
    case .noBallots: "not valid: no ballot was cast."
    case .noAnswers: "not valid: no ballot chooses anything."
    case .notCounted(let reason): "without a result: \(reason)"
    }
  }
}

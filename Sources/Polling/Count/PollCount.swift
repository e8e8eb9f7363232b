public import ExerciseProtocol

/// What came of a poll: its ballots counted by its own rule.
public enum PollCount {
  /// Whether the method of a rule can be counted from answers in this form.
  public static func canCount(_ form: PaperForm, by rule: CountingRule) -> Bool { true }
}

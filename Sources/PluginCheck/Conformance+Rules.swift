import ExerciseKit
import ExerciseTesting

/// The public conformance suite, which every author can run in a test, is what the rules about
/// behaviour run: here each of its findings gets the id of a rule.
extension Subject {
  /// Runs a part of the suite, each start in a process of its own.
  func findings(in aspect: Conformance.Aspect, steps: Int) -> [Finding] {
    Conformance(seed: options.seed, steps: steps) {
      let started = try self.start()
      return { request in try started.answer(request) }
    }.findings(in: [aspect])
  }
}

extension CheckRule {
  /// Which rule of ours a rule of the suite belongs to.
  static func id(of rule: ExerciseTesting.Rule) -> String {
    switch rule {
    case .manifestRoundTrips, .namesAreKebabCase: "CP006"
    case .namesAreUnique, .fieldsAreDescribed, .numbersAreBounded, .defaultsFit,
      .defaultsAreAccepted, .lineActionExists:
      "CP007"
    case .actionsHaveExamples: "CP008"
    case .decidingIsPure, .decidingChangesNothing, .stateReopens: "CP009"
    case .damagedStateIsAnswered: "CP010"
    case .everyRequestIsAnswered, .replyHasItsKind, .changesArePossible, .wrongFieldsAreRefused,
      .everyAudienceHasAView, .unknownIsRefused, .damagedRequestIsAnswered,
      .onlyDecisionsAreRefused, .answersKeepToLimits:
      "CP011"
    }
  }

  /// Those of `findings` that are this rule's. Where there are none, and others cut the suite
  /// short, the rule was not judged.
  static func verdict(of id: String, from findings: [Finding]) -> Verdict {
    let own = findings.filter { Self.id(of: $0.rule) == id }
    if own.isEmpty, let other = findings.first(where: \.rule.cutsShort) {
      return .notJudged("the plugin did not get so far: see \(Self.id(of: other.rule))")
    }
    return .judged(own.map { Breach($0) })
  }
}

extension ExerciseTesting.Rule {
  /// Whether nothing more is asked after it.
  fileprivate var cutsShort: Bool {
    switch self {
    case .everyRequestIsAnswered, .replyHasItsKind, .defaultsAreAccepted, .everyAudienceHasAView:
      true
    default: false
    }
  }
}

extension ExerciseTesting.Rule {
  /// Hosts get along with plugins of before, which break these.
  fileprivate var severity: Severity {
    switch self {
    case .onlyDecisionsAreRefused, .answersKeepToLimits: .warning
    default: .error
    }
  }
}

extension Breach {
  init(_ finding: Finding) {
    self.init(
      finding.subject, "\(finding.what) (\(finding.rule.reason))",
      severity: finding.rule.severity)
  }
}

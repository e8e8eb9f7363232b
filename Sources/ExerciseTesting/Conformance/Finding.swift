/// One breach of a rule that plugins keep.
public struct Finding: Hashable, Sendable {
  public var rule: Rule
  /// The thing that breaks it: `dot-voting dots`, `manifest`.
  public var subject: String
  /// What was seen.
  public var what: String

  public init(_ rule: Rule, on subject: String, _ what: String) {
    self.rule = rule
    self.subject = subject
    self.what = what
  }
}

extension Finding: CustomStringConvertible {
  public var description: String { "\(subject): \(what) [\(rule.rawValue): \(rule.reason)]" }
}

/// What every plugin keeps to, so that a host can rely on it.
public enum Rule: String, CaseIterable, Sendable {
  case manifestRoundTrips = "manifest-round-trips"
  case namesAreKebabCase = "names-are-kebab-case"
  case namesAreUnique = "names-are-unique"
  case fieldsAreDescribed = "fields-are-described"
  case numbersAreBounded = "numbers-are-bounded"
  case defaultsFit = "defaults-fit"
  case actionsHaveExamples = "actions-have-examples"
  case lineActionExists = "line-action-exists"
  case defaultsAreAccepted = "defaults-are-accepted"
  case everyRequestIsAnswered = "every-request-is-answered"
  case replyHasItsKind = "reply-has-its-kind"
  case decidingChangesNothing = "deciding-changes-nothing"
  case decidingIsPure = "deciding-is-pure"
  case changesArePossible = "changes-are-possible"
  case wrongFieldsAreRefused = "wrong-fields-are-refused"
  case everyAudienceHasAView = "every-audience-has-a-view"
  case stateReopens = "state-reopens"
  case unknownIsRefused = "unknown-is-refused"
  case damagedStateIsAnswered = "damaged-state-is-answered"
  case damagedRequestIsAnswered = "damaged-request-is-answered"
  case onlyDecisionsAreRefused = "only-decisions-are-refused"
  case answersKeepToLimits = "answers-keep-to-limits"

  /// Why the rule is one.
  public var reason: String {
    switch self {
    case .manifestRoundTrips: "help and completion come from the stored manifest"
    case .namesAreKebabCase: "names are typed"
    case .namesAreUnique: "a name that two things have finds one of them"
    case .fieldsAreDescribed: "the summary is the question that people are asked"
    case .numbersAreBounded: "what people may type must be known before they do"
    case .defaultsFit: "what stands in where nothing is given is checked by nobody else"
    case .actionsHaveExamples: "people learn from lines that work as they stand"
    case .lineActionExists: "a plain line must mean something"
    case .defaultsAreAccepted: "an activity without settings is the usual one"
    case .everyRequestIsAnswered: "an exercise that ends its process interrupts the room"
    case .replyHasItsKind: "the host can use no other"
    case .decidingChangesNothing: "a change is true only once it is in the journal"
    case .decidingIsPure: "the host may ask again, and another process must say the same"
    case .changesArePossible: "the host refuses changes to what is not there"
    case .wrongFieldsAreRefused: "what was not understood must not happen"
    case .everyAudienceHasAView: "somebody may look at any time"
    case .stateReopens: "crash, undo and restart all fold the events again"
    case .unknownIsRefused: "a host of another age may ask for what is not there"
    case .damagedStateIsAnswered: "files get damaged, and the events are there to fold"
    case .onlyDecisionsAreRefused:
      "a refusal is the person's to mend; what the plugin can't do is a fault, with its words"
    case .answersKeepToLimits: "the host cuts what is larger, or does without"
    case .damagedRequestIsAnswered: "a newer host says more, and one with a fault says it wrongly"
    }
  }
}

/// What a method can be told besides seats, budget and tie-break, by the name under which commands
/// and results know it. Which methods know which of them: ``MethodTraits``.
public enum CountOption: String, CaseIterable, Hashable, Sendable, CustomStringConvertible {
  case strength, universes, quorum, share, support, completion, satisfaction, threshold
  case fistBlocks = "fist-blocks"
  case topUp = "top-up"
  case dots, cap, credits, groups, seed, quota, hurdle
  case answersNeeded = "answers-needed"
  case bulkExclusion = "bulk-exclusion"

  public var description: String { rawValue }

  /// What may be written for it.
  public enum Values: Hashable, Sendable {
    /// A whole number in the range.
    case number(ClosedRange<Int>)
    /// A part of the whole from 0 to 1: "3/4", "0.75", "75%".
    case share
    /// One of these words.
    case words([String])
  }

  /// What may be written for it by somebody who uses `method`.
  public func values(for method: MethodID) -> Values {
    switch self {
    case .strength: .words(["margins", "winning-votes"])
    case .satisfaction: .words(["cost", "cardinality"])
    case .completion where method == .equalShares: .words(["phragmen", "none"])
    case .completion: .words(["add-1,greedy", "add-1", "greedy", "none"])
    case .fistBlocks, .bulkExclusion: .words(["yes", "no"])
    case .share, .hurdle: .share
    case .quota: .words(["hare", "droop"])
    case .support: .number(1...8)
    case .universes, .dots, .cap, .credits, .answersNeeded: .number(1...1_000_000)
    case .topUp: .number(1...100)
    case .groups: .number(1...20)
    case .quorum, .threshold, .seed: .number(0...999_999_999_999)
    }
  }

  /// What it means to a method, in a few words for a sentence.
  public func meaning(for method: MethodID) -> String {
    guard self == .threshold else { return meaning }
    return method.traits.choice == .budget
      ? "how many points a project needs" : "how many papers a candidate needs"
  }

  /// What it means, in a few words for a list.
  public var meaning: String {
    switch self {
    case .strength: "what makes one victory stronger than another"
    case .universes: "how many ways to break ties are followed at most"
    case .quorum: "how many voters must have given a grade"
    case .share: "which part of the grades must be support"
    case .support: "the least grade that is support"
    case .completion: "what is done with what is left over"
    case .satisfaction: "what a funded project is worth to a supporter"
    case .threshold: "how many points a project needs, or papers a candidate"
    case .fistBlocks: "whether one fist stops a proposal"
    case .topUp: "which hundredths of its cost fund the first project that is too dear"
    case .dots: "how many dots a voter has"
    case .cap: "how many of them may lie on one option"
    case .credits: "what a voter may spend"
    case .groups: "how many groups to look for"
    case .quota: "what a seat costs"
    case .hurdle: "which part of the votes a party needs to have seats"
    case .seed: "what the draws begin with"
    case .bulkExclusion: "whether candidates are excluded in bulk, as by hand"
    case .answersNeeded: "how many statements somebody must have answered"
    }
  }
}

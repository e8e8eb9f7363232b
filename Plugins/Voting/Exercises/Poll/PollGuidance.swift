import ExerciseKit

/// What a facilitator does and says in a poll. How a vote is opened and kept is the same in all of
/// them; the rest is each one's own.
enum PollGuidance {
  /// - Parameters:
  ///   - steps: before the vote, in order.
  ///   - isSecret: whether it is secret unless set otherwise.
  ///   - last: after the count, if there is something to say.
  ///   - access: how nobody is left out.
  static func lines(
    _ steps: [String], isSecret: Bool = true, last: String? = nil, tip: String,
    variation: String? = nil, access: String
  ) -> [String] {
    let secret = "/vote open, and send one person after another to the booth; nobody looks on."
    let open = "call people one after another: @Name and their vote; then /reveal."
    return steps
      + [isSecret ? "Secret: \(secret)" : "Not secret: say so, and \(open)"]
      + [last].compactMap(\.self)
      + ["Tip: \(tip)"]
      + [variation.map { "Variation: \($0)" }].compactMap(\.self)
      + [
        isSecret
          ? "Variation: privacy=open keeps votes with names: say so, and \(open)"
          : "Variation: privacy=sealed makes it secret: \(secret)",
        "Accessibility: \(access)",
      ]
  }
}

import ExerciseKit
import VotingMethods

/// The scales on which agreement is shown. What the methods ask for is in their own words: see
/// `FistToFive`, `Gradients` and `Consent`.
enum AgreementScale: String, MethodChoice {
  case fistToFive = "fist-to-five"
  case gradients, consent

  /// The lowest first.
  var steps: [ScaleStep] {
    switch self {
    case .fistToFive:
      [
        ScaleStep(0, "a fist: I stop this"), ScaleStep(1, "I see great problems"),
        ScaleStep(2, "I want to talk about it first"), ScaleStep(3, "I can live with it"),
        ScaleStep(4, "I find it good"), ScaleStep(5, "I am all for it and will help"),
      ]
    case .gradients:
      [
        ScaleStep(1, "veto"), ScaleStep(2, "serious disagreement"),
        ScaleStep(3, "I don't like it, but support the group"),
        ScaleStep(4, "more discussion is needed"), ScaleStep(5, "no opinion"),
        ScaleStep(6, "support with reservations"), ScaleStep(7, "agreement with a minor point"),
        ScaleStep(8, "whole-hearted endorsement"),
      ]
    case .consent:
      [
        ScaleStep(0, "I object: it would do harm"),
        ScaleStep(1, "I have a concern, which stops nothing"), ScaleStep(2, "I consent"),
      ]
    }
  }

  var range: ClosedRange<Int> {
    let values = steps.map(\.value)
    return (values.first ?? 0)...(values.last ?? 0)
  }

  /// How to answer, and what a proposal must pass.
  func words(_ settings: AgreePoll.Settings) -> String {
    let share = settings.share == 100 ? "everybody" : "\(settings.share) in a hundred"
    switch self {
    case .fistToFive:
      let fist = settings.fistBlocks ? " and no fist" : ""
      return "Answer from 0 to 5. It stands with 3 or more from \(share)\(fist)."
    case .gradients:
      return "Answer from 1, a veto, to 8, whole-hearted endorsement. It stands with "
        + "\(settings.support) or more from \(share) and no veto."
    case .consent:
      return "Answer 2 to consent, 1 to voice a concern, 0 to object. It stands unless somebody "
        + "objects."
    }
  }
}

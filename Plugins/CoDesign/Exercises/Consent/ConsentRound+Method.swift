import ExerciseKit
import VotingMethods

extension ConsentRound.Method {
  /// The steps of the scale, the lowest first.
  var steps: [ScaleStep] {
    switch self {
    case .consent:
      [ScaleStep(0, "Objection"), ScaleStep(1, "Consent, with a concern"), ScaleStep(2, "Consent")]
    case .fistToFive:
      [
        ScaleStep(0, "Fist: I block it"), ScaleStep(1, "I see a big problem"),
        ScaleStep(2, "I have doubts to talk about"), ScaleStep(3, "I can live with it"),
        ScaleStep(4, "I think it is good"), ScaleStep(5, "I want it, and help"),
      ]
    case .gradients:
      [
        ScaleStep(1, "I veto it"), ScaleStep(2, "I disagree strongly, and want it known"),
        ScaleStep(3, "I don't like it, but go along with the group"),
        ScaleStep(4, "We should talk more first"), ScaleStep(5, "I have no opinion"),
        ScaleStep(6, "I support it, with reservations"),
        ScaleStep(7, "I agree, but for a small point"), ScaleStep(8, "I endorse it wholeheartedly"),
      ]
    }
  }

  var range: ClosedRange<Int> {
    switch self {
    case .consent: 0...2
    case .fistToFive: 0...5
    case .gradients: 1...8
    }
  }

  /// The grade at or below which one voice alone stops the proposal.
  var block: Int { range.lowerBound }

  /// From which grade on an answer is support.
  var leastSupport: Int {
    switch self {
    case .consent: 2
    case .fistToFive: 3
    case .gradients: 6
    }
  }

  /// How many in a hundred must support it, unless the settings say otherwise.
  var usualShare: Int { self == .gradients ? 75 : 100 }

  /// What can be typed.
  var hint: String {
    switch self {
    case .consent: "@Ruth consent, @Ruth concern … or @Ruth objection … with the reason"
    case .fistToFive: "@Ruth 4, from 0, a fist, to 5; a reason may follow"
    case .gradients: "@Ruth 6, from 1, veto, to 8, wholehearted; a reason may follow"
    }
  }

  /// Reads `objection Nobody pays for it`, `consent with a concern: staff` or `4 I like it`: the
  /// answer whose words match most of the beginning, and what follows as the reason; nil where no
  /// answer is in it.
  func answer(in text: String) -> (grade: Int, reason: String)? {
    let numbers = steps.map { (words: String($0.value), value: $0.value) }
    let labels = steps.map { (words: $0.label, value: $0.value) }
    let words = AnswerWords(phrases + numbers + labels)
    guard self == .consent else { return words.read(text) }
    guard let answer = words.read(text) ?? words.read(text.withoutSubject) else { return nil }
    // `fine by me, but the noise`: it is a concern that makes the difference.
    let isLimited = answer.grade == 2 && answer.reason.beginsLimiting
    return isLimited ? (1, answer.reason) : answer
  }

  /// What people say for a step, besides its number and its name.
  private var phrases: [(words: String, value: Int)] {
    switch self {
    case .consent:
      ConsentRound.spoken.flatMap { grade, all in all.map { (words: $0, value: grade) } }
    case .fistToFive: [("fist", 0), ("a fist", 0), ("I block", 0)]
    case .gradients:
      [("veto", 1), ("I veto", 1), ("no opinion", 5), ("endorse", 8), ("I endorse", 8)]
    }
  }
}

extension ConsentRound.Settings {
  /// Whether these answers let the proposal pass, by the method's own rule.
  ///
  /// The rules are those of the library of voting methods.
  func passes(_ answers: [ConsentRound.Answer]) -> Bool {
    var ballots = ScoreBallots(candidates: Candidate.numbered(["proposal"]), range: method.range)
    for answer in answers where method.range.contains(answer.grade) {
      try? ballots.append([answer.grade])
    }
    let share = Rational(support ?? method.usualShare, over: 100)
    let outcome: Outcome? =
      switch method {
      case .consent: try? Consent(quorum: quorum).tally(ballots)
      case .fistToFive: try? FistToFive(quorum: quorum, share: share).tally(ballots)
      case .gradients: try? Gradients(quorum: quorum, share: share).tally(ballots)
      }
    return outcome?.winners.isEmpty == false
  }
}

import ExerciseKit

extension ConsentRound.Phase {
  /// The phase after this one; the last stays.
  var next: ConsentRound.Phase {
    let all = ConsentRound.Phase.allCases
    let index = all.firstIndex(of: self) ?? 0
    return all[min(index + 1, all.count - 1)]
  }

  /// `5 of 7, objections; then integrate and decision`.
  var place: String {
    let all = ConsentRound.Phase.allCases
    let index = all.firstIndex(of: self) ?? 0
    let rest = all[(index + 1)...].map(\.rawValue).listed
    return "\(index + 1) of \(all.count), \(rawValue)" + (rest.isEmpty ? "" : "; then \(rest)")
  }

  /// The tag of what is said in it.
  var tag: String {
    switch self {
    case .questions: "question"
    case .reactions: "reaction"
    case .amend, .integrate: "suggestion"
    default: "note"
    }
  }

  /// What to say to the room.
  func words(_ method: ConsentRound.Method) -> String {
    switch self {
    case .proposal: "Say: “This is the proposal. Listen first.” Then read it out."
    case .questions:
      "Say: “What do you need to know, to understand it? Only questions, no opinions yet.”"
    case .reactions:
      "Say: “One after the other: what do you think of it? Nobody answers; we listen.”"
    case .amend: "Say to whoever proposes it: “Do you want to change something, after that?” /amend"
    case .objections:
      switch method {
      case .consent:
        "Say: “Is there any reason why we should not do this? Consent, a concern, or an objection?”"
      case .fistToFive: "Say: “Show how far you go along: a fist blocks, five fingers are a yes.”"
      case .gradients: "Say: “From 1, veto, to 8, wholeheartedly: where are you?”"
      }
    case .integrate:
      "Say to whoever objects: “What would have to change, so that you could live with it?” /amend"
    case .decision: "Say: “We have decided. When do we look at it again?” /decide 2027-03-01"
    }
  }
}

extension Room<ConsentRound> {
  func propose(_ text: String, from card: CardID?) -> [Effect<ConsentRound.Event>] {
    [
      .record(.proposed(text, from: card)),
      .notice(ConsentRound.Phase.questions.words(settings.method)),
    ]
  }

  /// A card of what was said in this phase.
  func note(_ text: String) -> [Effect<ConsentRound.Event>] {
    let (words, tags) = text.withoutTrailingTags
    return [.add(CardDraft(words, tags: [state.phase.tag] + tags))]
  }

  /// An answer to the test; its reason becomes a card, an objection's also where it has none.
  func answer(_ grade: Int, _ reason: String) throws(Refusal) -> [Effect<ConsentRound.Event>] {
    let method = settings.method
    try checkSomebody(settings.privacy, hint: method.hint)
    let isBlock = grade <= method.block
    let isSupport = grade >= method.leastSupport
    var effects: [Effect<ConsentRound.Event>] = [
      .record(.answered(ConsentRound.Answer(grade: grade, by: actor)))
    ]
    // Whoever answers again has changed their mind: what they gave as a reason is said no more.
    let reasons = standingReasons
    if !reasons.isEmpty { effects.append(.record(.withdrawn(reasons))) }
    if isBlock || !reason.isEmpty {
      let tag = isBlock ? "objection" : isSupport ? "reaction" : "concern"
      effects.append(
        .add(
          CardDraft(
            reason.isEmpty ? "An objection; the reason is still to be heard." : reason, tags: [tag],
            attributes: ["version": "\(state.wordings.count)"])))
    }
    let told = reasons.isEmpty ? "" : " \(reasons.map(\.rawValue).listed) stands no more."
    return effects + [.notice("Noted.\(told)")]
  }

  /// The cards with the reasons that whoever answers now gave for their answer to this wording.
  private var standingReasons: [CardID] {
    guard let actor, state.answers.contains(where: { $0.by == actor }) else { return [] }
    return said.filter { card in
      card.author == actor && card.attributes["version"] == "\(state.wordings.count)"
        && card.at.milliseconds >= state.since ?? 0
    }.map(\.id)
  }

  /// What was said and holds; the cards of answers that were changed stay in the session alone.
  var said: [Card] {
    let gone = Set(state.withdrawn ?? [])
    return visible.filter { !gone.contains($0.id) }
  }

  /// Why the proposal does not pass as it stands; nil where it does.
  var whyNot: String? {
    let (answers, method) = (state.answers, settings.method)
    guard !answers.isEmpty else { return "Nobody has answered yet." }
    guard answers.count >= settings.quorum else {
      return "\(answers.count) of the \(settings.quorum) who are needed answered."
    }
    guard !settings.passes(answers) else { return nil }
    let blocks = answers.count { $0.grade <= method.block }
    if blocks > 0 {
      return "\(counted(blocks, "objection")) \(blocks == 1 ? "stands" : "stand") in the way."
    }
    let support = answers.count { $0.grade >= method.leastSupport }
    let share = settings.support ?? method.usualShare
    return "\(support) of \(answers.count) \(support == 1 ? "supports" : "support") it, and "
      + (share == 100 ? "all must." : "\(share) percent must.")
  }

  /// - Throws: where not enough people were asked, or the test is not passed.
  func checkPassed() throws(Refusal) {
    guard let reason = whyNot else { return }
    throw Refusal(
      reason,
      hint: state.answers.count < settings.quorum
        ? settings.method.hint
        : "/phase integrate: ask what would have to change, /amend, and ask again.")
  }
}

package import ExerciseProtocol
import OrderedCollections
package import Polling

/// What happened to a poll. None of it can be undone: what people relied on when they voted stays
/// as it was.
package enum PollEvent: Hashable, Sendable {
  /// - Parameter because: why it stands in place of an earlier poll of the activity.
  case opened(PollTerms, because: String?)
  /// - Parameter cast: how many ballots had come by each way; nil in journals from before it was
  ///   told.
  case closed(PollID, cast: ChannelCounts?)
  case reopened(PollID, because: String)
  case counted(PollID, PollResult)
  case calledOff(PollID, because: String)
  /// What the room said after closing: from here on the lot that breaks ties is settled.
  case mixed(PollID, words: String)
  /// Codes were printed for a poll that is to be opened; these are their hashes, and those of
  /// earlier ones count no more.
  case codesDrawn(PollID, [Fingerprint])
  /// A later count of the same activity stands in place of an earlier one.
  case handCounted(ShowOfHands)
  /// The weights and proxies are now these.
  case entitled(VotingRights)
}

extension Session {
  mutating func evolve(_ event: PollEvent) throws(Inconsistency) {
    switch event {
    case .opened(let terms, let reason):
      guard let activity = agenda[terms.activity] else { throw .noActivity(terms.activity) }
      let settings = settings(of: activity)
      for earlier in polls(of: terms.activity) { polls[earlier.id]?.phase = .replaced }
      polls[terms.poll] = Poll(terms, reasons: reason.map { [$0] } ?? [], settings: settings)
    case .closed(let id, _): try change(id) { $0.phase = .closed }
    case .reopened(let id, let reason):
      try change(id) {
        $0.phase = .open
        $0.reasons.append(reason)
      }
    case .counted(let id, let result): try change(id) { $0.phase = .counted(result) }
    case .calledOff(let id, let reason):
      try change(id) { $0.phase = .calledOff(because: reason) }
    case .mixed(let id, let words): try change(id) { $0.words = words }
    case .codesDrawn(let id, let hashes): codes[id] = hashes
    case .handCounted(let count):
      guard agenda[count.activity] != nil else { throw .noActivity(count.activity) }
      handCounts[count.activity] = count.totals.isEmpty ? nil : count
    case .entitled(let rights): self.rights = rights
    }
  }

  private mutating func change(_ id: PollID, _ body: (inout Poll) -> Void) throws(Inconsistency) {
    guard polls[id] != nil else { throw .noPoll(id) }
    body(&polls[id]!)
  }

  /// The polls of an activity, the first one first.
  package func polls(of activity: ActivityID) -> [Poll] {
    polls.values.filter { $0.terms.activity == activity }
  }

  /// The activity's poll whose box is still full, if it has one.
  package func undecidedPoll(of activity: ActivityID) -> Poll? {
    polls(of: activity).last { $0.phase.isUndecided }
  }

  /// The settings that an activity is held under: from the opening of a vote on, those that it was
  /// opened with. A vote that was called off holds nothing any more.
  package func settings(of activity: Activity) -> JSONValue {
    guard let poll = polls(of: activity.id).last else { return activity.plan.settings }
    switch poll.phase {
    case .open, .closed, .counted: return poll.settings ?? activity.plan.settings
    case .calledOff, .replaced: return activity.plan.settings
    }
  }

  /// Any poll that people may vote in now.
  package var openPoll: Poll? { polls.values.last { $0.phase == .open } }
}

extension Session {
  /// Cards as the exercise of an activity is to know them. Where no rule counts a secret vote, the
  /// exercise shows what was voted and says what goes on: from the count on it does so for the
  /// cards that were on the paper, in the words that were voted on, whatever becomes of them.
  func asCounted(_ cards: [Card], in activity: ActivityID) -> [Card] {
    guard let poll = polls(of: activity).last, poll.phase.isCounted, poll.terms.paper.rule == nil
    else { return cards }
    var words: [CardID: String] = [:]
    for option in poll.terms.paper.questions.flatMap(\.options) {
      words[CardID(option.id)] = option.text
    }
    return cards.map { card in
      guard let text = words[card.id] else { return card }
      var card = card
      (card.text, card.hidden) = (text, nil)
      return card
    }
  }
}

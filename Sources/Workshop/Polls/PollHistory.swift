import ExerciseProtocol
package import Polling

/// What came before a vote's count: earlier votes of the same activity that were counted or called
/// off, and why each was opened again. A result is told with it, on screen, in the report and by an
/// audit, so that nobody takes the last vote for the only one.
///
/// It is read from the journal's events, undone ones too: that a vote was held is not undone.
package struct PollHistory: Hashable, Sendable {
  /// In the order in which it happened.
  package private(set) var entries: [Entry] = []
  /// How many of the entries are from before the vote was opened, or the reason of its opening.
  private var opening = 0

  package enum Entry: Hashable, Sendable {
    /// An earlier vote was counted, and stands no more: what it came to, in a sentence; nil in
    /// journals of before, which don't have it.
    case counted(String?)
    /// An earlier vote was called off.
    case calledOff(because: String)
    /// It, or an earlier one, was opened again, or in place of one.
    case openedAgain(because: String)
  }

  /// - Parameter events: the session's, all of them.
  package init(of poll: PollID, _ events: [LoggedEvent]) {
    var terms: [PollID: PollTerms] = [:]
    for case .poll(.opened(let opened, _)) in events.map(\.event) { terms[opened.poll] = opened }
    guard let activity = terms[poll]?.activity else { return }
    func isMeant(_ id: PollID) -> Bool { terms[id]?.activity == activity }
    for case .poll(let event) in events.map(\.event) {
      switch event {
      case .opened(let opened, let reason) where opened.activity == activity:
        if let reason { entries.append(.openedAgain(because: reason)) }
        if opened.poll == poll { opening = entries.count }
      case .reopened(let id, let reason) where isMeant(id):
        entries.append(.openedAgain(because: reason))
      case .counted(poll, _), .calledOff(poll, _): return
      case .counted(let id, let result) where isMeant(id):
        entries.append(.counted(terms[id].flatMap { CountedPoll($0, result)?.inWords }))
      case .calledOff(let id, let reason) where isMeant(id):
        entries.append(.calledOff(because: reason))
      default: break
      }
    }
  }

  /// Why the vote was opened, where it stands in place of earlier ones, and why those were opened
  /// again: what its box does not know.
  package var reasonsOfOpening: [String] {
    entries.prefix(opening).compactMap {
      if case .openedAgain(let reason) = $0 { reason } else { nil }
    }
  }

  /// One sentence an entry.
  package var sentences: [String] {
    entries.map {
      switch $0 {
      case .counted(let result): PollWording.countedBefore(result)
      case .calledOff(let reason): PollWording.calledOffBefore(reason)
      case .openedAgain(let reason): PollWording.openedAgain(reason)
      }
    }
  }
}

extension CountedPoll {
  /// What the count came to, in a sentence.
  fileprivate var inWords: String {
    if case .note(let text, _) = headline { text } else { PollWording.nobody }
  }
}

extension Desk {
  /// What a vote is told with that is not the only one of its activity, or was opened again.
  func history(of poll: Poll) -> PollHistory? {
    guard let live, live.session.polls(of: poll.terms.activity).count > 1 || !poll.reasons.isEmpty
    else { return nil }
    return PollHistory(of: poll.id, live.timeline.events)
  }

  /// It, in sentences. Of a session that was restored the events of before are gone, and what the
  /// session itself knows is told.
  func historyLines(of poll: Poll) -> [String] {
    let lines = history(of: poll)?.sentences ?? []
    return lines.isEmpty ? poll.reasons.map(PollWording.openedAgain) : lines
  }
}

package import ExerciseProtocol

/// A session with everything that led to it, so that any step can be undone and redone.
///
/// A step is what one command did. Undoing one folds the events again without it: a crash, a replay
/// and an undo are the same thing. What a later step builds on can't be undone before that step is.
package struct Timeline: Sendable {
  package private(set) var session = Session()
  package private(set) var events: [LoggedEvent] = []
  /// The steps that do not count, in the order in which they were undone.
  package private(set) var undone: [Int] = []
  /// Events that were passed over because what they speak of is not there: somebody edited the
  /// journal, or erased what they build on. The rest of the session is none the worse for it.
  package private(set) var passedOver: [TimelineConflict] = []

  package init() {}

  /// The sequence number of the last event; 0 before the first.
  package var head: Int { events.last?.sequence ?? 0 }

  /// Folds what was appended to the journal.
  ///
  /// - Returns: whether steps were undone or redone, so that what was derived elsewhere from the
  ///   events must be derived again.
  @discardableResult
  package mutating func append(_ logged: [LoggedEvent]) -> Bool {
    var mustRefold = false
    for entry in logged {
      events.append(entry)
      switch entry.event {
      case .undone(let step):
        undone.append(step)
        mustRefold = true
      case .redone(let step):
        undone.removeAll { $0 == step }
        mustRefold = true
      default:
        if !mustRefold { fold(entry) }
      }
    }
    if mustRefold { refold() }
    return mustRefold
  }

  private mutating func refold() {
    (session, passedOver) = (Session(), [])
    let gone = Set(undone)
    for entry in events {
      if gone.contains(entry.step) { session.note(entry.event) } else { fold(entry) }
    }
  }

  private mutating func fold(_ entry: LoggedEvent) {
    // A whole session takes the place of all that led to it, and of what that lacked.
    if case .restored = entry.event { passedOver = [] }
    do throws(TimelineConflict) {
      try session.fold(entry)
    } catch {
      passedOver.append(error)
    }
  }

  /// The session as it would be if other steps did not count.
  ///
  /// - Throws: the first later step that builds on what would be missing.
  package func session(without steps: Set<Int>) throws(TimelineConflict) -> Session {
    var session = Session()
    var missing = MissingLabels(standing: undone)
    for entry in events {
      if steps.contains(entry.step) {
        session.note(entry.event)
        missing.add(entry)
        continue
      }
      if let conflict = missing.conflict(with: entry) { throw conflict }
      do throws(TimelineConflict) {
        try session.fold(entry)
      } catch {
        if !passedOver.contains(error) { throw error }
      }
    }
    return session
  }
}

/// A step that can't stand where it stands.
package struct TimelineConflict: Error, Hashable, Sendable {
  package var step: Int
  package var reason: Inconsistency
  /// The card that is not on the board because of it, where the event would have added one.
  package var missing: Card?
}

extension Session {
  fileprivate mutating func fold(_ entry: LoggedEvent) throws(TimelineConflict) {
    do throws(Inconsistency) {
      try evolve(entry.event, at: entry.at)
    } catch {
      var missing: Card?
      if case .cardAdded(let card) = entry.event { missing = card }
      throw TimelineConflict(step: entry.step, reason: error, missing: missing)
    }
  }
}

extension Timeline {
  /// The latest step that could be undone. Looks from the end, so that it costs the same in a long
  /// session as in a short one.
  package var lastUndoableStep: Int? {
    let gone = Set(undone)
    for entry in events.reversed() where entry.step == entry.sequence && !gone.contains(entry.step)
    {
      switch entry.event {
      // The session as it was restored is what it is, whatever led to it.
      case .restored: return nil
      case .created, .undone, .redone, .erased, .unreadable, .poll: continue
      default: return entry.step
      }
    }
    return nil
  }

  /// The events of one step, in order.
  package func events(ofStep step: Int) -> [LoggedEvent] {
    guard let first = events.first?.sequence, events.indices.contains(step - first) else {
      return []
    }
    // Sequence numbers have no gaps, so a step's first event is where its number says.
    return Array(events[(step - first)...].prefix { $0.step == step })
  }
}

/// What whoever is at the booth would lose if the vote ended now.
enum BoothStage: Hashable, Sendable {
  /// Nothing: nobody is here, or their ballot is in the box.
  case unwatched
  /// The facilitator chooses the word.
  case opening
  /// Somebody says who they are.
  case arriving
  /// They fill in a ballot, with so many of theirs in the box already.
  case filling(after: Int)
}

/// The vote may end while somebody is in the booth: closed, or called off, at another terminal.
/// They are told at the next key, or within a second, and nothing that they did is kept.
extension Booth {
  /// Waits for the next thing to happen, and looks meanwhile whether the vote is still open.
  func next(until deadline: Duration?) throws(BoothInterruption) -> BoothInput {
    while stage != .unwatched {
      try heedTheVote()
      let look = device.now + options.pulse
      let input = device.next(until: deadline.map { min($0, look) } ?? look)
      switch input {
      case .deadline:
        if let deadline, device.now >= deadline { return input }
      case .key:
        try heedTheVote()
        return input
      default: return input
      }
    }
    return device.next(until: deadline)
  }

  /// Throws where no ballot would be taken.
  func heedTheVote() throws(BoothInterruption) {
    guard stage != .unwatched else { return }
    switch office.standing() {
    case .closed: throw .ended(stage, .closed)
    case .over: throw .ended(stage, .over)
    // A box that can't be read for a moment throws nobody out: casting tells.
    case .open, .unreachable: return
    }
  }

  /// Says that the vote has ended, and what that means for whoever was here.
  func tell(_ standing: BoothStanding, at stage: BoothStage) throws(BoothInterruption) {
    var screen = MessageScreen(
      heading: poll.title, place: BoothWording.closedPlace,
      paragraphs: [
        BoothWording.voteClosed, BoothWording.closed(at: stage),
        stage != .opening && standing == .closed ? BoothWording.comeAgain : "",
      ].filter { !$0.isEmpty },
      lifetime: options.idle, isAttended: false)
    _ = try show(&screen)
    wipe()
  }
}

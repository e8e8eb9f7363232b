import ExerciseProtocol
import Rendering

/// Nobody is in the booth: it invites the next person.
struct WaitingScreen: BoothScreen {
  enum Outcome { case vote, leave }

  let poll: BoothPoll
  let isBlind: Bool
  let refresh: Duration
  /// Reads the box again.
  let read: () -> BoothTurnout?
  let look: () -> BoothStanding
  private var turnout: BoothTurnout?
  private var standing: BoothStanding

  init(
    _ poll: BoothPoll, isBlind: Bool, refresh: Duration, turnout: @escaping () -> BoothTurnout?,
    standing: @escaping () -> BoothStanding
  ) {
    self.poll = poll
    self.isBlind = isBlind
    self.refresh = refresh
    (read, look) = (turnout, standing)
    (self.turnout, self.standing) = (turnout(), standing())
  }

  private var invitation: String {
    switch standing {
    case .open: break
    case .closed: return BoothWording.voteClosedHere
    case .over: return BoothWording.voteOver
    case .unreachable: return BoothWording.nobodyVotes
    }
    let onlyWords = poll.paper.questions.allSatisfy(\.form.isText)
    return onlyWords ? BoothWording.pressToWrite : BoothWording.pressToVote
  }

  /// How many have voted, while that can still change. “0 of 4” under a closed vote would read as
  /// if nobody's ballot had been kept.
  private var count: String? {
    guard standing == .open else { return nil }
    return turnout.map { BoothWording.turnout($0.cast, of: $0.expected) }
  }

  private var more: String {
    switch standing {
    case .open: BoothWording.privately
    case .closed: BoothWording.nobodyVotes
    case .over: BoothWording.overHere
    case .unreachable: BoothWording.unreachableHere
    }
  }

  var page: BoothPage {
    var page = BoothPage()
    page.isCentred = true
    page.blocks = [
      .text(poll.title, .title), .blank, .text(poll.focus, nil), .blank, .boxed(invitation),
      .blank, .text(more, nil),
    ]
    if let count { page.blocks += [.blank, .text(count, .success)] }
    if isBlind, standing == .open { page.blocks += [.blank, .text(BoothWording.blindHere, nil)] }
    page.keys = BoothWording.waitingKeys
    return page
  }

  var spoken: [String] {
    [poll.title, poll.focus, more] + (count.map { [$0 + "."] } ?? [])
      + (isBlind ? [BoothWording.blindHere] : [])
      + [invitation + ".", BoothWording.waitingSpoken, BoothWording.linear]
  }

  var help: [String] { BoothWording.waitingHelp + BoothWording.receiptHelp }
  var entry: BoothEntry { .none }
  var isAttended: Bool { false }
  var lifetime: Duration? { refresh }

  /// Changed is what was said of the vote, such as that it is closed.
  mutating func lapse() -> BoothReaction<Outcome> {
    let before = standing
    (turnout, standing) = (read(), look())
    return standing == before ? .ignored : .changed
  }

  mutating func press(_ key: BoothKey) -> BoothReaction<Outcome> {
    switch key {
    case .scalar("f"), .scalar("F"): .done(.leave)
    default: .ignored
    }
  }

  mutating func enter(_ line: BoothLine) -> BoothReaction<Outcome> {
    switch line.text.lowercased() {
    case "": vote()
    case "f": .done(.leave)
    default: .ignored
    }
  }

  /// Nobody goes in who could not vote there.
  private mutating func vote() -> BoothReaction<Outcome> {
    (turnout, standing) = (read(), look())
    return standing == .open ? .done(.vote) : .notice(invitation + ". " + more)
  }
}

extension PaperForm {
  fileprivate var isText: Bool {
    if case .text = self { return true }
    return false
  }
}

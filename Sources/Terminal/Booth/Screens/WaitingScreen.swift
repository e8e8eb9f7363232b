import ExerciseProtocol
import Rendering

/// Nobody is in the booth: it invites the next person.
struct WaitingScreen: BoothScreen {
  enum Outcome { case vote, leave }

  let poll: BoothPoll
  let isBlind: Bool
  let refresh: Duration
  /// Reads the box again.
  let read: () -> BoothTurnout
  private var turnout: BoothTurnout

  init(
    _ poll: BoothPoll, isBlind: Bool, refresh: Duration, turnout: @escaping () -> BoothTurnout
  ) {
    self.poll = poll
    self.isBlind = isBlind
    self.refresh = refresh
    read = turnout
    self.turnout = turnout()
  }

  private var invitation: String {
    let onlyWords = poll.paper.questions.allSatisfy(\.form.isText)
    return onlyWords ? BoothWording.pressToWrite : BoothWording.pressToVote
  }

  private var count: String { BoothWording.turnout(turnout.cast, of: turnout.expected) }

  var page: BoothPage {
    var page = BoothPage()
    page.isCentred = true
    page.blocks = [
      .text(poll.title, .title), .blank, .text(poll.focus, nil), .blank, .boxed(invitation),
      .blank, .text(BoothWording.privately, nil), .blank, .text(count, .success),
    ]
    if isBlind { page.blocks += [.blank, .text(BoothWording.blindHere, nil)] }
    page.keys = BoothWording.waitingKeys
    return page
  }

  var spoken: [String] {
    [poll.title, poll.focus, BoothWording.privately, count + "."]
      + (isBlind ? [BoothWording.blindHere] : [])
      + [invitation + ".", BoothWording.waitingSpoken, BoothWording.linear]
  }

  var help: [String] { BoothWording.waitingHelp + BoothWording.receiptHelp }
  var entry: BoothEntry { .none }
  var isAttended: Bool { false }
  var lifetime: Duration? { refresh }

  mutating func lapse() -> BoothReaction<Outcome> {
    turnout = read()
    return .changed
  }

  mutating func press(_ key: BoothKey) -> BoothReaction<Outcome> {
    switch key {
    case .scalar("f"), .scalar("F"): .done(.leave)
    default: .ignored
    }
  }

  mutating func enter(_ line: BoothLine) -> BoothReaction<Outcome> {
    switch line.text.lowercased() {
    case "": .done(.vote)
    case "f": .done(.leave)
    default: .ignored
    }
  }
}

extension PaperForm {
  fileprivate var isText: Bool {
    if case .text = self { return true }
    return false
  }
}

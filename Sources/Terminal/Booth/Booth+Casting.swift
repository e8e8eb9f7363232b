import ExerciseProtocol
import Workshop

extension Booth {
  /// Hands a ballot in, and thanks. False: it could not be put in the box.
  func cast(
    _ action: BoothAction, _ sheet: BoothSheet, as index: Int, of voter: BoothVoter
  ) throws(BoothInterruption) -> Bool {
    let weight = voter.papers[index].weight
    let ballot =
      switch action {
      case .blank: Ballot(.blank, weight: weight)
      case .spoil: Ballot(.spoilt, weight: weight)
      default: sheet.ballot(weight: weight)
      }
    let receipt: [String]
    do {
      receipt = try office.cast(ballot, by: voter, as: index)
    } catch {
      try heedTheVote()
      var screen = MessageScreen(
        heading: poll.title, place: BoothWording.problemPlace,
        paragraphs: [error.message, error.hint ?? "", BoothWording.problemMore].filter {
          !$0.isEmpty
        })
      _ = try show(&screen)
      return false
    }
    // It is in the box: what becomes of the vote now can't take it away.
    stage = .unwatched
    try wipeBetween { () throws(BoothInterruption) in
      if !receipt.isEmpty { try self.show(receipt) }
      try self.thank(isLast: index + 1 == voter.papers.count)
    }
    return true
  }

  /// What was answered is wiped before anything else is said.
  private func wipeBetween(
    _ body: () throws(BoothInterruption) -> Void
  ) throws(BoothInterruption) {
    wipe()
    try body()
    wipe()
  }

  private func show(_ receipt: [String]) throws(BoothInterruption) {
    var screen = MessageScreen(
      heading: poll.title, place: BoothWording.receiptPlace,
      paragraphs: [BoothWording.receiptTitle, receipt.joined(separator: "\n")]
        + [BoothWording.receiptNote(poll.receipts)],
      keys: [BoothWording.receiptKeys(options.idle.wholeSeconds)],
      help: BoothWording.receiptHelp, lifetime: options.idle, isAttended: false)
    _ = try show(&screen)
  }

  private func thank(isLast: Bool) throws(BoothInterruption) {
    var screen = MessageScreen(
      heading: poll.title,
      paragraphs: [
        BoothWording.thanks, isLast ? BoothWording.thanksMore : BoothWording.thanksNext,
      ], isCentred: true, keys: isLast ? BoothWording.thanksKeys : [BoothWording.goOn],
      lifetime: options.thanks, isAttended: false)
    _ = try show(&screen)
  }
}

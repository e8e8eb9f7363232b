/// What is said from the review of a ballot to the thanks.
extension BoothWording {
  // MARK: Review

  static let reviewPlace = "Look it through"
  static let review = "This is your ballot. Nothing has been handed in yet."
  static let reviewBlind =
    "Your ballot is filled in. Your answers are not shown, because others may see this screen."
  static let notAnswered = "Not answered; that is allowed."
  static let taken = "Taken."
  static let actions = "What now?"
  static func action(_ action: BoothAction) -> String {
    switch action {
    case .cast: "Cast this ballot"
    case .blank: "Hand in an empty ballot: I abstain"
    case .spoil: "Spoil it: hand in a ballot that counts for nothing"
    case .restart: "Start again: forget all my answers"
    case .leave: "Leave without handing anything in"
    case .question(let index): "Question \(index + 1)"
    }
  }
  static func reviewStanding(_ questions: Int, cast: Int) -> String {
    (questions == 1 ? "1 changes your answer" : "1 to \(questions) change an answer")
      + "; \(cast) casts the ballot."
  }
  static let reviewLabel = "Type a number:"
  static let reviewKeys = ["↑ ↓ move", "Enter takes the line with >", "Esc back", "? help"]
  static let reviewChoose =
    "Go to a line with ↑ ↓, or type its number; then Enter."
  static func reviewNumber(_ count: Int) -> String { "Type a number from 1 to \(count)." }
  static func notYet(_ question: Int, _ fault: String) -> String {
    "It can't be cast yet. Question \(question): \(fault) Type \(question) to go to it."
  }
  /// Names no card, because others may see the screen.
  static func halfBlind(_ questions: Int) -> String {
    "It can't be cast yet. A card has a number for some of the questions alone, and would lie "
      + "nowhere. Type \(questions == 2 ? "1 or 2" : "1 to \(questions)") and answer it again."
  }
  static let reviewBlindLabel = "A number (nothing is shown):"
  static let reviewBlindAgain = "Type the same number once more; 0 goes back."
  static let reviewBlindAgainLabel = "Once more (nothing is shown):"
  static let reviewBlindDiffer = "That was another number, so nothing was done."
  static let reviewBlindKeys = ["Type a number, then Enter", "Esc back", "? help"]

  // MARK: Confirming

  static func confirm(_ action: BoothAction) -> String {
    switch action {
    case .cast: "Cast this ballot? After that it can be neither changed nor taken back."
    case .blank:
      "Hand in an empty ballot? It says that you abstain, and counts for the turnout. "
        + "It can't be taken back."
    case .spoil:
      "Spoil your ballot? It counts for the turnout and for nothing else. Nobody learns that it "
        + "was yours. It can't be taken back."
    case .restart: "Forget all your answers and start again?"
    case .leave:
      "Leave without handing anything in? Your answers are forgotten, and you may come again."
    case .question: ""
    }
  }
  static let confirmNo = "No, go back and look again"
  static func confirmYes(_ action: BoothAction) -> String {
    switch action {
    case .cast: "Yes, cast it"
    case .blank: "Yes, hand it in empty"
    case .spoil: "Yes, spoil it"
    case .restart: "Yes, start again"
    case .leave: "Yes, leave"
    case .question: ""
    }
  }
  static let confirmPlace = "Are you sure?"
  static let confirmKeys = ["↑ ↓ move", "Enter takes the line with >", "Esc back", "? help"]
  static let confirmStanding = "1 goes back, 2 does it."
  static let confirmNumber = "Type 1 or 2, then Enter."
  static let startedAgain = "Your answers were forgotten. This is the first question again."

  // MARK: Afterwards

  static let receiptPlace = "Your receipt"
  static let receiptTitle = "Your ballot is in the box. This is your receipt:"
  static func receiptNote(_ receipts: BoothPoll.Receipts) -> String {
    let keep = "Write it down or photograph it: it is shown only now."
    return switch receipts {
    case .none: keep
    case .inclusion:
      keep + " With it you can check later that your ballot is in the box. It doesn't say what you "
        + "chose, and it can't prove that this terminal took down what you meant."
    case .full:
      keep
        + " With it you, and whoever has it, can see later what your ballot says. It can't prove "
        + "that this terminal took down what you meant."
    }
  }
  static func receiptKeys(_ seconds: Int) -> String {
    "Enter: I have it; wipe it from the screen. "
      + "It is wiped by itself when no key is touched for \(count(seconds, "second", "seconds"))."
  }
  static let thanks = "Thank you."
  static let thanksMore = "Your ballot is in the box. This screen is wiped now."
  static let thanksNext = "Your ballot is in the box. Another one follows."
  static let thanksKeys = ["Enter makes room for the next person"]
  static let closedPlace = "Not handed in"
  static func closed(at stage: BoothStage) -> String {
    switch stage {
    case .unwatched: ""
    case .opening: "There is nothing to vote on here now."
    case .arriving: "Nothing was handed in here."
    case .filling(0):
      "It was closed while you were in the booth: your ballot was not cast, and nothing of it is "
        + "kept."
    case .filling:
      "It was closed while you were in the booth: this ballot was not cast, and nothing of it is "
        + "kept. What you cast before is in the box."
    }
  }
  static let comeAgain = "If the vote is opened again, you may come back."
  static let problemPlace = "Not handed in"
  static let problemMore =
    "Your ballot is not in the box, and nothing of it was kept there. "
    + "You can try again from the next screen."
}

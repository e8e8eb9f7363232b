import ExerciseProtocol

/// Every word that the booth says, in one place for the translations to come: here those of its
/// screens, `BoothWording+Forms.swift` those of the ballot, `BoothWording+Help.swift` its help.
enum BoothWording {
  // MARK: Pages

  /// For terminals whose character set has no others.
  static let plainSigns: [Character: String] = [
    "↑": "Up", "↓": "Down", "←": "Left", "→": "Right", "–": "-", "…": "...", "“": "\"", "”": "\"",
  ]

  static let clipped = "… (? shows all of it)"
  static let more = "(more)"
  static func part(_ first: Int, _ last: Int, of count: Int) -> String {
    "\(first)–\(last) of \(count); ↑ ↓ show the others"
  }
  static func enlarge(_ columns: Int, _ rows: Int) -> String {
    "Please make this window larger: \(columns) columns and \(rows) rows at least. "
      + "Nothing is lost."
  }
  static let helpKey = "? help"
  static let helpTitle = "Help"
  static let anyKey = "Enter goes back"
  static let moveKeys = "↑ ↓ move"
  static let goOn = "Enter goes on"
  static let back = "Esc goes back"
  static let pressEnter = "Press Enter:"
  static let otherKey = "That key does nothing here. ? says what can be done."
  static let lineFull = "There is no more room in this line."
  static let linear = "Type ? and Enter for help at any time."

  // MARK: Opening

  static let openingPlace = "For the facilitator"
  static let openingWhy =
    "This terminal becomes a polling place. Only a word that you choose now leads out of it: it "
    + "stops people from getting at your session, and at the keys ^C and ^Z, which do nothing here."
  static let openingWord =
    "Choose a word of at least 4 characters and keep it to yourself. It is not shown while you "
    + "type, and it is forgotten when the booth closes."
  static let openingAgain = "Type the same word once more."
  static let openingLabel = "The word (nothing is shown):"
  static let openingAgainLabel = "Once more (nothing is shown):"
  static let wordTooShort = "That has fewer than 4 characters. Choose a longer word."
  static let wordsDiffer = "The two were not the same. Begin again with the first."
  static let openingKeys = ["Enter goes on", "Esc goes back without opening the booth"]
  static let cannotBeWiped =
    "This terminal can't be wiped: what is written stays above. So the booth runs blind here: "
    + "nothing that is chosen is shown."
  static let recorders =
    "The booth wipes this screen after each person. It can't wipe what a recorder of this terminal "
    + "keeps: see that none runs."

  // MARK: Waiting

  static let privately = "In private, one after the other"
  static let pressToVote = "Press Enter to vote"
  static let pressToWrite = "Press Enter to begin"
  static func turnout(_ cast: Int, of expected: Int?) -> String {
    if let expected { return "\(cast) of \(expected) ballots are in the box" }
    return "\(count(cast, "ballot is", "ballots are")) in the box"
  }
  static let blindHere =
    "Others may see this screen. What you choose is never shown on it: you type it twice."
  static let waitingKeys = ["? help", "Facilitator: F, then your word, closes the booth"]
  static let waitingSpoken = "Facilitator: type F, then your word, to close the booth."
  static let leavingPlace = "For the facilitator"
  static let leavingAsk = "Type the word to close the booth; Esc, or Enter alone, goes back."
  static let leavingLabel = "The word (nothing is shown):"
  static func wrongWord(_ left: Int) -> String {
    "That is not the word. \(count(left, "try", "tries")) left."
  }
  static func lockedOut(_ seconds: Int) -> String {
    "Three words were wrong. The booth can be closed again in \(count(seconds, "second", "seconds"))."
      + " Voting goes on."
  }

  // MARK: Who are you

  static let who = "Who are you?"
  static let whoNames = "Begin to type your name, or choose it with the arrow keys."
  static let nameLabel = "Your name or its number:"
  static let nameKeys = ["↑ ↓ move", "Enter takes the name", "Esc leaves", "? help"]
  static func severalNames(_ names: [String], and others: Int) -> String {
    "Several names begin like that: \(names.joined(separator: ", "))"
      + (others > 0 ? " … and \(others) more." : ".") + " Type more of yours, or its number."
  }
  static let chooseName = "Several names begin like that. Choose yours with ↑ ↓, or type more."
  static let typeName = "Type your name, or choose it with ↑ ↓."
  static let nobody = "No name begins like that"
  static let whoCode = "Type the code from your slip. Capitals and dashes make no difference."
  static let codeLabel = "Your code:"
  static let codeLabelHidden = "Your code (nothing is shown):"
  static let codeKeys = ["Enter goes on", "Esc leaves", "? help"]
  static let typeCode = "Type your code first."
  static let notAdmitted =
    "That can't be taken here. Check the spelling, or ask the facilitator."

  // MARK: The paper

  static func welcome(_ name: String) -> String {
    name.isEmpty ? "Welcome" : "Welcome, \(name)"
  }
  static func ownBallot(_ position: Int, of count: Int) -> String {
    count == 1 ? "" : "Ballot \(position) of \(count): your own."
  }
  static func proxyBallot(_ name: String, _ position: Int, of count: Int) -> String {
    (count == 1 ? "This ballot is" : "Ballot \(position) of \(count):")
      + " for \(name), who gave you a proxy."
  }
  static func proxy(_ name: String) -> String { "for \(name)" }
  static func weight(_ weight: Int) -> String {
    "It counts \(count(weight, "vote", "votes")); everybody knows that."
  }
  static func weightNote(_ weight: Int) -> String {
    "counts \(count(weight, "vote", "votes"))"
  }
  static func questions(_ count: Int) -> String {
    "\(Self.count(count, "question", "questions")), then you see your answers again before "
      + "anything is handed in."
  }
  static let secrecy = "Nobody learns what you choose: the box keeps no names and no times."
  static let secrecyBlind =
    "Others may see this screen, so nothing you choose is shown. You type each answer twice."
  static func receipt(_ receipts: BoothPoll.Receipts) -> String? {
    switch receipts {
    case .none: nil
    case .inclusion:
      "You will get a receipt: it proves that your ballot is in the box, not what it says."
    case .full:
      "You will get a receipt that proves what you chose. Show it to nobody whom you would not "
        + "tell: whoever can ask for it could put pressure on you."
    }
  }
  static let notMe = "Esc: that is not me, or not now"
  static let laterPaper = "Esc: not now; you may come again for it"

  // MARK: The questions

  static func question(_ number: Int, of count: Int) -> String {
    "Question \(number) of \(count)"
  }
  static let required = "An answer is needed."
  static let emptyAgain = "Nothing is answered yet. Enter once more leaves this question empty."
  static func faultAgain(_ fault: String) -> String {
    "\(fault) Enter once more goes on all the same; you can come back to it."
  }
  static let cleared = "Your answer to this question was taken back."
  static let commonKeys = ["Esc back", "? help"]
  static let textBackKeys = ["Esc back"]
  static let readAnswer = "Your answer:"
  static let linearOn = "Enter alone goes on. back returns, clear takes the answer back, ? is help."
  static let options = "The options:"

  static let blindFirst = "Your answer (nothing is shown):"
  static let blindSecond = "The same once more (nothing is shown):"
  static let blindKeys = [
    "Type, then Enter", "Enter alone leaves it empty", "Esc back", "? help",
  ]
  static let blindAgain = "Type the same once more, so that no slip of a key counts."
  static let blindDiffer = "The two were not the same, so nothing was taken. Begin again."
  static let blindRefused =
    "That can't be an answer to this question, so nothing was taken. Begin again; ? says how."
  static let blindTaken = "It was the same twice, and is taken."

  // MARK: Faults

  static func fault(_ fault: AnswerFault) -> String {
    switch fault {
    case .missing: "This question needs an answer."
    case .tooFew(let used, let needed):
      "At least \(needed) must be chosen; you have chosen \(used)."
    case .tooMany(let used, let allowed): "\(used) is more than the \(allowed) allowed."
    case .tiedRank: "Each needs a place of its own."
    case .outOfBounds(_, _, let allowed):
      "It must be from \(allowed.lowerBound) to \(allowed.upperBound)."
    case .wrongForm, .unknownOption, .repeated: "This answer can't be counted."
    }
  }

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
  static let problemPlace = "Not handed in"
  static let problemMore =
    "Your ballot is not in the box, and nothing of it was kept there. "
    + "You can try again from the next screen."

  // MARK: Nobody there

  static let alertPlace = "Are you still there?"
  static func alert(_ seconds: Int) -> String {
    "Press any key to go on. In \(count(seconds, "second", "seconds")) this screen is wiped, and "
      + "nothing is handed in. You may come again."
  }
  static let alertKeys = ["Any key goes on"]
  static func alertLeft(_ seconds: Int) -> String {
    "\(count(seconds, "second", "seconds")) left. Press any key to go on."
  }
  static let stillHere = "You are still here; go on where you were."
  static let abandoned =
    "Nobody touched a key, so the last ballot was forgotten. It was not handed in, and whoever "
    + "left it may come again."
}

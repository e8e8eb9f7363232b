import ExerciseProtocol

/// Every word that the booth says, in one place for the translations to come: here those of its
/// first screens, and in the files beside it those of the ballot, of casting it, and the help.
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
  static let inWords = "And all that is on this screen, in words:"
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
  static let voteClosed = "The vote is closed."
  static let voteClosedHere = "The vote is closed"
  static let voteOver = "The vote is over"
  static let nobodyVotes = "Nobody can vote here now."
  static let overHere = "If it is held again, a new booth is opened for it."
  static let unreachableHere = "The ballot box can't be read just now. Please tell the facilitator."
  static let unreachable =
    "The ballot box can't be read just now, so nobody can be let in. Please tell the facilitator."

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
    "Three words were wrong. The booth can be closed again in "
      + "\(count(seconds, "second", "seconds")). Voting goes on."
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
  static let secrecy =
    "Your ballot lies in the box without your name and without the time. Until the vote is counted "
    + "it is not encrypted there: whoever controls this computer could read it."
  static let secrecyBlind =
    "Others may see this screen, so nothing you choose is shown. You type each answer twice. "
    + "Until the vote is counted, whoever controls this computer could read the box."
  static func otherWays(_ poll: BoothPoll) -> String {
    switch (poll.takesPaper, poll.takesEntered) {
    case (false, false): ""
    case (true, false): "Ballots on paper are taken as well, and counted apart."
    case (false, true): "The facilitator may enter ballots as well; they are counted apart."
    case (true, true):
      "Ballots on paper, and ballots that the facilitator enters, are taken as well; each are "
        + "counted apart."
    }
  }
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
  static let startSpoken = "Enter goes on; back and Enter leaves."
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
  static func blindKeys(mayBeEmpty: Bool) -> [String] {
    ["Type, then Enter"] + (mayBeEmpty ? ["Enter alone leaves it empty"] : [])
      + ["Esc back", "? help"]
  }
  static let blindAgain = "Type the same once more, so that no slip of a key counts."
  static let blindDiffer = "The two were not the same, so nothing was taken. Begin again."
  static let blindRefused =
    "That can't be an answer to this question, so nothing was taken. Begin again; ? says how."

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

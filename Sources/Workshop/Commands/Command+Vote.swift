import ExerciseProtocol
import Polling

extension Command {
  static let vote = Command(
    "vote", "Hold a secret vote: open the booth, close it, count", group: .facilitator,
    parameters: [
      Parameter(
        "do", .field(.choice(VoteStep.allCases.map(\.rawValue))),
        "The next step; none: how it stands"
      ),
      Parameter("what", .field(.text), "What the step needs: see the examples"),
      Parameter(
        "by", .field(.text), "For open: names or codes. For enter: who reads the paper",
        isOption: true),
      Parameter(
        "receipts", .field(.choice(ReceiptKind.allCases.map(\.rawValue))),
        "For open: what voters take away", isOption: true),
      Parameter(
        "quorum", .field(.text), "For open: how many must vote: 10, or 50%", isOption: true),
      Parameter(
        "blind", .field(.flag), "For open: nothing chosen is shown, because the screen is mirrored",
        isOption: true),
      Parameter(
        "paper", .field(.flag), "For open: ballots on paper may be entered as well",
        isOption: true),
      Parameter(
        "entered", .field(.flag),
        "For open: the facilitator may enter ballots too, counted apart", isOption: true),
      Parameter(
        "now", .field(.flag),
        "For close and call-off: although somebody is in the booth", isOption: true),
      Parameter("to", .field(.person), "For proxy: who casts the ballot", isOption: true),
      Parameter(
        "file", .field(.file), "For codes: a file to print, instead of the screen", isOption: true),
      Parameter(
        "replace", .field(.flag), "For codes: in place of what is in that file", isOption: true),
    ],
    examples: [
      "/vote", "/vote open", "/vote open receipts=inclusion quorum=50%",
      "/vote codes 30 file=codes.txt", "/vote close", "/vote count river lamp seven",
      "/vote reopen Three people were still on the train",
    ],
    details: VoteStep.details, isPrivate: true, subwords: VoteStep.subwords
  ) { desk, invocation throws(Problem) in
    let arguments = invocation.arguments
    let rest = arguments.text("what") ?? ""
    let step = arguments.text("do").flatMap(VoteStep.init)
    if step != .callOff { try desk.requireBoxes(for: step) }
    switch step {
    case nil: return try desk.pollStatus()
    case .open: return try desk.openPoll(arguments)
    case .codes: return try desk.printCodes(rest, arguments)
    case .close: return try desk.closePoll(now: arguments["now"] == true)
    case .count: return try desk.countPoll(words: rest)
    case .reopen: return try desk.reopenPoll(because: rest)
    case .callOff:
      return try desk.callOffPoll(because: rest, now: arguments["now"] == true)
    case .cast: return try desk.castInScript(rest)
    case .enter: return try desk.enterPaper(rest, by: arguments.text("by"))
    case .take: return try desk.takePapers(of: rest)
    case .hands: return try desk.enterHands(rest)
    case .weight: return try desk.setWeight(rest)
    case .proxy: return try desk.setProxy(of: rest, to: arguments.text("to"))
    case .whatIf: return try desk.whatIf()
    }
  }
}

/// What can be typed after /vote.
enum VoteStep: String, CaseIterable {
  case open, codes, close, count, reopen
  case callOff = "call-off"
  case cast, enter, take, hands, weight, proxy
  case whatIf = "what-if"

  /// Every step has its entry here.
  static let subwords = Subwords([
    "": [], "what-if": [], "close": ["now"],
    "open": ["by", "receipts", "quorum", "blind", "paper", "entered"],
    "codes": ["what", "file", "replace"], "enter": ["what", "by"], "proxy": ["what", "to"],
    "count": ["what"], "reopen": ["what"], "call-off": ["what", "now"], "cast": ["what"],
    "take": ["what"], "hands": ["what"], "weight": ["what"],
  ])

  static let details = [
    "Before opening: /vote weight Ruth 3 (or the name of an organisation), /vote proxy Ahmed "
      + "to=Ruth, /vote codes 30. All of it is published with the roll when the vote opens.",
    "/vote open starts the booth on this screen; everyone else sees how many have voted and no "
      + "more. /vote open again returns to a booth that was left. /vote close ends it; until it is "
      + "counted, /vote reopen and the reason opens it again.",
    "Until it is counted, ballots lie in clear text in this account's files: let every backup and "
      + "sync of the session's folder rest meanwhile.",
    "/vote count and some words from the room opens the box. The words are mixed into the lot that "
      + "breaks ties, so that nobody could know it before. /vote reopen after that begins anew: "
      + "everybody votes again.",
    "Ballots on paper (open with paper=yes): /vote enter 7 and what is on it, by=Ruth; then the "
      + "same by somebody else; /vote take puts into the box what both read alike. A show of "
      + "hands: /vote hands c1=12 c2=9.",
    "In a script, /vote cast Ruth: c3 c1 enters a ballot for somebody, where the vote was opened "
      + "with entered=yes; result and bundle tell how many came so. A ballot is typed as the paper "
      + "shows it, with the labels of cards: c3 c1=c2, or c3=4; blank, or spoilt.",
    "/vote what-if counts the same ballots by other methods and says where they differ.",
  ]
}

import ExerciseProtocol
import OrderedCollections
import Polling

/// What is said of secret votes.
enum PollWording {
  static let notOpened = "No secret vote was opened here yet."
  static let howToOpen =
    "/vote open starts it. Before that: /vote codes 30, /vote weight, /vote proxy."
  static let waits = "The vote is closed and waits to be counted."
  static let clearText =
    "ballots lie in clear text in this account's files; let backups and syncs of the folder rest"
  static let calledOff = "The vote is called off, and its ballots are destroyed uncounted."
  static let calledOffHere =
    "The vote is called off here. No ballots were beside this session, so none were destroyed."
  static let calledOffOnly =
    "The vote is called off, but its ballots could not be destroyed."
  static let callOffHere =
    "/vote call-off and a reason ends it here, and leaves the original alone."

  static func removeBox(_ poll: PollID, of session: String) -> String {
    "Delete the folder \(session).polls/\(poll) beside the session."
  }

  /// `place`: nothing, or “ in FOLDER”.
  static func staysBehind(_ title: String, with session: String, _ place: String) -> String {
    "The secret vote “\(title)” stays with “\(session)”\(place): its ballots are there, and only "
      + "there."
  }

  static func bundleMissing(_ title: String) -> String {
    "The bundle of the vote “\(title)” could not be copied; its result is here all the same."
  }

  static let nothingToCompare = "Where nobody is chosen there is nothing to compare."
  static let notEmptied =
    "The vote is counted; but its box could not be emptied, and the ballots are still in it."

  static func notTold(_ why: String) -> String {
    "The exercise was not told of the ballots; the result stands all the same. \(why)"
  }

  static let noQuorum =
    "Too few have voted for the result to count: the quorum was not met."
  static let nobody = "Nobody is chosen."
  static let nothingGoesOn = "Nothing goes on to the next activity."
  static let markedGoOn = "What is marked goes on to the next activity."
  static let remarks = "In the voters' own words"
  static let changedSince =
    "The result is about the words that were on the paper. Since then the board has changed:"
  static let notFromEvent =
    "This vote was counted by an earlier version, and the bundle that proves its result is not "
    + "beside the session: what is shown was counted again from the session alone."
  static let settingsStay =
    "The vote that was counted here keeps its result and its settings; these would hold for "
    + "another one: /agenda add, and vote there."

  static func chosen(_ names: [String]) -> String { "Chosen: \(names.joined(separator: "; "))" }
  static func nowReads(_ id: String, _ text: String) -> String { "\(id) now reads: \(text)" }
  static func isHidden(_ id: String, _ why: String) -> String { "\(id) is hidden: \(why)" }
  static func isGone(_ id: String) -> String { "\(id) is no longer on the board." }

  static func notValid(_ flaw: PollVerdict.Flaw) -> String {
    "The vote is \(self.flaw(flaw)) Nobody is chosen."
  }

  /// With its full stop: “not valid: 2 of 3 needed.”
  static func flaw(_ flaw: PollVerdict.Flaw) -> String { flaw.message }

  /// How many ballots count, and for how many votes.
  static func ballots(_ valid: PollCount.Share) -> String {
    let ballots = valid.ballots == 1 ? "1 ballot was" : "\(valid.ballots) ballots were"
    return valid.votes == valid.ballots
      ? "\(ballots) counted." : "\(ballots) counted, for \(valid.votes) votes."
  }

  static func stillUndecided(_ title: String, _ phase: Poll.Phase) -> String {
    phase == .open
      ? "The vote in “\(title)” is still open, so nothing of it goes on yet."
      : "The vote in “\(title)” is not counted yet, so nothing of it goes on yet."
  }

  static let codesReplaced = "The codes that were printed before are worth nothing now."
  static let codesShown =
    "They are shown once and kept nowhere: write them down or start again with file=codes.txt."
  static let codesFileHint =
    "Print it, cut it up, hand the slips out face down; then delete the file."
  static let handsForgotten = "The count of hands is forgotten."
  static let handsHeading = "A show of hands"
  static let handsNote = "Entered by the facilitator; no ballots stand behind it."

  static func turnout(_ turnout: Turnout) -> String {
    "\(turnout.cast) of \(turnout.possible) \(turnout.cast == 1 ? "has" : "have") voted."
  }

  static func open(_ turnout: Turnout?) -> String {
    "The booth is open." + (turnout.map { " " + self.turnout($0) } ?? "")
  }

  static func closed(_ turnout: Turnout) -> String {
    "The vote is closed. " + self.turnout(turnout)
  }

  static func afterClosing(isByDefault: Bool) -> String {
    "Ask the room for a few words that nobody could have known, and count with them: "
      + "/vote count river lamp seven"
  }

  static func reopened(_ reason: String) -> String { "The vote is open again: \(reason)" }
  static func wasCalledOff(_ reason: String) -> String { "The vote was called off: \(reason)" }

  static func openedAgain(_ reason: String) -> String { "It was opened again: \(reason)" }
  static func calledOffBefore(_ reason: String) -> String {
    "An earlier vote was called off: \(reason)"
  }

  /// - Parameter result: a sentence, or nil where the journal does not have it.
  static func countedBefore(_ result: String?) -> String {
    "An earlier count stands no more." + (result.map { " \($0)" } ?? "")
  }

  static func next(_ phase: Poll.Phase) -> String {
    switch phase {
    case .open: "/vote open returns to the booth; /vote close ends the vote."
    case .closed: "/vote count and some words from the room; /vote reopen and the reason."
    case .counted: "/show shows the result; /vote what-if counts it by other methods."
    case .calledOff, .replaced: "/vote reopen and the reason holds it again."
    }
  }

  static func counted(_ result: PollResult, _ terms: PollTerms) -> String {
    let ways = result.channels.flatMap(ways)
    var parts = [
      "\(result.ballots) of \(terms.votersPossible) voted" + (ways == nil ? " in secret" : "")
    ]
    if result.blank > 0 { parts.append("\(result.blank) blank") }
    if result.spoilt > 0 { parts.append("\(result.spoilt) spoilt") }
    if result.entered == nil, result.papers > 0 {
      // A journal from before: who entered the others it doesn't tell.
      parts.append("\(result.papers) from paper, entered by two people")
    }
    return parts.joined(separator: ", ") + "." + (ways.map { " \($0)" } ?? "")
  }

  /// How many ballots came by each way, where not all came from the booth.
  static func ways(_ counts: ChannelCounts) -> String? {
    guard counts.paper != 0 || counts.entered != 0 else { return nil }
    if counts.paper == counts.all { return "All came from paper, read by two people." }
    if counts.entered == counts.all { return "All were entered by the facilitator." }
    var parts: [String] = []
    if counts.booth > 0 { parts.append("\(counts.booth) from the booth") }
    if counts.paper > 0 { parts.append("\(counts.paper) from paper, read by two people") }
    if counts.entered > 0 { parts.append("\(counts.entered) entered by the facilitator") }
    return "\(counts.all.counted("ballot", "ballots")): \(parts.joined(separator: ", "))."
  }

  /// By which ways the terms take ballots.
  static func channels(_ terms: PollTerms) -> String {
    var parts = ["from the booth"]
    if terms.allows(.paper) { parts.append("from paper, read by two people") }
    if terms.allows(.entered) { parts.append("entered by the facilitator, and counted apart") }
    return parts.joined(separator: "; ")
  }

  static func audit(_ result: PollResult) -> String {
    "Anybody can count it again: charrette audit \(result.bundle) "
      + "(its digest begins \(result.digest.short))."
  }

  static func declined(_ why: String) -> String {
    "One ballot was declined by the exercise, and is in the bundle: \(why)"
  }

  static func bundleWritten(_ path: String) -> String {
    "Counted. Ballots, method and lot are in \(path), for anybody to count again."
  }

  static func rule(_ rule: CountingRule?) -> String {
    guard let rule else { return "nothing: the contributions are shown as they are" }
    var parts = [rule.method]
    if rule.seats != 1 { parts.append("\(rule.seats) chosen") }
    if let budget = rule.budget { parts.append("budget \(budget)") }
    parts += rule.settings.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }
    return parts.joined(separator: ", ")
  }

  static func electorate(_ terms: PollTerms) -> String {
    switch terms.identification {
    case .names:
      "\(terms.roll.count.counted("person", "people")) by name: "
        + terms.roll.map(\.name).joined(separator: ", ")
    case .codes(let count, _): "\(count.counted("single-use code", "single-use codes"))"
    }
  }

  static func rights(_ terms: PollTerms) -> String? {
    var parts = terms.roll.filter { $0.weight != 1 }.map { "\($0.name) has \($0.weight) votes" }
    for holder in terms.roll where !holder.holdsProxiesOf.isEmpty {
      let givers = holder.holdsProxiesOf.map { terms.entry(of: $0)?.name ?? $0.rawValue }
      parts.append("\(holder.name) votes for \(givers.andList)")
    }
    return parts.isEmpty ? nil : parts.joined(separator: "; ")
  }

  static func quorum(_ quorum: Quorum) -> String {
    switch quorum {
    case .votes(let votes): votes.counted("vote", "votes")
    case .percentage(let share): "\(share) of 100 votes on the roll"
    }
  }

  static func receipts(_ kind: ReceiptKind) -> String {
    switch kind {
    case .none: "none"
    case .inclusion: "one that proves that the ballot is in the box, not what it says"
    case .full: "one that lets its holder see the ballot again, and so show it to others"
    }
  }

  static func weight(_ name: String, _ weight: Int, isOrganisation: Bool) -> String {
    let votes = weight.counted("vote", "votes")
    return isOrganisation ? "Everybody of \(name) has \(votes)." : "\(name) has \(votes)."
  }

  static func proxy(of giver: String, to holder: String) -> String {
    "\(holder) votes for \(giver), with a ballot of its own."
  }

  static func noProxy(_ name: String) -> String { "\(name) votes for themselves." }

  static func codesWritten(_ count: Int, _ file: String) -> String {
    "\(count.counted("code is", "codes are")) in \(file)"
  }

  static func taken(_ count: Int) -> String {
    "\(count.counted("paper is", "papers are")) in the box."
  }

  static func entered(
    _ number: Int, _ entries: PaperEntries, in session: Session
  ) -> [View.Block] {
    if entries.waiting.contains(number) {
      return [.note("Paper \(number) was read once; now somebody else reads it.", .success)]
    }
    if let difference = entries.differing.first(where: { $0.number == number }) {
      return [
        .note("Paper \(number) was read differently.", .warning),
        .list(readings(difference, in: session), ordered: false),
        .note("The two look at it again; one of them enters it anew.", .hint),
      ]
    }
    return [
      .note("Paper \(number) was read alike by two people.", .success),
      .note(
        "/vote take puts \(entries.agreed.count.counted("paper", "papers")) into the box.", .hint),
    ]
  }

  static func papers(_ entries: PaperEntries, in session: Session) -> [View.Block] {
    var lines: [String] = []
    if !entries.agreed.isEmpty {
      lines.append("read alike, ready to /vote take: \(numbers(entries.agreed.map(\.number)))")
    }
    if !entries.waiting.isEmpty {
      lines.append("read once, waiting for somebody else: \(numbers(entries.waiting))")
    }
    for difference in entries.differing {
      lines.append(
        "paper \(difference.number) was read differently: "
          + readings(difference, in: session).joined(separator: "; "))
    }
    return lines.isEmpty ? [] : [.heading("On paper", level: 3), .list(lines, ordered: false)]
  }

  private static func numbers(_ numbers: [Int]) -> String {
    numbers.map { "\($0)" }.joined(separator: ", ")
  }

  private static func readings(
    _ difference: PaperEntries.Difference, in session: Session
  ) -> [String] {
    difference.readings.map { reading in
      "\(session.name(of: reading.person) ?? ""): \(text(of: reading.ballot))"
    }
  }

  private static func text(of ballot: Ballot) -> String {
    switch ballot.mark {
    case .blank: "blank"
    case .spoilt: "spoilt"
    case .answers(let answers):
      answers.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value.text())" }
        .joined(separator: ", ")
    }
  }
}

import ExerciseProtocol
import OrderedCollections
import Polling

extension Desk {
  /// How the current activity's vote stands; nothing of what was voted.
  ///
  /// - Parameter isShort: without the terms, which were shown before.
  func pollStatus(isShort: Bool = false) throws(Problem) -> Response {
    let live = try open()
    let (activity, _) = try secretVote()
    guard let poll = live.session.polls(of: activity.id).last else {
      return Response(
        View([.text(PollWording.notOpened), .note(PollWording.howToOpen, .hint)]),
        result: ["poll": nil])
    }
    var blocks = isShort ? [] : published(poll.terms)
    var result: [JSONValue.Member] = [.init("poll", poll.json)]
    if poll.phase.isUndecided {
      let box = try box(of: poll, in: live)
      let (turnout, entries) = try unlessRefused { () throws(BallotBoxFailure) in
        (try box.turnout(), try box.entries())
      }
      result.append(.init("cast", .integer(turnout.cast)))
      blocks += [.note(PollWording.turnout(turnout), .success)]
      blocks += PollWording.papers(entries, in: live.session)
    }
    if let counted = counted(in: activity.id) {
      result.append(.init("result", counted.json))
      blocks.append(counted.headline)
    }
    // Who is voting now is not told what was chosen before.
    let history = poll.phase.isUndecided ? [] : historyLines(of: poll)
    if !history.isEmpty {
      result.append(.init("history", .array(history.map(JSONValue.string))))
      blocks += history.map { .text($0) }
    }
    blocks.append(.note(PollWording.next(poll.phase), .hint))
    return Response(View(blocks), result: .object(result))
  }

  /// How the vote stands after a visit to the booth, which began with its terms.
  package func voteSinceBooth() throws(Problem) -> Response {
    try exercises.asOneLine { () throws(Problem) in try pollStatus(isShort: true) }
  }

  /// Everything that is settled before anybody votes.
  func published(_ terms: PollTerms) -> [View.Block] {
    var facts: [View.Fact] = [
      .init("Question", terms.focus ?? terms.title),
      .init("Counted by", PollWording.rule(terms.paper.rule)),
      .init("Who votes", PollWording.electorate(terms)),
    ]
    facts.append(.init("Ballots come", PollWording.channels(terms)))
    if let rights = PollWording.rights(terms) { facts.append(.init("Weights and proxies", rights)) }
    if let quorum = terms.quorum { facts.append(.init("Quorum", PollWording.quorum(quorum))) }
    facts += [
      .init("Receipts", PollWording.receipts(terms.receipts)),
      .init("Ties", "by a lot whose seed is committed to as \(terms.tieCommitment.short)"),
      .init("Until the count", PollWording.clearText),
    ]
    return [.heading("Secret vote: \(terms.title)", level: 2), .facts(facts)]
  }

  /// What is to be said of an activity's votes wherever the activity is shown.
  func pollBlocks(of activity: ActivityID, for audience: Audience) -> [View.Block] {
    guard let live else { return [] }
    var blocks = handBlocks(of: activity)
    guard let poll = live.session.polls(of: activity).last else { return blocks }
    switch poll.phase {
    case .open: blocks.append(openVote(poll))
    case .closed: blocks.append(.note(PollWording.waits, .success))
    case .counted(let result):
      blocks.append(.text(PollWording.counted(result, poll.terms)))
      blocks += validity(of: poll, result)
      // What was counted by a rule says so itself.
      if poll.terms.paper.rule == nil {
        blocks += poll.terms.changes(of: poll.terms.cards, in: live.session)
      }
      blocks += historyLines(of: poll).map { .text($0) }
      if audience != .room {
        blocks.append(.text(PollWording.audit(result)))
      }
    case .calledOff(let reason):
      blocks += historyLines(of: poll).map { .text($0) }
      blocks.append(.note(PollWording.wasCalledOff(reason), .warning))
    case .replaced: break
    }
    return blocks
  }

  /// What is to be said where no verdict says it: of journals of before, and of votes that count
  /// nothing.
  private func validity(of poll: Poll, _ result: PollResult) -> [View.Block] {
    let isTold = poll.terms.paper.rule != nil && counted(in: poll.terms.activity) != nil
    guard !isTold else { return [] }
    var blocks: [View.Block] = []
    if poll.terms.paper.rule != nil { blocks.append(.note(PollWording.notFromEvent, .warning)) }
    if let flaw = result.verdict?.flaw {
      blocks.append(.note(PollWording.notValid(flaw), .warning))
    } else if result.quorumMet == false {
      blocks.append(.note(PollWording.noQuorum, .warning))
    }
    return blocks
  }

  func handBlocks(of activity: ActivityID) -> [View.Block] {
    guard let session, let count = session.handCounts[activity] else { return [] }
    let most = count.totals.values.max() ?? 0
    // Beside a vote of the activity hands choose nothing.
    let isAlone = session.polls(of: activity).isEmpty
    let totals = count.totals.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    return [
      .heading(PollWording.handsHeading, level: 3),
      .bars(
        totals.map { id, hands in
          View.Bar(
            "\(id)  \(session.board[id]?.text ?? "")", value: Double(hands),
            caption: "\(hands)", isChosen: isAlone && hands == most && hands > 0)
        }),
      .note(PollWording.handsNote, .hint),
    ]
  }
}

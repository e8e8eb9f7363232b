import ExerciseProtocol
import OrderedCollections
import Polling
import Results
import VotingMethods

extension Desk {
  /// Opens the box. First the words are settled, then the bundle is written, then the exercise is
  /// told what was cast, and only when all of it is on disk is the box emptied: wherever it is cut
  /// short, counting again goes on from there and comes to the same.
  func countPoll(words: String) throws(Problem) -> Response {
    let (live, poll) = try currentPoll()
    guard poll.phase == .closed else { throw .pollIsOpen }
    let settled = try settleWords(words, of: poll, in: live)
    let box = try box(of: poll, in: live)
    let bundle = try bundle(of: box, poll, words: settled, in: live)
    let path = try unlessRefused { () throws(BallotBoxFailure) in try box.publish(bundle.bytes) }
    let result = PollResult(bundle, file: path)
    var declined: [String] = []
    let logged = try live.commit(at: now) { timeline throws(Problem) in
      try timeline.session.check(poll.id, is: .closed)
      let told = try self.tell(bundle, live)
      declined = told.declined
      return [.poll(.counted(poll.id, result))] + told.events
    }
    let emptied = Result { () throws(Problem) in
      try unlessRefused { () throws(BallotBoxFailure) in try box.empty() }
    }
    try? live.saveSnapshot()
    var response = counted(poll)
    response.view.blocks += declined.map { .note($0, .warning) }
    response.view.blocks.append(.note(PollWording.bundleWritten(path), .success))
    if case .failure(let problem) = emptied {
      response.view.blocks += [.note(PollWording.notEmptied, .warning), .text(problem.message)]
    }
    response.result = [
      "poll": poll.id.json, "bundle": .string(path), "digest": result.digest.json,
      "result": bundle.result, "step": logged.first.map { .integer($0.step) },
    ]
    return response
  }

  /// It is counted, whether or not the exercise can show what it made of it.
  private func counted(_ poll: Poll) -> Response {
    do throws(Problem) {
      return try showActivity(poll.terms.activity, audience: .facilitator)
    } catch {
      return Response(View([.note(error.message, .warning)]))
    }
  }

  /// What the exercise makes of the ballots. Where the host counts them by the published rule, an
  /// exercise that fails keeps nothing from the room: the result stands without it.
  private func tell(
    _ bundle: PollBundle, _ live: LiveSession
  ) throws(Problem) -> (events: [Event], declined: [String]) {
    do throws(Problem) {
      return try reveal(bundle, live)
    } catch {
      guard bundle.terms.paper.rule != nil else { throw error }
      return ([], [PollWording.notTold(error.message)])
    }
  }

  private func settleWords(
    _ words: String, of poll: Poll, in live: LiveSession
  ) throws(Problem) -> String {
    if let settled = poll.words {
      guard words.isEmpty || TieSeed.normalised(words) == TieSeed.normalised(settled) else {
        throw .wordsAreSettled(settled)
      }
      return settled
    }
    _ = try live.commit(at: now) { _ in [.poll(.mixed(poll.id, words: words))] }
    return words
  }

  private func bundle(
    of box: any BallotBox, _ poll: Poll, words: String, in live: LiveSession
  ) throws(Problem) -> PollBundle {
    let opened = try unlessRefused { () throws(BallotBoxFailure) in try box.opened() }
    let hands = poll.terms.allowsHandEntry ? live.session.handCounts[poll.terms.activity] : nil
    do throws(BoxRefusal) {
      var bundle = try PollBundle(
        of: opened, words: words, hands: hands?.ballots(for: poll.terms.paper))
      // The box knows its own reopenings; why it stands in place of another, the journal knows.
      bundle.reopenings = (history(of: poll)?.reasonsOfOpening ?? []) + bundle.reopenings
      return bundle
    } catch {
      throw .refused(error)
    }
  }

  /// What the exercise makes of the ballots: each is one use of its sealed action, nobody's and of
  /// no time. A ballot that it declines stays in the bundle, and is told.
  private func reveal(
    _ bundle: PollBundle, _ live: LiveSession
  ) throws(Problem) -> (events: [Event], declined: [String]) {
    let session = live.session
    guard let activity = session.agenda[bundle.terms.activity],
      let action = actions(of: activity).first(where: { $0.privacy == .sealed })
    else { throw .noPoll }
    var translation = ChangeTranslation(
      session: session, activity: activity, source: .action, privacy: .sealed, actor: nil,
      now: now, in: live.log)
    var declined: [String] = []
    for opened in bundle.ballots {
      guard case .answers(let answers) = opened.ballot.mark else { continue }
      let call = Call(
        action: action.name, fields: bundle.terms.paper.fields(of: answers, for: action),
        actor: nil, weight: opened.ballot.weight, at: now,
        seed: Call.seed(from: surroundings.random()))
      switch try live.ask(.decide(call), of: activity.id) {
      case .changes(let changes, _, _): try translation.add(changes)
      case .refused(let refusal): declined.append(PollWording.declined(refusal.message))
      default: throw Problem("The plugin answered something else than was asked.")
      }
    }
    return (translation.events, declined)
  }

  /// The same ballots by other methods, compared with what was counted.
  func whatIf() throws(Problem) -> Response {
    let session = try open().session
    guard let current = session.current else { throw .noActivity(session) }
    guard let poll = session.polls(of: current).last, case .counted(let result) = poll.phase else {
      throw Problem(
        "There is no counted vote here to count otherwise.", hint: "/vote count comes first.")
    }
    let told: JSONValue? = counted(in: current)?.json
    let answer: JSONValue = ["poll": poll.id.json, "result": told]
    if let flaw = result.verdict?.flaw {
      return Response(
        View([.note(PollWording.notValid(flaw), .warning), .text(PollWording.nothingToCompare)]),
        result: answer)
    }
    let count = try readBundle(of: poll.id, result).recount
    let election: Election?
    do throws(PollCountFault) {
      election = try count.election()
    } catch {
      throw Problem(error.message)
    }
    guard let election, let request = election.declared, let counted = counted(in: current),
      let outcome = counted.outcome
    else {
      throw Problem("Nothing was counted in this vote; its contributions stand for themselves.")
    }
    let whatIf = WhatIf(
      outcome, counted.particulars, election: election, request: request, settle: count.settled)
    return Response(View(whatIf.blocks), result: answer)
  }

  /// The bundle of a result, if it is the one that was counted.
  func readBundle(of poll: PollID, _ result: PollResult) throws(Problem) -> PollBundle {
    let live = try open()
    let bytes = try unlessRefused { () throws(BallotBoxFailure) in
      try live.log.boxes.bundle(of: poll, called: result.bundle)
    }
    let path = "\(library.place)/\(result.bundle)"
    guard let bytes else {
      throw Problem(
        "The bundle “\(path)” is not there.", hint: "Put it back from a copy; it has all ballots.")
    }
    do throws(BundleFault) {
      let bundle = try PollBundle(reading: bytes)
      if bundle.digest == result.digest { return bundle }
    } catch {}
    throw Problem(
      "The bundle “\(path)” is not the one that was counted.",
      hint: "charrette audit \(path) tells what is wrong with it.")
  }
}

extension PollResult {
  init(_ bundle: PollBundle, file path: String) {
    let count = bundle.recount
    let shares = count.shares
    self.init(
      bundle: path.split(separator: "/").last.map(String.init) ?? path, digest: bundle.digest,
      ballots: bundle.ballots.count, blank: shares.blank.ballots, spoilt: shares.spoilt.ballots,
      papers: bundle.papers, entered: bundle.entered, seed: bundle.seed, words: bundle.words,
      quorumMet: count.quorum?.isMet, count: bundle.result,
      details: PollDetails(count, try? count.election()))
  }
}

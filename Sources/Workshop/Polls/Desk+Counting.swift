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
      let revealed = try self.reveal(bundle, live)
      declined = revealed.declined
      return [.poll(.counted(poll.id, result))] + revealed.events
    }
    try unlessRefused { () throws(BallotBoxFailure) in try box.empty() }
    try? live.saveSnapshot()
    var response = try showActivity(poll.terms.activity, audience: .facilitator)
    response.view.blocks += declined.map { .note($0, .warning) }
    response.view.blocks.append(.note(PollWording.bundleWritten(path), .success))
    response.result = [
      "poll": poll.id.json, "bundle": .string(path), "digest": result.digest.json,
      "result": bundle.result, "step": logged.first.map { .integer($0.step) },
    ]
    return response
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
      return try PollBundle(
        of: opened, words: words, hands: hands?.ballots(for: poll.terms.paper))
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
      session: session, activity: activity, privacy: .sealed, actor: nil, now: now)
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

  /// The same ballots by other methods.
  func whatIf() throws(Problem) -> Response {
    let session = try open().session
    guard let current = session.current else { throw .noActivity(session) }
    guard let poll = session.polls(of: current).last, case .counted(let result) = poll.phase else {
      throw Problem(
        "There is no counted vote here to count otherwise.", hint: "/vote count comes first.")
    }
    let bundle = try readBundle(result)
    let (election, outcome): (Election?, VotingMethods.Outcome?)
    do throws(PollCountFault) {
      (election, outcome) = (try bundle.recount.election(), try bundle.recount.outcome())
    } catch {
      throw Problem(error.message)
    }
    guard let election, let outcome, let request = election.declared else {
      throw Problem("Nothing was counted in this vote; its contributions stand for themselves.")
    }
    let whatIf = WhatIf(
      outcome, Particulars(election, noun: .init("card", "cards")), election: election,
      request: request)
    return Response(View(whatIf.blocks), result: ["poll": poll.id.json])
  }

  private func readBundle(_ result: PollResult) throws(Problem) -> PollBundle {
    let path = "\(library.place)/\(result.bundle)"
    let bytes = try files.read(path)
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
      quorumMet: count.quorum?.isMet)
  }
}

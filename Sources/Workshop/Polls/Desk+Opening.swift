import ExerciseProtocol
import OrderedCollections
import Polling

extension Desk {
  /// Opens the vote of the current activity, or goes back to its booth.
  func openPoll(_ arguments: Arguments) throws(Problem) -> Response {
    let live = try open()
    let (activity, action) = try secretVote()
    if let poll = live.session.undecidedPoll(of: activity.id) {
      guard poll.phase == .open else { throw .pollIsClosed }
      let terms = ["by", "receipts", "quorum", "blind", "paper", "entered"]
      if let given = terms.first(where: { arguments[$0] != nil }) { throw .termsStand(given) }
      return atBooth(poll, said: surroundings.isInteractive ? [] : [openVote(poll)])
    }
    if live.session.polls(of: activity.id).contains(where: \.phase.isCounted) {
      throw .pollIsCounted
    }
    return try open(try draftTerms(activity, action, arguments), because: nil, in: live)
  }

  /// Draws the secrets, makes the box, and only then says that the vote is open.
  func open(
    _ draft: TermsDraft, because reason: String?, undoing steps: [Int] = [], in live: LiveSession
  ) throws(Problem) -> Response {
    var chance = chance
    let tie = TieSeed(using: &chance)
    let (poll, hashes) = try nextPoll(of: draft.activity, in: live)
    let terms = draft.terms(poll, tie.commitment, codes: hashes)
    if let fault = terms.faults.first {
      // Cards that came in may still not be such as can be voted on: their costs may be missing.
      if case .tooFewOptions = fault, let activity = live.session.agenda[draft.activity] {
        let (own, taken) = live.session.visibleCards(of: activity)
        if own.count + taken.count > 1 { throw .tooFewToVoteOn(own.count + taken.count) }
      }
      throw .terms(fault) { terms.entry(of: $0)?.name ?? $0.rawValue }
    }
    let box = try unlessRefused { () throws(BallotBoxFailure) in
      try live.log.boxes.create(
        terms, PollSecrets(tie: tie, codeHashes: draft.isByName ? [] : hashes))
    }
    let (footing, rights) = (PollFooting(terms, live.session), live.session.rights)
    let logged: [LoggedEvent]
    do throws(Problem) {
      logged = try live.commit(at: now) { timeline throws(Problem) in
        guard timeline.session.undecidedPoll(of: draft.activity) == nil else { throw .pollIsOpen }
        // The paper was made before another terminal was quicker: it must still be true.
        guard PollFooting(terms, timeline.session) == footing, timeline.session.rights == rights
        else { throw .overtakenOpening }
        return steps.map { .undone(step: $0) } + [.poll(.opened(terms, because: reason))]
      }
    } catch {
      // Nobody ever saw this box. If it can't be emptied, it is none the worse: it is empty.
      try? box.close()
      try? box.empty()
      throw error
    }
    try? live.saveSnapshot()
    let opened = Poll(terms)
    return atBooth(opened, said: published(terms), step: logged.first?.step)
  }

  /// The booth, where somebody sits at the screen; in a script there is nobody to vote in it.
  private func atBooth(_ poll: Poll, said: [View.Block], step: Int? = nil) -> Response {
    Response(
      View(said),
      result: [
        "poll": poll.id.json, "terms": poll.terms.json, "step": step.map(JSONValue.integer),
      ],
      next: surroundings.isInteractive ? .booth(poll.id) : .goOn)
  }

  /// The id of the activity's next poll, and the codes that were printed for it.
  func nextPoll(
    of activity: ActivityID, in live: LiveSession
  ) throws(Problem) -> (PollID, [Fingerprint]) {
    let boxes = try unlessRefused { () throws(BallotBoxFailure) in try live.log.boxes.list() }
    let known = boxes + live.session.polls.keys
    var number = 1
    while known.contains(PollID("\(activity)-\(number)")) { number += 1 }
    let id = PollID("\(activity)-\(number)")
    return (id, live.session.codes[id] ?? [])
  }

  /// The current activity, and what is sealed in it.
  func secretVote() throws(Problem) -> (Activity, ActionDescription) {
    let session = try open().session
    guard let activity = session.currentActivity else { throw .noActivity(session) }
    guard let exercise = exercise(called: activity.plan.exercise) else {
      throw .missingExercise(activity.plan.exercise, title: activity.plan.title)
    }
    guard let action = actions(of: activity).first(where: { $0.privacy == .sealed }) else {
      let canBe = exercise.description.settings.contains { $0.name == "privacy" }
      throw .noSecretVote(
        activity.plan.title, number: (session.index(of: activity.id) ?? 0) + 1, canBe: canBe)
    }
    return (activity, action)
  }

  /// What the exercise asks in the booth.
  func paper(of activity: Activity, _ action: ActionDescription) throws(Problem) -> Paper {
    guard case .paper(let own) = try open().askForPaper(of: activity.id) else {
      throw Problem("The plugin answered something else than was asked.")
    }
    if let own { return own }
    let session = try open().session
    let brief = session.brief(of: activity, isAnew: true)
    guard let paper = Paper(asking: action, about: brief.cards.filter { $0.hidden == nil }) else {
      throw Problem(
        "“\(activity.plan.title)” asks for something that can't be asked in private.",
        hint: "Its plugin has to be mended: a sealed action takes no files, people or days.")
    }
    return paper
  }

  private func draftTerms(
    _ activity: Activity, _ action: ActionDescription, _ arguments: Arguments
  ) throws(Problem) -> TermsDraft {
    let session = try open().session
    let codes = try nextPoll(of: activity.id, in: try open()).1
    var draft = TermsDraft(
      activity: activity.id, title: activity.plan.title, focus: activity.plan.focus,
      paper: try paper(of: activity, action), isByName: codes.isEmpty,
      roll: session.rights.roll(of: session.present))
    switch arguments.text("by")?.lowercased() {
    case nil: break
    case "names"?, "name"?: draft.isByName = true
    case "codes"?, "code"?:
      guard !codes.isEmpty else { throw .noCodes }
      draft.isByName = false
    case let other?:
      throw Problem(
        "“\(other)” is no way to know people by.", hint: "by=names or by=codes", isUsage: true)
    }
    draft.receipts = arguments.text("receipts").flatMap(ReceiptKind.init) ?? .none
    draft.quorum = try arguments.text("quorum").map(Quorum.init(typed:))
    draft.isBlind = arguments["blind"] == true
    draft.allowsPaper = arguments["paper"] == true
    draft.allowsEntered = arguments["entered"] == true
    return draft
  }
}

/// Terms that lack only what is drawn when the vote opens.
struct TermsDraft {
  var activity: ActivityID
  var title: String
  var focus: String?
  var paper: Paper
  var isByName: Bool
  var roll: [RollEntry]
  var receipts = ReceiptKind.none
  var quorum: Quorum?
  var isBlind = false
  var allowsPaper = false
  var allowsEntered = false

  /// What an earlier poll was held under, for one in its place.
  init(of terms: PollTerms) {
    (activity, title, focus, paper) = (terms.activity, terms.title, terms.focus, terms.paper)
    (isByName, roll) = (terms.identification == .names, terms.roll)
    (receipts, quorum, isBlind) = (terms.receipts, terms.quorum, terms.isBlind)
    (allowsPaper, allowsEntered) = (terms.allowsHandEntry, terms.allowsEnteredBallots)
  }

  init(
    activity: ActivityID, title: String, focus: String?, paper: Paper, isByName: Bool,
    roll: [RollEntry]
  ) {
    (self.activity, self.title, self.focus) = (activity, title, focus)
    (self.paper, self.isByName, self.roll) = (paper, isByName, roll)
  }

  func terms(_ poll: PollID, _ commitment: Fingerprint, codes: [Fingerprint]) -> PollTerms {
    // A code knows nobody: the roll is told, without weights.
    let plainRoll = roll.map { RollEntry($0.id, $0.name) }
    return PollTerms(
      poll, activity: activity, title: title, focus: focus, paper: paper,
      identification: isByName
        ? .names : .codes(count: codes.count, digest: BallotCode.digest(of: codes)),
      roll: isByName ? roll : plainRoll, receipts: receipts, quorum: quorum,
      tieCommitment: commitment, isBlind: isBlind, allowsHandEntry: allowsPaper,
      allowsEnteredBallots: allowsEntered)
  }
}

extension Quorum {
  /// Reads `10` or `50%`.
  init(typed text: String) throws(Problem) {
    let isShare = text.hasSuffix("%")
    guard let number = Int(isShare ? String(text.dropLast()) : text), number >= 1 else {
      throw Problem(
        "“\(text)” is no quorum.", hint: "quorum=10 for ten votes, quorum=50% for half of them.",
        isUsage: true)
    }
    self = isShare ? .percentage(number) : .votes(number)
  }
}

extension Poll.Phase {
  var isCounted: Bool { if case .counted = self { true } else { false } }
}

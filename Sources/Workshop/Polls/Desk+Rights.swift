import ExerciseProtocol
import OrderedCollections
import Polling

/// Who may vote, with how many votes, and for whom: before a vote opens.
extension Desk {
  /// `Ruth 3`, or an organisation: `Leeds Council 2`.
  func setWeight(_ typed: String) throws(Problem) -> Response {
    let words = Words(typed)
    guard words.words.count >= 2, let weight = words.words.last.flatMap({ Int($0.text) }),
      (1...PollTerms.largestWeight).contains(weight)
    else {
      throw Problem(
        "A weight is a name and a whole number of votes from 1.", hint: "/vote weight Ruth 3",
        isUsage: true)
    }
    let end = words.words[words.words.count - 1].range.lowerBound
    let name = Words(String(Array(typed)[..<end])).rest(from: 0)
    let session = try open().session
    var rights = session.rights
    let organisation = session.present.compactMap(\.organisation)
      .first { $0.lowercased() == name.lowercased() }
    if let organisation {
      rights.organisations[organisation] = weight == 1 ? nil : weight
    } else {
      let person = try session.person(called: name)
      // One vote is what everybody has; only where an organisation has more is it a rule.
      let isUsual = weight == 1 && person.organisation.flatMap { rights.organisations[$0] } == nil
      rights.weights[person.id] = isUsual ? nil : weight
    }
    return try settle(
      rights,
      saying: PollWording.weight(organisation ?? name, weight, isOrganisation: organisation != nil))
  }

  /// `/vote proxy Ahmed to=Ruth`; without `to` Ahmed votes again himself.
  func setProxy(of name: String, to holder: String?) throws(Problem) -> Response {
    let session = try open().session
    guard !name.isEmpty else {
      throw Problem(
        "Who gives the proxy, and to whom?", hint: "/vote proxy Ahmed to=Ruth", isUsage: true)
    }
    let giver = try session.person(called: name)
    var rights = session.rights
    guard let holder = holder.flatMap({ session.roster[ParticipantID($0)] }) else {
      rights.proxies[giver.id] = nil
      return try settle(rights, saying: PollWording.noProxy(giver.name))
    }
    rights.proxies[giver.id] = holder.id
    if let fault = rights.roll(of: session.present).faults.first {
      throw .terms(fault) { session.name(of: $0) ?? $0.rawValue }
    }
    return try settle(rights, saying: PollWording.proxy(of: giver.name, to: holder.name))
  }

  private func settle(
    _ rights: VotingRights, saying sentence: String
  ) throws(Problem) -> Response {
    let live = try open()
    if let poll = live.session.polls.values.last(where: \.phase.isUndecided) {
      throw Problem(
        "A vote is open or waits to be counted: its roll is published and can't change.",
        hint: live.session.wayOut(of: poll, hasBox: live.hasBox(poll.id)))
    }
    let logged = try live.commit(at: now) { timeline in
      timeline.session.rights == rights ? [] : [.poll(.entitled(rights))]
    }
    let result: JSONValue = ["rights": rights.json]
    return logged.isEmpty ? .unchanged(result: result) : .done(sentence, result: result)
  }

  /// Draws single-use codes for the current activity's next vote; only their hashes are kept.
  func printCodes(_ typed: String, _ arguments: Arguments) throws(Problem) -> Response {
    let live = try open()
    let (activity, _) = try secretVote()
    guard live.session.undecidedPoll(of: activity.id) == nil else { throw .pollIsOpen }
    guard let count = Int(typed), (1...PollTerms.mostCodes).contains(count) else {
      throw Problem(
        "How many codes? From 1 to \(PollTerms.mostCodes).", hint: "/vote codes 30", isUsage: true)
    }
    let (poll, earlier) = try nextPoll(of: activity.id, in: live)
    var chance = chance
    let sheet = CodeSheet(activity.plan.title, poll: poll, count: count, using: &chance)
    // The file first: codes that nobody can print would be lost, and the earlier ones void.
    let file = arguments.text("file")
    if let file { try FileEnding(file).checkIsText("Codes", file) }
    let printed = try file.map { file throws(Problem) in
      try files.prepare(
        Export(
          Array(sheet.text.utf8), over: arguments["replace"] == true ? .anything : .nothing,
          isPrivate: true, wayToReplace: "/vote codes \(count) file=\(file) replace=yes"),
        at: file)
    }
    _ = try live.commit(at: now) { _ in [.poll(.codesDrawn(poll, sheet.hashes))] }
    try printed?.finish()
    let replaced = earlier.isEmpty ? [] : [View.Block.note(PollWording.codesReplaced, .warning)]
    guard let file else {
      return Response(
        View(
          replaced + [
            .list(sheet.codes.map(\.text), ordered: false), .note(PollWording.codesShown, .hint),
          ]),
        result: ["poll": poll.json, "codes": .array(sheet.codes.map { .string($0.text) })])
    }
    return Response(
      View(
        replaced + [
          .note(PollWording.codesWritten(count, file), .success),
          .note(PollWording.codesFileHint, .hint),
        ]), result: ["poll": poll.json, "file": .string(file)])
  }
}

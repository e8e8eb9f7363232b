import ExerciseProtocol
import OrderedCollections

extension Command {
  static let speaker = drawing("speaker", standsIn: false)
  /// The same by the name that people look for; some exercises have a `/pick` of their own.
  static let pick = drawing("pick", standsIn: true)

  private static func drawing(_ name: String, standsIn: Bool) -> Command {
    Command(
      name, "Draw who speaks next: by chance, or fairly, of those who spoke least", group: .people,
      parameters: [
        Parameter(
          "how", .field(.choice(["random", "fair"])),
          "fair: one of those who spoke and were drawn least in this activity")
      ], examples: standsIn ? ["/pick"] : ["/speaker", "/speaker fair"],
      details: ["Nobody is drawn twice in a row. The journal keeps who was drawn."],
      standsInForAction: standsIn, subwords: Subwords(["": [], "random": [], "fair": []])
    ) { desk, invocation throws(Problem) in
      try desk.drawSpeaker(isFair: invocation.arguments.text("how") == "fair")
    }
  }

  static let groups = Command(
    "groups", "Draw groups or pairs of the people on the roster, or see the last ones",
    group: .people,
    parameters: [
      Parameter("count", .field(.integer(1...99)), "How many groups"),
      Parameter(
        "of", .field(.integer(2...99)), "How many people in each; 2 for pairs", isOption: true),
    ], examples: ["/groups 3", "/groups of=2"],
    details: [
      "Their sizes differ by one at most; with of= nobody is left alone. Who worked together "
        + "before is kept apart as far as that goes."
    ], standsInForAction: true
  ) { desk, invocation throws(Problem) in
    try desk.drawGroups(
      invocation.arguments.integer("count"), of: invocation.arguments.integer("of"))
  }
}

extension Desk {
  fileprivate func drawSpeaker(isFair: Bool) throws(Problem) -> Response {
    let seed = Call.seed(from: surroundings.random())
    let logged = try commit { timeline throws(Problem) in
      let session = timeline.session
      let voices = session.voices.map(\.id)
      guard !voices.isEmpty else { throw .nobodyToDraw }
      var chance = ExerciseProtocol.Chance(seed: seed)
      let last = session.lastCalled
      let others = voices.filter { $0 != last }
      var candidates = others.isEmpty ? voices : others
      if isFair {
        let turns = session.turns
        let least = candidates.map { turns[$0, default: 0] }.min() ?? 0
        candidates = candidates.filter { turns[$0, default: 0] == least }
      }
      let drawn = candidates.randomElement(using: &chance) ?? voices[0]
      return [.aside(.called(drawn, in: session.current))]
    }
    let session = try open().session
    var response = Response.done(
      Acknowledgement.of(logged, in: session), result: ["person": session.lastCalled?.json])
    if isFair {
      let silent = session.voices.count { session.turns[$0.id, default: 0] == 0 }
      if silent > 0 {
        response.view.blocks.append(
          .note("\(silent) \(silent == 1 ? "has" : "have") not had a turn here yet.", .hint))
      }
    }
    return response
  }

  fileprivate func drawGroups(_ count: Int?, of size: Int?) throws(Problem) -> Response {
    guard count == nil || size == nil else {
      throw Problem(
        "How many groups, or how many people in each: one of the two.",
        hint: "/groups 3, or /groups of=2", isUsage: true)
    }
    guard count != nil || size != nil else { return try open().session.groupsResponse }
    let seed = Call.seed(from: surroundings.random())
    _ = try commit { timeline throws(Problem) in
      let session = timeline.session
      let people = session.voices.map(\.id)
      guard !people.isEmpty else { throw .nobodyToDraw }
      let number = count ?? GroupDraw.count(of: people.count, by: size ?? 2)
      guard number <= people.count else {
        throw Problem(
          "\(number) groups are too many for \(people.count.counted("person", "people")).",
          hint: "/groups of=2 makes pairs.")
      }
      let draw = GroupDraw(people, into: number, met: session.met, seed: seed)
      return [.aside(.grouped(draw.groups))]
    }
    return try open().session.groupsResponse
  }
}

extension Session {
  fileprivate var lastCalled: ParticipantID? {
    asides.reversed().lazy.compactMap {
      if case .called(let person, _) = $0.event { person } else { nil }
    }.first
  }

  /// How often each has spoken or was drawn in the current activity; between activities, so far.
  fileprivate var turns: [ParticipantID: Int] {
    var turns: [ParticipantID: Int] = [:]
    for card in board.values where current == nil || card.activity == current {
      guard let author = card.author, card.attributes["posted"] == nil else { continue }
      turns[author, default: 0] += 1
    }
    for aside in asides {
      guard case .called(let person, let activity) = aside.event, activity == current else {
        continue
      }
      turns[person, default: 0] += 1
    }
    return turns
  }

  private var draws: [[[ParticipantID]]] {
    asides.compactMap { if case .grouped(let groups) = $0.event { groups } else { nil } }
  }

  /// How often each two were in one group.
  fileprivate var met: [GroupDraw.Pair: Int] { GroupDraw.pairs(in: draws) }

  /// The groups that were drawn last, each in a line.
  var groupLines: [String]? {
    draws.last.map { $0.map { group in group.compactMap { name(of: $0) }.andList } }
  }

  fileprivate var groupsResponse: Response {
    guard let lines = groupLines, let last = draws.last else {
      return Response(
        View([
          .text("No groups were drawn yet."),
          .note("/groups 3 draws three, /groups of=2 pairs.", .hint),
        ]))
    }
    let before = GroupDraw.pairs(in: Array(draws.dropLast()))
    let again = GroupDraw.pairs(in: [last]).keys.count { before[$0] != nil }
    var blocks: [View.Block] = [
      .heading("Groups", level: 2),
      .list(lines, ordered: true),
    ]
    if again > 0 {
      blocks.append(
        .note(
          "\(again.counted("pair has", "pairs have")) worked together before: there are not enough "
            + "others left.", .hint))
    }
    return Response(
      View(blocks), result: ["groups": .array(last.map { .array($0.map(\.json)) })])
  }
}

extension Problem {
  fileprivate static var nobodyToDraw: Problem {
    Problem("Nobody is on the roster yet.", hint: "/people add Ruth Hyde, Roger White")
  }
}

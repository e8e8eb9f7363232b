import ExerciseKit
import Results
import VotingMethods

/// How far does everybody agree with a proposal, and why? Each card that comes in is one.
struct AgreePoll: Poll {
  static let about = ExerciseAbout(
    id: "agree", name: "Agreement",
    summary: "show how far you agree with a proposal, and why; it stands if it passes the test",
    guidance: PollGuidance.lines(
      [
        "Best with one proposal at a time. Read it out and answer questions about what it means.",
        "Say what each step of the scale means, and what the proposal must pass to be adopted.",
        "Say: “Whoever would rather not answer abstains; that is not the middle of the scale.”",
      ],
      last: "Then hear those with the lowest answers first. Say: “What would you need?”",
      tip: "reasons show with the result; in secret, without names.",
      access: "with raised hands, say the numbers aloud for whoever can't see them."))

  struct Settings: PollSettings {
    @Field("How it is counted") var method = AgreementScale.fistToFive
    @Field("How many answers there must be, abstentions not counted", 1...1_000) var quorum = 1
    @Field("How many in a hundred of the answers must be support", 0...100) var share = 75
    @Field("By gradients: the lowest answer that is support", 1...8) var support = 6
    @Field("By fist-to-five: whether one fist stops a proposal") var fistBlocks = true
    @Field(PollPrivacy.summary) var privacy = PollPrivacy.sealed
  }

  /// What one person answers; a proposal that is not in it is an abstention.
  struct Vote: Codable, Hashable, Sendable {
    var answers: [CardID: Int]
    var reason: String?
  }

  static let actions: [any Action<AgreePoll>.Type] = [
    Agree.self, Reveal<AgreePoll>.self, Reopen<AgreePoll>.self,
  ]
  static let lineAction: (any Action<AgreePoll>.Type)? = Agree.self
  static let words = PollWords(
    "answers", "How far do you agree with this?", unit: ("answer", "answers"))

  /// What a plain line is: `@Ruth c3=4 I would help to write it`.
  struct Agree: Action {
    static let about = ActionAbout(
      "agree", "Say how far you agree, and why", attribution: .required, isPrivate: true,
      examples: ["agree @Ruth c3=2", "agree @Ruth c3=2 I would help to write it"])
    @Field("Cards, and the number of your answer to each", 0...8, numbered: true)
    var answers: [CardID: Int]
    @Field("Why, in a few words") var reason: String?

    func decide(in room: Room<AgreePoll>) throws(Refusal) -> [Effect<Event>] {
      let words = reason?.split(whereSeparator: \.isWhitespace).joined(separator: " ") ?? ""
      return try AgreePoll.take(
        Vote(answers: answers, reason: words.isEmpty ? nil : words), in: room)
    }
  }

  static func form(_ settings: Settings, options: Int) -> PaperForm {
    let steps = settings.method.steps
    return options == 1
      ? .scale(steps) : .grade(steps.map(\.label), from: settings.method.range.lowerBound)
  }

  static func typedForm(_ settings: Settings, options: Int) -> PaperForm {
    .score(settings.method.range)
  }

  static func answer(_ vote: Vote) -> JSONValue { vote.answers.json ?? .null }

  static var furtherQuestions: [PaperQuestion] {
    [
      PaperQuestion(
        "reason", "Why? You can leave this out; the room will read it, without your name.",
        .text(lines: 4))
    ]
  }

  static func request(_ settings: Settings, options: Int, votes: [Vote]) -> CountRequest {
    var told: [CountOption: String] = [.quorum: "\(settings.quorum)"]
    switch settings.method {
    case .fistToFive:
      told[.share] = "\(settings.share)%"
      told[.fistBlocks] = settings.fistBlocks ? "yes" : "no"
    case .gradients:
      told[.share] = "\(settings.share)%"
      told[.support] = "\(settings.support)"
    case .consent: break
    }
    return CountRequest(settings.method.id, options: told)
  }

  static func ballots(
    _ casts: [Cast<Vote>], on slate: Slate, _ settings: Settings
  ) -> Election.Ballots {
    let answers = casts.map { Cast(vote: $0.vote.answers, weight: $0.weight, after: $0.after) }
    return .scores(ScoreBallots(answers, on: slate, range: settings.method.range))
  }

  static func instructions(_ settings: Settings) -> String {
    settings.method.words(settings) + " Leaving it out is an abstention."
  }

  /// The answer to one proposal can't be left out: who abstains hands the ballot in blank.
  static func instructions(_ settings: Settings, options: Int) -> String {
    options == 1 ? settings.method.words(settings) : instructions(settings)
  }

  static func legend(_ room: Room<AgreePoll>) -> [View.Block] {
    [.facts(room.settings.method.steps.map { View.Fact("\($0.value)", $0.label) })]
  }

  static func particulars(of count: PollCount, in room: Room<AgreePoll>) -> Particulars {
    let noun = Particulars.Noun("proposal", "proposals")
    guard case .scores(let ballots)? = count.ballots else { return Particulars(noun: noun) }
    let names = room.settings.method.steps.map(\.label)
    return Particulars(
      noun: noun, grades: Particulars.GradeSpread(ballots, names: names))
  }

  /// Why people answered as they did, the lowest answers first: those are heard first. Of a secret
  /// vote the order tells nothing of who came when.
  static func appendix(_ room: Room<AgreePoll>) -> [View.Block] {
    let known = Set(options(of: room).map(\.id))
    let named: [(name: String?, vote: Vote)] =
      room.isSealed
      ? room.casts.map { (nil, $0.vote) }
      : room.state.ballots.sorted { $0.key < $1.key }.map { (room.name(of: $0.key), $0.value) }
    let lines = named.compactMap { name, vote -> (lowest: Int, line: String)? in
      guard let reason = vote.reason else { return nil }
      let answers = vote.answers.filter { known.contains($0.key) }.sorted { $0.key < $1.key }
      let given = answers.map { "\($0.key) \($0.value)" }
      let head = (([name].compactMap(\.self)) + given).joined(separator: ", ")
      return (answers.map(\.value).min() ?? .max, head.isEmpty ? reason : "\(head): \(reason)")
    }
    guard !lines.isEmpty else { return [] }
    let ordered = lines.sorted { ($0.lowest, $0.line) < ($1.lowest, $1.line) }
    return [.heading("Reasons", level: 3), .list(ordered.map(\.line), ordered: false)]
  }
}

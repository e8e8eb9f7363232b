import ExerciseProtocol
import OrderedCollections
import Polling

extension Desk {
  /// A show of hands, kept as what it is: `c1=12 c2=9`, or with the number of people in the room
  /// first; nothing forgets an earlier one.
  func enterHands(_ typed: String) throws(Problem) -> Response {
    let live = try open()
    guard let activity = live.session.currentActivity else { throw .noActivity(live.session) }
    let hands = try readHands(typed, for: activity.id, in: live.session)
    if let poll = live.session.undecidedPoll(of: activity.id), !hands.totals.isEmpty {
      guard poll.terms.allowsHandEntry else { throw .refused(.noHandEntry) }
      guard hands.ballots(for: poll.terms.paper) != nil else { throw .handsCantTell }
    }
    let logged = try live.commit(at: now) { timeline in
      let standing = timeline.session.handCounts[activity.id]
      return standing == hands || standing == nil && hands.totals.isEmpty
        ? [] : [.poll(.handCounted(hands))]
    }
    guard !logged.isEmpty else {
      return .unchanged(result: ["hands": .integer(hands.totals.values.reduce(0, +))])
    }
    return Response(
      View(
        hands.totals.isEmpty
          ? [.note(PollWording.handsForgotten, .success)] : handBlocks(of: activity.id)),
      result: ["hands": .integer(hands.totals.values.reduce(0, +))])
  }

  private func readHands(
    _ typed: String, for activity: ActivityID, in session: Session
  ) throws(Problem) -> ShowOfHands {
    let words = Words(typed)
    var rest = words.words[...]
    let people = rest.count > 1 ? rest.first.flatMap { Int($0.text) } : nil
    if people != nil { rest.removeFirst() }
    guard !rest.isEmpty else {
      return ShowOfHands(activity: activity, people: 0, totals: [:])
    }
    let wrong = Problem(
      "“\(typed)” is no count of hands.",
      hint: "/vote hands c1=12 c2=9, or with 20 people in the room /vote hands 20 c1=12 c2=9",
      isUsage: true)
    guard let read = try session.points(in: rest, 0...1_000_000), read.count == rest.count,
      case .object(let members) = read.json
    else { throw wrong }
    var totals: [CardID: Int] = [:]
    for member in members {
      if case .integer(let hands) = member.value { totals[CardID(member.name)] = hands }
    }
    let most = totals.values.max() ?? 0
    guard (people ?? most) >= most else { throw wrong }
    return ShowOfHands(
      activity: activity, people: people ?? totals.values.reduce(0, +), totals: totals)
  }
}

extension ShowOfHands {
  /// The hands as ballots that each say one thing, for a poll that counts them in; nil where its
  /// paper asks for more than a hand can tell.
  func ballots(for paper: Paper) -> HandCount? {
    guard let question = paper.questions.first, paper.questions.count == 1 else { return nil }
    var entries: [HandCount.Entry] = []
    for (card, hands) in totals.sorted(by: { $0.key < $1.key }) where hands > 0 {
      let answer: JSONValue
      switch question.form {
      case .chooseOne: answer = card.json
      case .chooseSome: answer = [card.json]
      case .dots: answer = .object([.init(card.rawValue, 1)])
      default: return nil
      }
      guard question.fault(in: answer) == nil else { return nil }
      entries.append(HandCount.Entry(Ballot(.answers([question.field: answer])), count: hands))
    }
    return HandCount(people: people, entries: entries)
  }
}

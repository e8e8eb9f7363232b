import ExerciseKit
import OrderedCollections
import Polling
import Testing
import Workshop
import WorkshopTesting

/// Holds what everybody is shown and told of a vote against its counted event, after every line.
struct VoteWatch {
  static let place: ActivityID = "a2"
  private let desk: TestDesk
  private let library: MemoryLibrary
  /// What the vote rested on when it was first seen.
  private var rested: [PollID: Grounds] = [:]
  /// What was shown when it was counted.
  private var shown: [PollID: [View.Block]] = [:]

  init(_ desk: TestDesk, _ library: MemoryLibrary) { (self.desk, self.library) = (desk, library) }

  /// The last vote of the activity.
  var poll: Poll? { desk.session.polls(of: Self.place).last }

  /// What people were told when they voted, seen from outside: cards, settings, question, roll.
  private struct Grounds: Equatable {
    var cards: [String]
    var settings: JSONValue?
    var focus: String?
    var people: [String?]

    init(_ poll: Poll, _ session: Session) {
      cards = poll.terms.paper.questions.flatMap(\.options).map { option in
        let card = session.board[CardID(option.id)]
        return "\(option.id) \(card?.text ?? "gone") \(card?.hidden ?? "")"
      }
      (settings, focus) = (
        session.agenda[VoteWatch.place]?.plan.settings, session.agenda[VoteWatch.place]?.plan.focus
      )
      people = poll.terms.roll.map { session.roster[$0.id]?.name }
    }
  }

  /// - Parameter line: what was typed, to be named where something is otherwise.
  mutating func check(after line: String) throws {
    guard let poll else {
      #expect(rested.isEmpty, "\(line): the vote is gone")
      return
    }
    switch poll.phase {
    case .open, .closed:
      let now = Grounds(poll, desk.session)
      #expect(rested[poll.id, default: now] == now, "\(line)")
      rested[poll.id] = rested[poll.id] ?? now
    case .counted(let result): try check(poll, result, line)
    case .calledOff, .replaced: break
    }
  }

  private mutating func check(_ poll: Poll, _ result: PollResult, _ line: String) throws {
    let bundle = try self.bundle(result)
    #expect(result.count == bundle.result && result.verdict == bundle.recount.verdict, "\(line)")
    let answer = try desk.result("/show a2")
    #expect(answer?["result"]?["chosen"] == chosen(bundle), "\(line)")
    let blocks = try desk.perform("/show a2").view.blocks.dropFirst()
    let first = shown[poll.id, default: Array(blocks)]
    shown[poll.id] = first
    for block in first { #expect(blocks.contains(block), "\(line)") }
    let marked = Set(
      blocks.flatMap { block -> [String] in
        guard case .bars(let bars) = block else { return [] }
        return bars.filter(\.isChosen).map { String($0.label.prefix { $0 != " " }) }
      })
    let hands = Set(desk.session.handCounts[Self.place]?.totals.keys.map(\.rawValue) ?? [])
    #expect(marked.subtracting(hands).isSubset(of: chosen(bundle).texts), "\(line)")
  }

  /// The rest: wall, report, other methods, what goes on. It turns the room here and there.
  mutating func checkAll(after lines: [String]) throws {
    guard let poll, case .counted(let result) = poll.phase else { return }
    let bundle = try self.bundle(result)
    let told = "\(lines.suffix(12))"
    _ = desk.problem("/goto a2")
    desk.files.contents["memory/\(result.bundle)"] = bundle.bytes
    #expect(try desk.result("/vote what-if")?["result"]?["chosen"] == chosen(bundle), "\(told)")
    let headlines = (shown[poll.id] ?? []).compactMap { block -> String? in
      if case .note(let text, .success) = block { text } else { nil }
    }
    let (wall, report) = (desk.desk.wallView().plainText, try desk.desk.reportView().plainText)
    for headline in headlines.prefix(1) {
      #expect(wall.contains(headline) && report.contains(headline), "\(told)")
    }
    if let flaw = result.verdict?.flaw {
      #expect(wall.contains(flaw.message) && report.contains(flaw.message), "\(told)")
    }
    try checkGoesOn(bundle, told)
  }

  private func checkGoesOn(_ bundle: PollBundle, _ told: String) throws {
    let place = try #require(desk.session.index(of: Self.place)) + 2
    let id = try #require(
      try desk.result("/agenda add discussion Last at=\(place) takes=previous")?["activity"])
    guard case .string(let name) = id else { return }
    try desk.perform("/goto \(name)")
    let taken = desk.session.agenda[ActivityID(name)]?.taken.map(\.rawValue)
    let here = chosen(bundle).texts.filter { desk.session.board[CardID($0)] != nil }
    #expect(taken.map(Set.init) == Set(here), "\(told)")
  }

  private func bundle(_ result: PollResult) throws -> PollBundle {
    let bytes = try #require(library.journals["Room"]?.boxes.bundles[result.bundle])
    return try PollBundle(reading: bytes)
  }

  /// As the bundle's own recount has it; agreement with one proposal is about that card.
  private func chosen(_ bundle: PollBundle) -> JSONValue {
    let question = bundle.terms.paper.rule.flatMap { bundle.terms.paper.question($0.field) }
    return .array(
      bundle.recount.verdict.chosen.map { id in
        let isScale = question?.field == id && question?.options.count == 1
        return .string(isScale ? question?.options[0].id ?? id : id)
      })
  }
}

extension JSONValue {
  fileprivate var texts: [String] {
    guard case .array(let items) = self else { return [] }
    return items.compactMap { if case .string(let text) = $0 { text } else { nil } }
  }
}

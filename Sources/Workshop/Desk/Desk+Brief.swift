package import ExerciseProtocol
import OrderedCollections

/// A large board in a few lines, so that nothing has to scroll away before somebody has read it.
extension Desk {
  /// An activity on less than a screen: where we are in it, how many cards are where, and the
  /// newest of them.
  package func showBrief(_ id: ActivityID) throws(Problem) -> Response {
    let live = try open()
    let (view, problem) = try shown(id, for: .facilitator)
    let session = live.session
    guard let activity = session.agenda[id] else {
      throw .noSuchActivity(id.rawValue, count: session.agenda.count)
    }
    let brief = BriefView(view, of: activity, in: session)
    return Response(
      View(brief.blocks),
      result: [
        "activity": id.json, "cards": .integer(brief.cards),
        "loose": view.loose.map { .integer($0.count) },
        "unanswered": .list([problem?.message].compactMap(\.self)),
      ])
  }

  /// The cards of an activity that have no place yet.
  func showLoose(_ id: ActivityID) throws(Problem) -> Response {
    let session = try open().session
    let (view, problem) = try shown(id, for: .facilitator)
    if let problem { throw problem }
    guard let activity = session.agenda[id] else {
      throw .noSuchActivity(id.rawValue, count: session.agenda.count)
    }
    guard let loose = view.loose else {
      throw Problem(
        "“\(activity.plan.title)” gives cards no place, so none of them is loose.",
        hint:
          "/show shows them; in a grouping, on a canvas and on a matrix /show loose lists those "
          + "that are not placed yet.")
    }
    let cards = loose.compactMap { session.board[$0] }
    let result: JSONValue = ["activity": id.json, "loose": .array(cards.map(\.id.json))]
    guard !cards.isEmpty else {
      return Response(View([.text("Every card has its place.")]), result: result)
    }
    let count = cards.count == 1 ? "1 card has" : "\(cards.count.grouped) cards have"
    return Response(
      View([
        .heading(activity.plan.title, level: 1), .text("\(count) no place yet."),
        .list(cards.map { session.line($0) }, ordered: false),
      ]), result: result)
  }
}

extension Session {
  /// `c3  The stop has no roof (Ruth)`.
  fileprivate func line(_ card: Card, longest: Int? = nil) -> String {
    let words = card.text.split(whereSeparator: \.isNewline).joined(separator: " ")
    let text = longest.map { words.count > $0 ? words.prefix($0) + "…" : words } ?? card.text
    return "\(card.id)  \(text)" + (names(ofAuthors: card).map { " (\($0))" } ?? "")
  }
}

/// What a view comes to in a few lines.
private struct BriefView {
  private static let (newest, sections) = (4, 9)
  private(set) var blocks: [View.Block] = []
  private(set) var cards = 0

  init(_ view: View, of activity: Activity, in session: Session) {
    let (own, taken) = session.visibleCards(of: activity)
    cards = own.count + taken.count
    let place = session.index(of: activity.id).map { "\($0 + 1) of \(session.agenda.count)" }
    blocks = [.heading(activity.plan.title, level: 1)]
    if let focus = activity.plan.focus { blocks.append(.text(focus)) }
    var facts = [View.Fact("Step", place ?? "")]
    facts.append(View.Fact("Cards", Self.count(own.count, taken.count)))
    let hidden = session.board.values.count { $0.activity == activity.id && $0.hidden != nil }
    if hidden > 0 { facts.append(View.Fact("Hidden", hidden.grouped)) }
    if let loose = view.loose { facts.append(View.Fact("No place yet", loose.count.grouped)) }
    facts.append(View.Fact("People", session.present.count.grouped))
    blocks.append(.facts(facts))
    // What was decided, and what is wrong, is never too long.
    blocks += view.blocks.filter { block in
      switch block {
      // What a screen does not hold is told by the numbers.
      case .note(let text, .warning): !text.hasPrefix("… and ")
      case .note(_, .success), .note(_, .failure): true
      default: false
      }
    }.prefix(5)
    let parts = Self.parts(of: view)
    if parts.count > 1 {
      let shown = parts.prefix(Self.sections).map { part in
        let title = part.title.split(separator: " ").joined(separator: " ")
        return "\(title): \(part.count.grouped)"
      }
      let more = parts.count - shown.count
      let all = shown + (more > 0 ? ["and \(more.grouped) more"] : [])
      blocks.append(.text("Where they are: \(all.joined(separator: "; "))."))
    }
    // What the exercise does not show yet is not shown here either; a view may be cut, though.
    let visible = Set(view.shownCards)
    let latest = [taken, own].filter { $0.contains { visible.contains($0.id) } }.joined()
      .suffix(Self.newest)
    if !latest.isEmpty {
      blocks += [
        .heading("Newest", level: 3),
        .list(latest.reversed().map { session.line($0, longest: 60) }, ordered: false),
      ]
    }
    let limit = ViewLimits(for: .facilitator).many
    let most = cards > limit ? "the first \(limit.grouped)" : "all of it"
    let loose = view.loose?.isEmpty == false ? " /show loose those without a place." : ""
    blocks.append(
      .note(
        "/show all shows \(most).\(loose) /cards and a word finds cards.", .hint
      ))
  }

  private static func count(_ own: Int, _ taken: Int) -> String {
    let all = (own + taken).grouped
    return taken == 0 || own == 0
      ? all : "\(all): \(own.grouped) written here, \(taken.grouped) brought in"
  }

  /// What lies under each heading and in each region.
  private static func parts(of view: View) -> [(title: String, count: Int)] {
    var parts: [(title: String, count: Int)] = []
    var title = ""
    for block in view.blocks {
      switch block {
      case .heading(let text, let level) where level > 1: title = text
      case .grid(let regions): parts += regions.map { ($0.title, $0.items.count) }
      default:
        let count = View([block]).shownCards.count
        guard count > 0, !title.isEmpty else { continue }
        if parts.last?.title == title {
          parts[parts.count - 1].count += count
        } else {
          parts.append((title, count))
        }
      }
    }
    return parts
  }
}

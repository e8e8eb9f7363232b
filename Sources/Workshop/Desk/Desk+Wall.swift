package import ExerciseProtocol
import OrderedCollections
import Polling

extension Desk {
  /// What the room sees on the wall: where we are, as the exercise shows it to the room, and how
  /// much time is left. Of a secret vote never more than how many have voted.
  package func wallView() -> View {
    guard let session else { return View([.text(WallWording.noSession)]) }
    guard let activity = session.currentActivity else { return agendaView(session) }
    do throws(Problem) {
      var view = try showActivity(activity.id, audience: .room).view
      view.put(first: session.drawn(in: activity))
      if session.openPoll?.terms.activity == activity.id {
        // How many have voted stands above the cards, not below them.
        let told = pollBlocks(of: activity.id, for: .room)
        if view.blocks.count >= told.count { view.blocks.removeLast(told.count) }
        view.put(first: told)
      }
      return view.forTheRoom
    } catch {
      return View([.heading(activity.plan.title, level: 1), .note(error.message, .warning)])
    }
  }

  /// What the console brought up there; nil where it can't be shown to the room any more.
  package func wallView(of order: WallOrder?) -> View? {
    guard let order else { return wallView() }
    guard let session else { return nil }
    switch order {
    case .card(let id):
      guard let card = session.board[id], card.hidden == nil else { return nil }
      return View([
        .heading(session.title(of: card.activity), level: 1),
        .thread([node(card, in: session, depth: 1)]),
      ])
    case .activity(let id):
      return try? showActivity(id, audience: .room).view.forTheRoom
    case .proposition:
      return session.proposition.map { View([.heading($0.title, level: 1), .text($0.text)]) }
    default: return nil
    }
  }

  private func node(_ card: Card, in session: Session, depth: Int) -> View.ThreadNode {
    let replies =
      depth > 6
      ? [] : session.board.values.filter { $0.parent == card.id && $0.hidden == nil }
    return View.ThreadNode(
      id: card.id, text: card.text, author: session.names(ofAuthors: card), tags: card.tags,
      replies: replies.map { node($0, in: session, depth: depth + 1) })
  }

  /// Between activities: what the session is about, and what comes.
  private func agendaView(_ session: Session) -> View {
    var blocks: [View.Block] = [.heading(session.title, level: 1)]
    if let proposition = session.proposition {
      blocks += [.heading(proposition.title, level: 2), .text(proposition.text)]
    }
    if !session.agenda.isEmpty {
      let times = times(of: session)
      let lines = session.agenda.values.map { activity in
        let time = times?.steps[activity.id].map { clockTime($0) + "  " } ?? ""
        return time + activity.plan.title
      }
      blocks.append(.list(lines, ordered: times == nil))
    }
    return View(blocks)
  }

  /// Whether somebody may vote now, so that what is to be shown changes without the journal.
  package var hasOpenPoll: Bool { session?.openPoll != nil }

  /// Takes in what other terminals did.
  ///
  /// - Returns: whether anything happened.
  package func catchUp() throws(Problem) -> Bool {
    guard let live else { return false }
    return !(try live.catchUp().isEmpty)
  }
}

extension Session {
  /// Who was drawn last since the room turned to the activity, to speak or to work together, and
  /// how awake the room is.
  fileprivate func drawn(in activity: Activity) -> [View.Block] {
    guard let begun = activity.begun else { return [] }
    let asides = asides.filter { $0.at >= begun }
    var blocks: [View.Block] = []
    if asides.contains(where: { if case .energy = $0.event { true } else { false } }),
      let line = energyLine
    {
      blocks.append(.note(line, .success))
    }
    for aside in asides.reversed() {
      switch aside.event {
      case .called(let person, let place) where place == activity.id:
        return (name(of: person).map { [.note(WallWording.speaks($0), .success)] } ?? []) + blocks
      case .grouped:
        let groups = (groupLines ?? []).enumerated().map { WallWording.group($0 + 1, $1) }
        return blocks + (groups.isEmpty ? [] : [.list(groups, ordered: false)])
      default: continue
      }
    }
    return blocks
  }
}

extension View {
  /// Puts blocks below the title and the question, above everything else.
  fileprivate mutating func put(first new: [View.Block]) {
    var place = 0
    if case .heading(_, 1)? = blocks.first {
      place = 1
      if blocks.count > 1, case .text = blocks[1] { place = 2 }
    }
    blocks.insert(contentsOf: new, at: place)
  }
}

extension View {
  /// Without the hints for whoever steers, which name a command; another hint is said to the room
  /// as any text is.
  fileprivate var forTheRoom: View {
    var view = self
    view.blocks = blocks.compactMap { block in
      guard case .note(let text, .hint) = block else { return block }
      let isForSteering = text.split(whereSeparator: \.isWhitespace).contains { word in
        word.first == "/" && word.dropFirst().first?.isLetter == true
      }
      return isForSteering ? nil : .text(text)
    }
    return view
  }
}

/// The wall's own words.
enum WallWording {
  static let noSession = "No session is open."

  static func speaks(_ name: String) -> String { "Next: \(name)" }
  static func group(_ number: Int, _ names: String) -> String { "Group \(number): \(names)" }
}

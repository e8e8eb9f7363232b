package import ExerciseProtocol
import OrderedCollections

extension Desk {
  /// What the room sees on the wall: where we are, as the exercise shows it to the room, and how
  /// much time is left. Of a secret vote never more than how many have voted.
  package func wallView() -> View {
    guard let session else { return View([.text(WallWording.noSession)]) }
    guard let activity = session.currentActivity else { return agendaView(session) }
    do throws(Problem) {
      var view = try showActivity(activity.id, audience: .room).view
      view.blocks += session.drawn(in: activity)
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
  /// Who was drawn last since the room turned to the activity: to speak, or to work together.
  fileprivate func drawn(in activity: Activity) -> [View.Block] {
    guard let begun = activity.begun else { return [] }
    for aside in asides.reversed() where aside.at >= begun {
      switch aside.event {
      case .called(let person, let place) where place == activity.id:
        return name(of: person).map { [.note(WallWording.speaks($0), .success)] } ?? []
      case .grouped: return groupLines.map { [.list($0, ordered: true)] } ?? []
      default: continue
      }
    }
    return []
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
}

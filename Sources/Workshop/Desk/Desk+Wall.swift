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
      return view
    } catch {
      return View([.heading(activity.plan.title, level: 1), .note(error.message, .warning)])
    }
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

/// The wall's own words.
enum WallWording {
  static let noSession = "No session is open."

  static func speaks(_ name: String) -> String { "Next: \(name)" }
}

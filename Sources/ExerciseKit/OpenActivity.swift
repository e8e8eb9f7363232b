import ExerciseProtocol

/// An activity whose exercise's type is forgotten.
protocol OpenActivity: AnyObject {
  func fold(_ occurrence: Occurrence) throws(KitFault)
  func decide(_ call: Call) throws(NoAnswer) -> Reply
  func view(for audience: Audience) -> View
  func give() -> [CardID]
  func paper() -> Paper?
  func saved() throws(KitFault) -> SavedState
}

/// An activity and everything that folding gave so far. A class, because the server keeps it and
/// folding in place must not copy a large state.
final class Activity<Host: Exercise>: OpenActivity {
  private let brief: ActivityBrief
  private let settings: Host.Settings
  private var state: Host.State
  private var board: Board
  private var participants: [Participant]
  private var last: Timestamp
  private var lot: Int?

  init(_ brief: ActivityBrief) throws(NoAnswer) {
    settings = try orRefused { () throws(Refusal) in
      try Host.Settings(filledFrom: brief.settings)
    }
    board = Board(brief)
    participants = brief.participants
    lot = brief.lot
    last = brief.cards.map(\.at).max() ?? Timestamp(milliseconds: 0)
    state = try orFault { () throws(KitFault) in try Activity.state(from: brief.state) }
    self.brief = brief.withoutHistory
    try orFault { () throws(KitFault) in
      for event in brief.events { try fold(event) }
    }
  }

  private static func state(from saved: SavedState?) throws(KitFault) -> Host.State {
    guard let saved else { return Host.initialState }
    if saved.version == Host.stateVersion {
      return try saved.data.decoded(Host.State.self, what: "the saved state")
    }
    let migrated: Host.State?
    do throws(Refusal) {
      migrated = try Host.migrate(saved.data, from: saved.version)
    } catch {
      throw KitFault(error)
    }
    guard let state = migrated else {
      throw KitFault(
        "“\(Host.about.name)” can't read a state of version \(saved.version); "
          + "it writes version \(Host.stateVersion).")
    }
    return state
  }

  func fold(_ occurrence: Occurrence) throws(KitFault) {
    switch occurrence {
    case .card(let card):
      board.put(card)
      last = max(last, card.at)
    case .cardRemoved(let id): board.remove(id)
    case .participant(let participant):
      if let index = participants.firstIndex(where: { $0.id == participant.id }) {
        participants[index] = participant
      } else {
        participants.append(participant)
      }
    case .recorded(let json, let at):
      let event = try json.decoded(Host.Event.self, what: "an event of this exercise")
      Host.evolve(&state, event, at: at)
      last = max(last, at)
    case .lot(let seed): lot = seed
    }
  }

  func decide(_ call: Call) throws(NoAnswer) -> Reply {
    guard let action = Host.actions.first(where: { $0.about.name == call.action }) else {
      throw .fault(KitFault("“\(Host.about.name)” has no action “\(call.action)”"))
    }
    return try decide(action, call)
  }

  /// Opens the existential: here the action has a type again.
  private func decide<Chosen: Action<Host>>(
    _ action: Chosen.Type, _ call: Call
  ) throws(NoAnswer) -> Reply {
    let room = room(actor: call.actor, weight: call.weight, now: call.at, seed: call.seed)
    var changes: [Change] = []
    var notices: [String] = []
    var shows = false
    let effects = try orRefused { () throws(Refusal) in
      try action.init(filledFrom: call.fields).decide(in: room)
    }
    for effect in effects {
      switch effect {
      case .change(let change): changes.append(change)
      case .record(let event):
        changes.append(
          .record(try orFault { () throws(KitFault) in try JSONValue(encoding: event) }))
      case .notice(let text): notices.append(text)
      case .show: shows = true
      }
    }
    return .changes(
      changes, notice: notices.isEmpty ? nil : notices.joined(separator: " "), shows: shows)
  }

  func view(for audience: Audience) -> View { Host.view(of: room(), for: audience) }

  func give() -> [CardID] { Host.give(from: room()) }

  func paper() -> Paper? { Host.paper(for: room()) }

  func saved() throws(KitFault) -> SavedState {
    SavedState(version: Host.stateVersion, data: try JSONValue(encoding: state))
  }

  func room(
    actor: ParticipantID? = nil, weight: Int = 1, now: Timestamp? = nil, seed: Int = 0
  ) -> Room<Host> {
    Room(
      settings: settings, state: state, title: brief.title, focus: brief.focus,
      now: now ?? last, actor: actor, weight: weight, lot: lot, seed: seed,
      people: participants, board: board)
  }
}

extension Exercise {
  /// The exercise as the manifest tells it.
  static var description: ExerciseDescription {
    ExerciseDescription(
      id: about.id, name: about.name, summary: about.summary, guidance: about.guidance,
      settings: Settings.declaration, actions: actions.map { $0.description },
      lineAction: lineAction?.about.name, stateVersion: stateVersion)
  }

  static func open(_ brief: ActivityBrief) throws(NoAnswer) -> any OpenActivity {
    try Activity<Self>(brief)
  }
}

extension Action {
  /// The action as the manifest tells it.
  static var description: ActionDescription {
    ActionDescription(
      name: about.name, summary: about.summary, privacy: about.privacy,
      attribution: about.privacy == .open ? about.attribution : .none,
      isForFacilitator: about.isForFacilitator, isPrivate: about.isPrivate, fields: declaration,
      examples: about.examples)
  }
}

extension ActivityBrief {
  /// What stays true while the activity goes on; the rest is folded into other places.
  fileprivate var withoutHistory: ActivityBrief {
    ActivityBrief(id: id, exercise: exercise, title: title, focus: focus, settings: settings)
  }
}

package import ExerciseProtocol
package import OrderedCollections

/// One exercise on the agenda, and how far the room got with it.
package struct Activity: Hashable, Sendable {
  package var plan: Plan
  /// Cards that earlier activities gave; grows when the activity is started again.
  package var taken: OrderedSet<CardID> = []
  package var timer = ActivityTimer()
  /// Whether the room ever turned to it.
  package var wasStarted = false
  /// When the room turned to it first; nil before, and in snapshots of before this was kept.
  package var begun: Timestamp?
  /// The exercise's own events, in order.
  package var recorded: [Recorded] = []
  /// The step within it that has a time of its own; nil where none has begun, or none was told of.
  package var pace: Pace?

  package var id: ActivityID { plan.id }

  /// What the agenda says; all that a template needs.
  package struct Plan: Hashable, Sendable {
    package var id: ActivityID
    /// The id of the exercise: `discussion`.
    package var exercise: String
    package var title: String
    package var focus: String?
    package var minutes: Int?
    package var takes: Intake
    /// Checked against the exercise's declaration; what is absent has its default.
    package var settings: JSONValue
    /// What the facilitator does and says, in order, beyond what the exercise itself advises.
    package var guide: [Guidance]
    /// What comes out of it, in a line.
    package var gives: String?
    /// Whether cards pass it by, as they do a break: what is said there stays there, and the step
    /// after it takes what came before.
    package var aside: Bool

    package init(
      id: ActivityID, exercise: String, title: String, focus: String? = nil, minutes: Int? = nil,
      takes: Intake = .previous, settings: JSONValue = .object([]), guide: [Guidance] = [],
      gives: String? = nil, aside: Bool = false
    ) {
      self.id = id
      self.exercise = exercise
      self.title = title
      self.focus = focus
      self.minutes = minutes
      self.takes = takes
      self.settings = settings
      self.guide = guide
      self.gives = gives
      self.aside = aside
    }
  }

  /// Which cards an activity takes in when the room turns to it.
  package enum Intake: Hashable, Sendable {
    /// Those that the last activity before it gives that had any: breaks, check-ins and what nobody
    /// put a card in let them pass.
    case previous
    /// Those that every activity before it gives, but for breaks and check-ins.
    case all
    case nothing
    /// Those that every activity before it gives and that have this tag.
    case tagged(String)
    /// Those that these activities give, wherever they stand: by their ids, so that a move changes
    /// nothing.
    case activities([ActivityID])
  }

  /// One of the exercise's own events.
  package struct Recorded: Hashable, Sendable {
    package var event: JSONValue
    package var at: Timestamp

    package init(event: JSONValue, at: Timestamp) {
      self.event = event
      self.at = at
    }
  }

  package init(plan: Plan) { self.plan = plan }
}

/// How long an activity ran, for advice only: nothing ends by itself.
package struct ActivityTimer: Hashable, Sendable {
  /// Seconds of all the times it ran to an end.
  package var elapsed: Double = 0
  /// Since when it runs; nil while it is paused or not the room's.
  package var runningSince: Timestamp?
  /// Seconds added to the planned time; negative where time was taken away.
  package var extra = 0

  package init() {}

  /// Seconds it ran until `now`.
  package func elapsed(at now: Timestamp) -> Double {
    elapsed + (runningSince.map { max(0, now.seconds(since: $0)) } ?? 0)
  }

  /// From now on it has run for so many seconds, and runs on if it did.
  mutating func set(to seconds: Double, at now: Timestamp) {
    elapsed = max(0, seconds)
    if runningSince != nil { runningSince = now }
  }

  mutating func run(from now: Timestamp) {
    if runningSince == nil { runningSince = now }
  }

  mutating func stop(at now: Timestamp) {
    elapsed = elapsed(at: now)
    runningSince = nil
  }
}

extension Activity.Intake {
  /// Reads `previous`, `all`, `nothing` or `#tag`.
  package init?(text: String) {
    switch text.lowercased() {
    case "previous": self = .previous
    case "all": self = .all
    case "nothing", "none": self = .nothing
    case let name where name.hasPrefix("#") && name.count > 1:
      self = .tagged(String(text.dropFirst()))
    default: return nil
    }
  }

  package var text: String {
    switch self {
    case .previous: "previous"
    case .all: "all"
    case .nothing: "nothing"
    case .tagged(let tag): "#\(tag)"
    case .activities(let ids): ids.map(\.rawValue).joined(separator: ", ")
    }
  }
}

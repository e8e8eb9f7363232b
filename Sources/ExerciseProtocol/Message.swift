/// The version of the messages in this file. A host and a plugin that share no version refuse each
/// other.
public let protocolVersion = 1

/// What the host asks of a plugin. One request, one ``Reply``, in order; nothing else crosses.
///
/// The form on the wire is one JSON object: `{"call": "decide", …}`. Calls that concern an activity
/// carry in `events` what happened since the last call, to be folded before the call is answered.
public enum Request: Hashable, Sendable {
  /// First on every connection: the versions that the host speaks. Answered by
  /// ``Reply/welcome(version:)``.
  ///
  /// Since 1.1 with the extensions that the host may use.
  case hello(versions: [Int], host: String, extensions: [ExtensionID] = [])
  /// Answered by ``Reply/manifest(_:)``.
  case manifest
  /// Begin, or begin again, with an activity: everything its state is folded from. Answered by
  /// ``Reply/done``.
  case open(ActivityBrief)
  /// What would this action change? Answered by ``Reply/changes(_:notice:shows:)`` or
  /// ``Reply/refused(_:)``.
  case decide(ActivityID, Call, events: [Occurrence])
  /// Answered by ``Reply/view(_:)``.
  case view(ActivityID, Audience, events: [Occurrence])
  /// Which cards the activity gives to the next one. Answered by ``Reply/cards(_:)``.
  case give(ActivityID, events: [Occurrence])
  /// What somebody is asked in the booth, for the exercise's sealed action. Answered by
  /// ``Reply/paper(_:)``.
  case paper(ActivityID, events: [Occurrence])
  /// The folded state, for a snapshot. Answered by ``Reply/state(_:)``.
  case state(ActivityID, events: [Occurrence])
  /// What does this section of the plugin's say about these activities of its own exercises, all
  /// open? Sent only where the plugin welcomed ``ExtensionID/reportSection``. Answered by
  /// ``Reply/view(_:)``.
  case section(String, activities: [ActivityNews])
  /// What would become of this file, read by this importer of the plugin's? Sent only where the
  /// plugin welcomed ``ExtensionID/importer``. Answered by ``Reply/changes(_:notice:shows:)``, of
  /// new cards, people and a proposition alone, or ``Reply/refused(_:)``.
  case importing(String, file: FileForm, fields: JSONValue)
}

/// An activity as an exercise gets to know it.
public struct ActivityBrief: Hashable, Sendable {
  public var id: ActivityID
  /// Which of the plugin's exercises it is.
  public var exercise: String
  public var title: String
  /// The question that the activity works on.
  public var focus: String?
  /// Checked by the host against the exercise's declaration, and complete with its defaults.
  public var settings: JSONValue
  /// The cards contributed here, in order, and after them those taken in from earlier activities.
  public var cards: [Card]
  /// Which of `cards` were taken in, in the order in which they were given.
  public var taken: [CardID]
  public var participants: [Participant]
  /// Once the activity's box was opened and counted: the seed of its lot, known to everybody.
  public var lot: Int?
  /// Where folding starts; nil: from nothing.
  public var state: SavedState?
  /// The exercise's own events since `state`, to be folded in order.
  public var events: [Occurrence]

  public init(
    id: ActivityID, exercise: String, title: String, focus: String?, settings: JSONValue,
    cards: [Card] = [], taken: [CardID] = [], participants: [Participant] = [], lot: Int? = nil,
    state: SavedState? = nil, events: [Occurrence] = []
  ) {
    self.id = id
    self.exercise = exercise
    self.title = title
    self.focus = focus
    self.settings = settings
    self.cards = cards
    self.taken = taken
    self.participants = participants
    self.lot = lot
    self.state = state
    self.events = events
  }
}

/// A state as an exercise saved it, with the version it was written in.
public struct SavedState: Hashable, Sendable {
  public var version: Int
  public var data: JSONValue

  public init(version: Int, data: JSONValue) {
    self.version = version
    self.data = data
  }
}

/// One use of an action.
public struct Call: Hashable, Sendable {
  public var action: String
  /// By field name; checked by the host against the declaration, defaults filled in.
  public var fields: JSONValue
  /// Whose it is; nil where nobody was named, and always in an anonymous action.
  public var actor: ParticipantID?
  /// How many votes it counts for: 1, unless a poll published another weight.
  public var weight: Int
  public var at: Timestamp
  /// Chance for the exercise that needs some: drawn by the host for each call, from 0 up to but not
  /// 2^53, so that every reader of JSON has it whole. What comes of it belongs into the events:
  /// folding them draws nothing.
  public var seed: Int

  public init(
    action: String, fields: JSONValue, actor: ParticipantID?, weight: Int = 1, at: Timestamp,
    seed: Int = 0
  ) {
    self.action = action
    self.fields = fields
    self.actor = actor
    self.weight = weight
    self.at = at
    self.seed = seed
  }

  /// The seed that these random bits give.
  public static func seed(from bits: UInt64) -> Int { Int(bits >> 11) }
}

/// What a plugin answers.
public enum Reply: Hashable, Sendable {
  /// Since 1.1 with those of the host's extensions that the plugin has.
  case welcome(version: Int, extensions: [ExtensionID] = [])
  case manifest(Manifest)
  case done
  /// What the action would change, a word for whoever took it (“2 dots left”), and whether the
  /// room wants to look at the activity then, as after a reveal.
  case changes([Change], notice: String? = nil, shows: Bool = false)
  case view(View)
  case cards([CardID])
  /// Nil: the host makes it from the fields of the sealed action.
  case paper(Paper?)
  case state(SavedState)
  /// The action was understood and declined: the person's to mend.
  case refused(Refusal)
  /// The request could not be served: a fault in the host or in the plugin.
  case fault(String)
}

/// Why an action was declined, in words for the person who tried.
public struct Refusal: Error, Hashable, Sendable {
  /// What is wrong, on which thing.
  public var message: String
  /// The field that is at fault, if one is.
  public var field: String?
  /// The mend.
  public var hint: String?

  public init(_ message: String, field: String? = nil, hint: String? = nil) {
    self.message = message
    self.field = field
    self.hint = hint
  }
}

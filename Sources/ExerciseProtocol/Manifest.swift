/// What a plugin is and provides. Generated from its code, cached by the hash of its library, and
/// enough for help and completion with no process running.
public struct Manifest: Hashable, Sendable {
  /// Reverse-domain or short, `[a-z0-9.-]`, unique among installed plugins: `comments`.
  public var id: String
  public var name: String
  /// Semantic version of the plugin itself.
  public var version: String
  public var summary: String
  public var author: String
  /// SPDX expression.
  public var licence: String
  public var exercises: [ExerciseDescription]
  public var contributes: Contributions
  /// The ids of extensions that it may ask the host for, by way of the C contract.
  public var capabilities: [String]

  public init(
    id: String, name: String, version: String, summary: String, author: String, licence: String,
    exercises: [ExerciseDescription], contributes: Contributions = Contributions(),
    capabilities: [String] = []
  ) {
    self.id = id
    self.name = name
    self.version = version
    self.summary = summary
    self.author = author
    self.licence = licence
    self.exercises = exercises
    self.contributes = contributes
    self.capabilities = capabilities
  }
}

/// One kind of activity.
public struct ExerciseDescription: Hashable, Sendable {
  /// Kebab case, unique among installed plugins: `dot-voting`.
  public var id: String
  public var name: String
  public var summary: String
  /// What the facilitator does and says, step by step.
  public var guidance: [String]
  public var settings: [FieldDescription]
  public var actions: [ActionDescription]
  /// The action that a plain line is; nil where plain lines mean nothing here.
  public var lineAction: String?
  /// The version of the state that this build writes.
  public var stateVersion: Int

  public init(
    id: String, name: String, summary: String, guidance: [String], settings: [FieldDescription],
    actions: [ActionDescription], lineAction: String?, stateVersion: Int
  ) {
    self.id = id
    self.name = name
    self.summary = summary
    self.guidance = guidance
    self.settings = settings
    self.actions = actions
    self.lineAction = lineAction
    self.stateVersion = stateVersion
  }
}

/// Something that can be done in an activity.
public struct ActionDescription: Hashable, Sendable {
  /// Kebab case, unique in its exercise: typed as `/dots`.
  public var name: String
  public var summary: String
  public var privacy: Privacy
  public var attribution: Attribution
  /// Only the facilitator does this; offered under "For the facilitator" in help.
  public var isForFacilitator: Bool
  /// What is typed for it is between the person and the room's trust: no history keeps the line.
  public var isPrivate: Bool
  public var fields: [FieldDescription]
  /// Lines that work as they stand, for help and for error messages.
  public var examples: [String]

  public init(
    name: String, summary: String, privacy: Privacy = .open, attribution: Attribution = .optional,
    isForFacilitator: Bool = false, isPrivate: Bool = false, fields: [FieldDescription],
    examples: [String] = []
  ) {
    self.name = name
    self.summary = summary
    self.privacy = privacy
    self.attribution = attribution
    self.isForFacilitator = isForFacilitator
    self.isPrivate = isPrivate
    self.fields = fields
    self.examples = examples
  }
}

/// What becomes of who did something. The host enforces it.
public enum Privacy: String, CaseIterable, Sendable {
  /// Author and time are kept.
  case open
  /// The author is never stored, nor told to the plugin.
  case anonymous
  /// No author, no time, no order; one for each participant; told to the plugin only once revealed.
  case sealed
}

/// Whether an action is somebody's.
public enum Attribution: String, CaseIterable, Sendable {
  /// `@Name` may be given.
  case optional
  /// Somebody must have done it: asked for where no `@Name` was given.
  case required
  /// Nobody's: `@Name` is refused.
  case none
}

extension Manifest: JSONRepresentable {
  public var json: JSONValue {
    [
      "id": .string(id), "name": .string(name), "version": .string(version),
      "summary": .string(summary), "author": .string(author), "licence": .string(licence),
      "capabilities": .list(capabilities), "exercises": .list(exercises),
      "contributes": contributes.isEmpty ? nil : contributes.json,
    ]
  }

  public init(_ reader: JSONReader) throws(JSONShapeError) {
    id = try reader.string("id")
    name = try reader.string("name")
    version = try reader.string("version")
    summary = try reader.string("summary")
    author = try reader.string("author")
    licence = try reader.string("licence")
    exercises = try reader.list("exercises", ExerciseDescription.init)
    capabilities = try reader.strings("capabilities")
    contributes = try reader.optional("contributes").map(Contributions.init) ?? Contributions()
  }
}

extension ExerciseDescription: JSONRepresentable {
  public var json: JSONValue {
    [
      "id": .string(id), "name": .string(name), "summary": .string(summary),
      "guidance": .list(guidance), "settings": .list(settings), "actions": .list(actions),
      "line": lineAction.map(JSONValue.string), "state-version": .integer(stateVersion),
    ]
  }

  public init(_ reader: JSONReader) throws(JSONShapeError) {
    id = try reader.string("id")
    name = try reader.string("name")
    summary = try reader.string("summary")
    guidance = try reader.strings("guidance")
    settings = try reader.list("settings", FieldDescription.init)
    actions = try reader.list("actions", ActionDescription.init)
    lineAction = try reader.optional("line")?.string()
    stateVersion = try reader.integer("state-version")
  }
}

extension ActionDescription: JSONRepresentable {
  public var json: JSONValue {
    [
      "name": .string(name), "summary": .string(summary), "privacy": .string(privacy.rawValue),
      "attribution": .string(attribution.rawValue),
      "facilitator": isForFacilitator ? true : nil, "private": isPrivate ? true : nil,
      "fields": .list(fields),
      "examples": .list(examples),
    ]
  }

  public init(_ reader: JSONReader) throws(JSONShapeError) {
    name = try reader.string("name")
    summary = try reader.string("summary")
    privacy = try Privacy(choice: reader.required("privacy"))
    attribution = try Attribution(choice: reader.required("attribution"))
    isForFacilitator = try reader.bool("facilitator", default: false)
    isPrivate = try reader.bool("private", default: false)
    fields = try reader.list("fields", FieldDescription.init)
    examples = try reader.strings("examples")
  }
}

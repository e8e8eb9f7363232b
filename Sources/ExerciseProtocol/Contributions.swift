/// What a plugin brings besides its exercises. Added after version 1.0 of the protocol: a manifest
/// without it brings nothing more, and a host that does not know it passes over it.
public struct Contributions: Hashable, Sendable {
  /// File names in the `Templates` folder of its bundle: `retrospective.yaml`.
  public var templates: [String]
  /// What it can add to the report of a whole session.
  public var sections: [SectionDescription]
  /// Files that it can turn into cards.
  public var importers: [ImporterDescription]

  public init(
    templates: [String] = [], sections: [SectionDescription] = [],
    importers: [ImporterDescription] = []
  ) {
    self.templates = templates
    self.sections = sections
    self.importers = importers
  }

  public var isEmpty: Bool { self == Contributions() }

  /// The extensions that a plugin with these speaks.
  public var extensions: [ExtensionID] {
    (sections.isEmpty ? [] : [.reportSection]) + (importers.isEmpty ? [] : [.importer])
  }
}

/// The name of a power beyond version 1.0: known to the one side and unknown to the other, it is
/// simply not used. They go in `hello` and `welcome`; `extension` of the C contract is for powers
/// that are C functions, of which there is none yet.
public struct ExtensionID: Hashable, Sendable {
  public let rawValue: String

  public init(_ rawValue: String) { self.rawValue = rawValue }

  /// ``Request/section(_:activities:)``.
  public static let reportSection = ExtensionID("charrette.report-section/1")
  /// ``Request/importing(_:file:fields:)``.
  public static let importer = ExtensionID("charrette.importer/1")

  /// All that this kit knows.
  public static let all: [ExtensionID] = [.reportSection, .importer]
}

/// A part of the report that a plugin writes about the activities of its own exercises.
public struct SectionDescription: Hashable, Sendable {
  /// Kebab case, unique in its plugin.
  public var id: String
  /// Its heading in the report.
  public var title: String
  public var summary: String

  public init(id: String, title: String, summary: String) {
    self.id = id
    self.title = title
    self.summary = summary
  }
}

/// A kind of file that a plugin can read.
public struct ImporterDescription: Hashable, Sendable {
  /// Kebab case, unique in its plugin: typed as `/import FILE as=ID`.
  public var id: String
  public var name: String
  public var summary: String
  /// Of file names, small letters without the dot: `csv`.
  public var extensions: [String]
  /// What it asks for besides the file; none may be required or of type `file`.
  public var fields: [FieldDescription]
  /// Whether it reads several files as one. Added after version 1.0: without it, one at a time.
  public var takesSeveral: Bool

  public init(
    id: String, name: String, summary: String, extensions: [String],
    fields: [FieldDescription] = [], takesSeveral: Bool = false
  ) {
    self.takesSeveral = takesSeveral
    self.id = id
    self.name = name
    self.summary = summary
    self.extensions = extensions
    self.fields = fields
  }
}

extension ExtensionID: JSONRepresentable {
  public var json: JSONValue { .string(rawValue) }
  public init(_ reader: JSONReader) throws(JSONShapeError) { rawValue = try reader.string() }
}

extension Contributions: JSONRepresentable {
  public var json: JSONValue {
    [
      "templates": .list(templates), "sections": .list(sections), "importers": .list(importers),
    ]
  }

  public init(_ reader: JSONReader) throws(JSONShapeError) {
    templates = try reader.strings("templates")
    sections = try reader.list("sections", SectionDescription.init)
    importers = try reader.list("importers", ImporterDescription.init)
  }
}

extension SectionDescription: JSONRepresentable {
  public var json: JSONValue {
    ["id": .string(id), "title": .string(title), "summary": .string(summary)]
  }

  public init(_ reader: JSONReader) throws(JSONShapeError) {
    id = try reader.string("id")
    title = try reader.string("title")
    summary = try reader.string("summary")
  }
}

extension ImporterDescription: JSONRepresentable {
  public var json: JSONValue {
    [
      "id": .string(id), "name": .string(name), "summary": .string(summary),
      "extensions": .list(extensions), "fields": .list(fields),
      "several": takesSeveral ? true : nil,
    ]
  }

  public init(_ reader: JSONReader) throws(JSONShapeError) {
    id = try reader.string("id")
    name = try reader.string("name")
    summary = try reader.string("summary")
    extensions = try reader.strings("extensions")
    fields = try reader.list("fields", FieldDescription.init)
    takesSeveral = try reader.bool("several", default: false)
  }
}

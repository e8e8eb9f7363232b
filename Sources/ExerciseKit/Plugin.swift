public import CExercise
public import ExerciseProtocol

/// What a library provides, and its way into the C contract.
///
/// The whole of a plugin's outside is one value and one line:
///
/// ```swift
/// let plugin = Plugin(id: "voting", name: "Voting", version: "1.0.0", …, exercises:
/// [DotVoting.self])
///
/// @c(charrette_plugin_entry) public func entry(
///   _ host: UnsafePointer<charrette_host>
/// ) -> UnsafePointer<charrette_plugin>? { plugin.entry(host) }
/// ```
public struct Plugin: Sendable {
  var id: String
  var name: String
  var version: String
  var summary: String
  var author: String
  var licence: String
  var exercises: [any Exercise.Type]
  var templates: [String]
  var sections: [any ReportSection.Type]
  var importers: [any Importer.Type]

  /// - Parameters:
  ///   - id: unique among installed plugins; small letters, digits, dots and hyphens.
  ///   - version: semantic version of the plugin.
  ///   - licence: an SPDX expression.
  ///   - templates: names of files in the folder `Templates` of the plugin's bundle.
  ///   - sections: parts of the report of a session.
  ///   - importers: kinds of files that it can turn into cards.
  public init(
    id: String, name: String, version: String, summary: String, author: String, licence: String,
    exercises: [any Exercise.Type], templates: [String] = [],
    sections: [any ReportSection.Type] = [], importers: [any Importer.Type] = []
  ) {
    self.id = id
    self.name = name
    self.version = version
    self.summary = summary
    self.author = author
    self.licence = licence
    self.exercises = exercises
    self.templates = templates
    self.sections = sections
    self.importers = importers
  }

  /// Everything that the host needs to know without asking again; made from the code.
  public var manifest: Manifest {
    Manifest(
      id: id, name: name, version: version, summary: summary, author: author, licence: licence,
      exercises: exercises.map { $0.description },
      contributes: Contributions(
        templates: templates, sections: sections.map { $0.about.description },
        importers: importers.map { $0.description }))
  }

  /// Called by the entry function of the library, once in the life of a process. Refuses a host of
  /// another major version by returning nil; what it returns is never freed.
  public func entry(
    _ host: UnsafePointer<charrette_host>
  ) -> UnsafePointer<charrette_plugin>? {
    guard host.pointee.abi_major == UInt32(CHARRETTE_ABI_MAJOR) else { return nil }
    let server = ExerciseServer(self)
    let plugin = UnsafeMutablePointer<charrette_plugin>.allocate(capacity: 1)
    plugin.initialize(
      to: charrette_plugin(
        size: UInt32(MemoryLayout<charrette_plugin>.size),
        abi_major: UInt32(CHARRETTE_ABI_MAJOR), abi_minor: UInt32(CHARRETTE_ABI_MINOR),
        context: Unmanaged.passRetained(server).toOpaque(), handle: handle, extension: nil,
        close: nil))
    return UnsafePointer(plugin)
  }
}

/// The C side of ``ExerciseServer/answer(_:)``.
private func handle(
  context: UnsafeMutableRawPointer?, request: UnsafePointer<UInt8>, length: UInt64,
  answer: UnsafePointer<charrette_sink>
) -> Int32 {
  guard let context else { return 1 }
  let server = Unmanaged<ExerciseServer>.fromOpaque(context).takeUnretainedValue()
  let reply = server.answer(UnsafeBufferPointer(start: request, count: Int(length)))
  reply.withUnsafeBufferPointer { bytes in
    guard let start = bytes.baseAddress else { return }
    answer.pointee.write(answer.pointee.context, start, UInt64(bytes.count))
  }
  return 0
}

package import ExerciseProtocol
internal import Platform
package import Workshop

/// What a host keeps of a plugin's failure, so that its author can have it again: which library,
/// how it failed, and every request since each activity was opened.
///
/// The file is JSON Lines. The first line says what it is; each other one is a request as it was
/// sent. Its grammar:
///
///     {"charrette-crash": 1, "warning": …, "plugin": …, "library": …, "sha256": …, "host": …,
///      "at": …, "failure": …, "log": [line, …], "answer": …}
///     {"call": …}
///     …
package struct CrashReport: Hashable, Sendable {
  package var plugin: String
  /// The library's path, and the hash of its content where it could still be read.
  package var library: String
  package var sha256: String?
  package var host: String
  package var at: Timestamp
  package var failure: PluginFailure
  /// What it answered last, where that was what was wrong; its beginning.
  package var answer: String?
  package var requests: [JSONValue]

  static let warning =
    "This holds what people said and did in the session. Pass it on to nobody who may not read it."

  package init(
    plugin: String, library: String, sha256: String?, host: String, at: Timestamp,
    failure: PluginFailure, answer: String?, requests: [JSONValue]
  ) {
    self.plugin = plugin
    self.library = library
    self.sha256 = sha256
    self.host = host
    self.at = at
    self.failure = failure
    self.answer = answer
    self.requests = requests
  }

  /// Reads a crash file.
  package init(_ path: String) throws(Problem) {
    guard let bytes = try? OpenFile.reading(path).allBytes(limit: .max) else {
      throw Problem("“\(path)” can't be read.", hint: "Check the name.", isUsage: true)
    }
    do {
      let lines = bytes.split(separator: UInt8(ascii: "\n"))
      guard let head = lines.first else { throw JSONShapeError.noCrashFile }
      try self.init(
        JSONReader(JSONValue(parsing: Array(head)), path: "crash file"),
        requests: lines.dropFirst().map { try JSONValue(parsing: Array($0)) })
    } catch {
      throw Problem(
        "“\(path)” is no crash file: \(reason(of: error)).",
        hint: "A crash file is named in the message about the plugin that failed.", isUsage: true)
    }
  }

  private init(_ reader: JSONReader, requests: [JSONValue]) throws(JSONShapeError) {
    let version = try reader.required("charrette-crash")
    guard try version.integer() == 1 else { throw version.mismatch("version 1") }
    guard let at = Timestamp(try reader.string("at")) else {
      throw try reader.required("at").mismatch("a time")
    }
    self.init(
      plugin: try reader.string("plugin"), library: try reader.string("library"),
      sha256: try reader.optional("sha256")?.string(), host: try reader.string("host"), at: at,
      failure: try PluginFailure(reader.required("failure")),
      answer: try reader.optional("answer")?.string(), requests: requests)
  }

  var bytes: [UInt8] {
    let head: JSONValue = [
      "charrette-crash": 1, "warning": .string(Self.warning), "plugin": .string(plugin),
      "library": .string(library), "sha256": sha256.map(JSONValue.string),
      "host": .string(host), "at": .string(at.description), "failure": failure.json,
      "answer": answer.map(JSONValue.string),
    ]
    return ([head] + requests).reduce(into: []) { bytes, value in
      bytes += value.serialized()
      bytes.append(UInt8(ascii: "\n"))
    }
  }
}

extension JSONShapeError {
  fileprivate static let noCrashFile = JSONShapeError(
    path: "crash file", expected: "a line that says what it is", found: "nothing")
}

extension PluginFailure.Kind {
  /// Whether it says something about the plugin's code, which its author can have again.
  var isWorthReporting: Bool {
    switch self {
    case .unknownExercise, .unloadable, .incompatible, .disabled, .noRunner, .staleState,
      .setAside, .givenUp:
      false
    default: true
    }
  }
}

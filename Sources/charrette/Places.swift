import Glibc
import SessionStore

/// Where things are kept, by the XDG Base Directory Specification.
struct Places {
  /// What of the environment is read here.
  static let variables = ["HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME"]

  private let options: CommonOptions

  init(_ options: CommonOptions) { self.options = options }

  /// Sessions lie where they are asked for, else in `Sessions` of the current folder, if there is
  /// one.
  var sessions: String {
    if let folder = options.sessions { return folder }
    return access("Sessions", F_OK) == 0 ? "Sessions" : "\(data)/Sessions"
  }

  var data: String { folder("XDG_DATA_HOME", ".local/share") }
  /// The facilitator's own templates.
  var templates: String { "\(data)/templates" }
  var cache: String { folder("XDG_CACHE_HOME", ".cache") }
  var historyFile: String { "\(state)/history" }
  /// What is kept of plugins that failed.
  var crashes: String { "\(state)/crashes" }
  private var state: String { folder("XDG_STATE_HOME", ".local/state") }
  var runner: String { "\(executable)/exercise-runner" }

  private func folder(_ variable: String, _ usual: String) -> String {
    // The specification: a relative path is to be ignored.
    if let path = environment(variable), path.hasPrefix("/") { return "\(path)/charrette" }
    return "\(environment("HOME") ?? "/")/\(usual)/charrette"
  }

  /// The folder that this program was started from: its runner and its own plugins are beside it.
  var executable: String {
    program.split(separator: "/").dropLast().reduce("") { $0 + "/" + $1 }
  }

  /// The copy of the sources that this program was built in, if they are still there.
  static var kit: String? {
    var folder = program[...]
    while let slash = folder.lastIndex(of: "/") {
      folder = folder[..<slash]
      if access("\(folder)/Sources/ExerciseKit", F_OK) == 0 { return String(folder) }
    }
    return nil
  }

  /// This program.
  var program: String { Self.program }

  private static var program: String {
    var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
    let length = readlink("/proc/self/exe", &buffer, buffer.count)
    guard length > 0 else { return "./charrette" }
    return String(decoding: buffer[..<length].map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  private func environment(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }.flatMap { $0.isEmpty ? nil : $0 }
  }
}

import ExerciseProtocol
import Foundation
import Logging
import Platform
import PluginHost
import PluginShelf
import TestSupport
import Testing
import Workshop

/// A temporary folder with copies of the misbehaving plugin, and what tests ask of them.
final class Workbench {
  let folder: String
  let runner: String

  init() throws {
    // The real path, because plugins are named by it.
    let path = FileManager.default.temporaryDirectory.resolvingSymlinksInPath().path
    folder = "\(path)/charrette-\(UUID().uuidString)"
    runner = try #require(BuildProducts.program("exercise-runner"))
    try makeFolder(folder)
  }

  /// As a careful person would: not writable by others, whatever the umask here.
  private func makeFolder(_ path: String) throws {
    try FileManager.default.createDirectory(
      atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o755])
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  /// A copy of the misbehaving plugin, or of another that was built, named `lib<name>.so`, in a
  /// folder below the bench's. Its name stands behind its end, which no loader minds, so that each
  /// has a hash of its own.
  @discardableResult func plugin(
    _ name: String, in subfolder: String = ".", of product: String = "misbehaving-plugin"
  ) throws -> String {
    let place = subfolder == "." ? folder : "\(folder)/\(subfolder)"
    try makeFolder(place)
    let path = "\(place)/lib\(name).so"
    let original = try #require(BuildProducts.library(product))
    var content = try Data(contentsOf: URL(fileURLWithPath: original))
    content.append(contentsOf: name.utf8)
    try content.write(to: URL(fileURLWithPath: path))
    chmod(path, 0o755)
    return path
  }

  @discardableResult func file(_ name: String, _ content: String = "") throws -> String {
    let path = "\(folder)/\(name)"
    try makeFolder((path as NSString).deletingLastPathComponent)
    try content.write(toFile: path, atomically: false, encoding: .utf8)
    return path
  }

  var shelf: PluginShelf { PluginShelf(dataFolder: "\(folder)/data") }

  /// Installs a copy of the misbehaving plugin; tells where its library is then.
  @discardableResult func install(
    _ name: String, templates: [String] = [], files: [String] = []
  ) throws -> String {
    try makeFolder("\(folder)/data")
    for other in files { try file("new/\(name)/\(other)", "as it was") }
    for template in templates {
      try file("new/\(name)/Templates/\(template)", "charrette-template: 1")
    }
    try plugin(name, in: "new/\(name)")
    let staged = try shelf.stage(BundleSource("\(folder)/new/\(name)"))
    let supervisor = Supervisor(library: staged.library, plugin: name, runner: settings())
    defer { supervisor.close() }
    let record = InstallRecord(
      try supervisor.manifest(), staged.bundle, folder: staged.folderName, source: staged.source,
      at: Timestamp(milliseconds: 0), signature: nil)
    try shelf.install(staged, as: record, over: try shelf.record(of: name))
    return "\(shelf.folder(of: record))/\(record.bundle.library)"
  }

  /// Puts another record in the place of a plugin's own.
  func write(_ record: InstallRecord) throws {
    let path = "\(shelf.path)/\(record.plugin)/\(InstallRecord.fileName)"
    try Data(record.file).write(to: URL(fileURLWithPath: path))
  }

  /// What was installed in the bench's data folder.
  func installedHost() -> ExerciseHost {
    ExerciseHost(
      finder: PluginFinder(dataFolder: "\(folder)/data"), runner: settings(),
      cacheFolder: "\(folder)/cache", logger: Logger(label: "tests"))
  }

  /// Generous, so that a busy machine does not fail a test; `question` is short where a test waits
  /// for it to pass.
  func settings(
    question: Double = 60, load: Double = 60, sandbox: Sandbox = .strict
  ) -> RunnerSettings {
    var settings = RunnerSettings(program: runner, host: "tests")
    settings.sandbox = sandbox
    settings.deadlines.load = load
    settings.deadlines.open = 60
    settings.deadlines.line = 600
    settings.deadlines.question = question
    settings.deadlines.perMebibyte = 0
    settings.deadlines.close = 60
    return settings
  }

  func supervisor(
    _ name: String = "misbehaving", question: Double = 60, load: Double = 60,
    sandbox: Sandbox = .strict
  ) throws -> Supervisor {
    Supervisor(
      library: try plugin(name), plugin: name,
      runner: settings(question: question, load: load, sandbox: sandbox))
  }

  func process(_ name: String = "misbehaving") throws -> RunnerProcess {
    try RunnerProcess(runner: runner, library: try plugin(name), plugin: name)
  }

  /// The plugins in the bench's own folder.
  func host(cache: String? = "cache", load: Double = 60) -> ExerciseHost {
    ExerciseHost(
      finder: PluginFinder(folders: [folder]), runner: settings(load: load),
      cacheFolder: cache.map { "\(folder)/\($0)" }, logger: Logger(label: "tests"))
  }
}

extension ActivityID {
  static let first: ActivityID = "a1"
}

extension ExerciseQuestion {
  static func act(_ action: String) -> ExerciseQuestion {
    .decide(
      Call(action: action, fields: [:], actor: nil, at: Timestamp(milliseconds: 1_318_411_800_000)))
  }
}

extension Occurrence {
  static let something = Occurrence.recorded("something", at: Timestamp(milliseconds: 0))
}

extension ActivityBrief {
  /// With `events` things to fold.
  static func brief(events: Int = 3) -> ActivityBrief {
    ActivityBrief(
      id: .first, exercise: "misbehaving", title: "Test", focus: nil, settings: [:],
      events: Array(repeating: .something, count: events))
  }
}

/// What the misbehaving plugin tells about itself when it answers well.
struct Account: Equatable {
  var opened: Int
  var folded: Int
  var process: Int

  init(_ reply: Reply) throws {
    guard case .changes(let changes, _, _) = reply, case .record(let event)? = changes.first else {
      throw JSONShapeError(path: "reply", expected: "an account", found: "\(reply)")
    }
    let reader = JSONReader(event, path: "account")
    opened = try reader.integer("opened")
    folded = try reader.integer("folded")
    process = try reader.integer("process")
  }
}

extension Supervisor {
  func act(_ action: String, events: Int = 3) throws(PluginFailure) -> Reply {
    try ask(.act(action), of: .first) { .brief(events: events) }
  }

  func answerWell() throws -> Account { try Account(act("answer")) }
}

/// No process of this number: not even a zombie.
func isGone(_ process: Int32) -> Bool { kill(process, 0) == -1 && errno == ESRCH }

/// What an operation fails with; nil where it does not.
func failure(_ body: () throws -> some Any) -> PluginFailure? {
  do {
    _ = try body()
    return nil
  } catch {
    return error as? PluginFailure
  }
}

/// The process is no more, or a zombie that its parent has not reaped yet. Waits for that, since a
/// signal takes a moment to arrive. Format: proc_pid_stat(5).
func hasEnded(_ process: Int32) -> Bool {
  let deadline = MonotonicDeadline(seconds: 30)
  while !deadline.hasPassed {
    guard let stat = try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8),
      !stat.contains(") Z ")
    else { return true }
    poll(nil, 0, 5)
  }
  return false
}

internal import ExerciseProtocol
internal import Glibc
internal import Platform
internal import SystemPackage

/// Where crash files are: readable by their owner alone, the newest few.
struct CrashFolder {
  let path: String

  /// How many are kept.
  static let limit = 20

  /// Writes the report and says where; nil where it could not be written, which is no reason to
  /// trouble a room twice.
  func keep(_ report: CrashReport) -> String? {
    let name = "\(report.at)-\(report.plugin).jsonl".replacing(":", with: ".")
      .replacing("/", with: "_")
    let file = "\(path)/\(name)"
    do throws(Errno) {
      try Directory.make(FilePath(path))
      try FilePath(file).replaceFile(with: report.bytes, isSynced: false)
    } catch {
      return nil
    }
    forgetTheOldest()
    return file
  }

  private func forgetTheOldest() {
    guard let folder = Folder(path) else { return }
    // Named by their times, so in their order.
    for name in folder.names(where: { $0.hasSuffix(".jsonl") }).dropLast(Self.limit) {
      unlink(folder.path(name))
    }
  }
}

extension Timestamp {
  /// The machine's clock.
  static var machineTime: Timestamp { Timestamp(milliseconds: SystemClock.milliseconds) }
}

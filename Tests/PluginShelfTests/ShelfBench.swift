import ExerciseProtocol
import Foundation
import Platform
import PluginShelf

/// A data folder and plugins to install, gone with the test.
final class ShelfBench {
  let folder: String
  let shelf: PluginShelf

  init(calls: any FolderCalls = SystemCalls(), patience: LockPatience = .script) throws {
    // The real path, because sources are named by it.
    let path = FileManager.default.temporaryDirectory.resolvingSymlinksInPath().path
    folder = "\(path)/plugin-shelf-\(UUID().uuidString)"
    try FileManager.default.createDirectory(
      atPath: "\(folder)/data/plugins", withIntermediateDirectories: true,
      attributes: [.posixPermissions: 0o755])
    shelf = PluginShelf(dataFolder: "\(folder)/data", calls: calls, patience: patience)
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  /// Writes a file, not writable by others whatever the umask here.
  @discardableResult func file(_ name: String, _ content: String) throws -> String {
    let path = "\(folder)/\(name)"
    try FileManager.default.createDirectory(
      atPath: (path as NSString).deletingLastPathComponent, withIntermediateDirectories: true,
      attributes: [.posixPermissions: 0o755])
    try Data(content.utf8).write(to: URL(fileURLWithPath: path))
    chmod(path, 0o644)
    return path
  }

  /// A folder with a library, which is no real one, and what comes with it.
  @discardableResult func bundle(_ id: String, _ version: String = "1.0.0") throws -> String {
    try file("\(id)/lib\(id).so", "library \(version)")
    try file("\(id)/README.md", "What \(id) is")
    try file("\(id)/Templates/day.yaml", "charrette-template: 1")
    return "\(folder)/\(id)"
  }

  static func manifest(_ id: String, _ version: String = "1.0.0") -> Manifest {
    Manifest(
      id: id, name: id.capitalized, version: version, summary: "For tests", author: "Us",
      licence: "Apache-2.0",
      exercises: [
        ExerciseDescription(
          id: id, name: id.capitalized, summary: "", guidance: [], settings: [], actions: [],
          lineAction: nil, stateVersion: 1)
      ])
  }

  /// Installs, or puts in the place of what is there, without a question.
  @discardableResult func install(
    _ id: String, _ version: String = "1.0.0", signature: PluginSignature? = nil,
    terms: InstallReview.Terms = .init()
  ) throws -> InstallRecord {
    let staged = try shelf.stage(BundleSource(bundle(id, version)))
    let review = try InstallReview(
      ShelfBench.manifest(id, version), staged.bundle, source: staged.source,
      signature: signature, over: try shelf.record(of: id), keys: try shelf.keys(), terms: terms)
    let record = review.record(folder: staged.folderName, at: ShelfBench.time)
    try shelf.install(staged, as: record, over: review.previous)
    return record
  }

  static let time = Timestamp(milliseconds: 1_318_411_800_000)

  /// Every name below the data folder's `plugins`, sorted; folders end in a slash.
  var names: [String] {
    let all = FileManager.default.enumerator(atPath: shelf.path)?.compactMap { $0 as? String }
    return (all ?? []).map { name in
      var isFolder: ObjCBool = false
      _ = FileManager.default.fileExists(
        atPath: "\(shelf.path)/\(name)", isDirectory: &isFolder)
      return isFolder.boolValue ? name + "/" : name
    }.sorted()
  }

  func bytes(_ path: String) throws -> [UInt8] {
    Array(try Data(contentsOf: URL(fileURLWithPath: path)))
  }

  func write(_ bytes: [UInt8], to path: String) throws {
    try Data(bytes).write(to: URL(fileURLWithPath: path))
  }
}

/// What a shelf operation fails with; nil where it does not.
func fault(_ body: () throws -> some Any) -> ShelfFault? {
  do {
    _ = try body()
    return nil
  } catch {
    return error as? ShelfFault
  }
}

package import ExerciseProtocol
internal import Hashing
internal import Platform
internal import SystemPackage
package import Workshop

/// What each plugin said it is, by the hash of its library, so that plugins need not be started
/// to know what they provide.
///
/// One file, `manifests.json`, that can be lost at any time: a damaged one, or one of another
/// version, is an empty one. Its grammar:
///
///     {"version": {"format": 2, "abi": [1, 0], "messages": 1},
///      "files": [{"path": …, "size": …, "modified": …, "changed": …, "inode": …, "sha256": …}],
///      "plugins": [{"sha256": …, "manifest": …} or {"sha256": …, "failure": …}]}
package struct ManifestCache {
  private let path: String?
  private var files: [String: KnownFile] = [:]
  private var plugins: [String: KnownPlugin] = [:]
  private var hasChanged = false

  /// What a plugin said when it was last asked, or how it failed to.
  package typealias KnownPlugin = Result<Manifest, PluginFailure>

  struct KnownFile: Hashable {
    var identity: FileIdentity
    var sha256: String
  }

  /// Reads `manifests.json` in `folder`; nil: nothing is kept beyond this process.
  package init(folder: String?) {
    path = folder.map { "\($0)/manifests.json" }
    guard let path, let bytes = try? OpenFile.reading(path).allBytes(limit: .max),
      let value = try? JSONValue(parsing: bytes),
      let content = try? CacheContent(JSONReader(value, path: "cache"))
    else { return }
    files = content.files
    plugins = content.plugins
  }

  /// The hash of the library's content, in hexadecimal: the known one while the file is the same,
  /// else a new one. Nil where it cannot be read.
  package mutating func hash(of plugin: Plugin) -> String? { hash(plugin.path, plugin.identity) }

  /// The same for another file of a bundle.
  mutating func hash(_ file: String, _ identity: FileIdentity) -> String? {
    if let known = files[file], known.identity == identity { return known.sha256 }
    guard let hash = (try? Digest.ofFile(file))?.description else { return nil }
    files[file] = KnownFile(identity: identity, sha256: hash)
    hasChanged = true
    return hash
  }

  /// What is known of the plugin whose library has this hash.
  package subscript(sha256: String) -> KnownPlugin? {
    get { plugins[sha256] }
    set {
      plugins[sha256] = newValue
      hasChanged = true
    }
  }

  /// Writes what is known of `present`, and forgets the rest. Without a sync: a cache that a power
  /// cut leaves torn is thrown away at the next start. One that cannot be written is done without.
  package mutating func save(keeping present: [Plugin]) {
    let paths = Set(present.flatMap(\.paths))
    guard let path, hasChanged || files.count != paths.count else { return }
    files = files.filter { paths.contains($0.key) }
    let hashes = Set(files.values.map(\.sha256))
    plugins = plugins.filter { hashes.contains($0.key) }
    let content = CacheContent(files: files, plugins: plugins)
    let file = FilePath(path)
    do throws(Errno) {
      try Directory.make(file.removingLastComponent())
      try file.replaceFile(with: content.json.serialized(), isSynced: false)
      hasChanged = false
    } catch {
      hasChanged = true
    }
  }
}

extension Plugin {
  /// Its library, and what else was recorded of it.
  fileprivate var paths: [String] {
    [path] + (record.map { record in record.files.keys.map { "\(record.folder)/\($0)" } } ?? [])
  }
}

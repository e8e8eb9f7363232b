internal import ExerciseProtocol
internal import Workshop

/// What is in `manifests.json`; the grammar stands at ``ManifestCache``.
struct CacheContent {
  var files: [String: ManifestCache.KnownFile]
  var plugins: [String: ManifestCache.KnownPlugin]

  /// A cache made under other contracts tells nothing: what was refused then may be welcome now.
  private static let version: JSONValue = [
    "format": 2, "abi": [1, 0], "messages": .integer(protocolVersion),
  ]

  init(files: [String: ManifestCache.KnownFile], plugins: [String: ManifestCache.KnownPlugin]) {
    self.files = files
    self.plugins = plugins
  }

  init(_ reader: JSONReader) throws(JSONShapeError) {
    guard try reader.required("version").value == CacheContent.version else {
      throw reader.mismatch("this version")
    }
    files = [:]
    plugins = [:]
    for file in try reader.required("files").elements() {
      files[try file.string("path")] = ManifestCache.KnownFile(
        identity: FileIdentity(
          size: try file.integer("size"), modified: try file.integer("modified"),
          changed: try file.integer("changed"), inode: try file.integer("inode")),
        sha256: try file.string("sha256"))
    }
    for plugin in try reader.required("plugins").elements() {
      plugins[try plugin.string("sha256")] =
        if let failure = plugin.optional("failure") {
          .failure(try PluginFailure(failure))
        } else {
          .success(try Manifest(plugin.required("manifest")))
        }
    }
  }

  var json: JSONValue {
    [
      "version": CacheContent.version,
      "files": .array(files.sorted { $0.key < $1.key }.map(CacheContent.json)),
      "plugins": .array(plugins.sorted { $0.key < $1.key }.map(CacheContent.json)),
    ]
  }

  private static func json(path: String, file: ManifestCache.KnownFile) -> JSONValue {
    [
      "path": .string(path), "size": .integer(file.identity.size),
      "modified": .integer(file.identity.modified), "changed": .integer(file.identity.changed),
      "inode": .integer(file.identity.inode), "sha256": .string(file.sha256),
    ]
  }

  private static func json(sha256: String, plugin: ManifestCache.KnownPlugin) -> JSONValue {
    switch plugin {
    case .success(let manifest): ["sha256": .string(sha256), "manifest": manifest.json]
    case .failure(let failure): ["sha256": .string(sha256), "failure": failure.json]
    }
  }
}

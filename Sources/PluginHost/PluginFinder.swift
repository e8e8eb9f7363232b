/// Looks for plugins and templates where they may be. Reads folders, never a library.
package struct PluginFinder: Sendable {
  /// Plugin folders that were asked for by name, in order.
  package var folders: [String]
  /// Where the executable is: the plugins that came with it are beside it.
  package var executableFolder: String?
  /// Charrette's data folder: what was installed is in `plugins`, one folder each.
  package var dataFolder: String?

  package init(folders: [String] = [], executableFolder: String? = nil, dataFolder: String? = nil) {
    self.folders = folders
    self.executableFolder = executableFolder
    self.dataFolder = dataFolder
  }

  /// What there is, in the order in which it counts. The current folder is never looked at unless
  /// it is named.
  package func find() -> PluginsFound {
    var found = PluginsFound()
    for name in folders where !name.isEmpty {
      guard let folder = Folder(resolving: name) else {
        found.passOver(name, .unreadable(Folder.lastError))
        continue
      }
      found.add(pluginFolder: folder)
    }
    if let executableFolder, let folder = Folder(resolving: executableFolder) {
      found.add(executableFolder: folder)
    }
    if let dataFolder, let plugins = Folder(resolving: "\(dataFolder)/plugins") {
      for name in plugins.names(where: { !$0.hasPrefix(".") }) {
        if let folder = Folder(plugins.path(name)) { found.add(pluginFolder: folder) }
      }
    }
    return found
  }
}

/// What a ``PluginFinder`` found.
package struct PluginsFound: Hashable, Sendable {
  package var plugins: [Plugin] = []
  /// YAML files, by path.
  package var templateFiles: [String] = []
  package var passedOver: [PassedOver] = []
}

extension PluginsFound {
  /// Any library in it, and `Templates`.
  fileprivate mutating func add(pluginFolder folder: Folder) {
    add(folder.names { $0.hasPrefix("lib") && $0.hasSuffix(".so") }, in: folder, areOurs: false)
    if folder.contains("Templates") { add(templatesIn: folder) }
  }

  /// The libraries that are plugins by name, and the templates of each resource bundle.
  fileprivate mutating func add(executableFolder folder: Folder) {
    add(
      folder.names { $0.hasPrefix("libcharrette-") && $0.hasSuffix(".so") }, in: folder,
      areOurs: true)
    for name in folder.names(where: { $0.hasSuffix(".resources") }) {
      if let bundle = Folder(folder.path(name)) { add(templatesIn: bundle) }
    }
  }

  private mutating func add(_ libraries: [String], in folder: Folder, areOurs: Bool) {
    guard !libraries.isEmpty else { return }
    guard !folder.isWritableByOthers else { return passOver(folder.path, .writableByOthers) }
    for name in libraries {
      let path = folder.path(name)
      guard let status = FileStatus(path) else {
        passOver(path, .unreadable(Folder.lastError))
        continue
      }
      let plugin = Plugin(
        path: path, identity: status.identity, cameWithTheKit: areOurs)
      if status.isWritableByOthers {
        passOver(path, .writableByOthers)
      } else if !plugins.contains(where: { $0.path == path }) {
        plugins.append(plugin)
      }
    }
  }

  private mutating func add(templatesIn folder: Folder) {
    guard let templates = Folder(folder.path("Templates")) else { return }
    let files = templates.names { $0.hasSuffix(".yaml") || $0.hasSuffix(".yml") }
    guard !files.isEmpty else { return }
    guard !templates.isWritableByOthers else {
      return passOver(templates.path, .writableByOthers)
    }
    for path in files.map(templates.path) where !templateFiles.contains(path) {
      templateFiles.append(path)
    }
  }

  fileprivate mutating func passOver(_ path: String, _ reason: PassedOver.Reason) {
    passedOver.append(PassedOver(path: path, reason: reason))
  }
}

internal import PluginShelf

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
    let pathGuard = PathGuard(executableFolder: executableFolder)
    for name in folders where !name.isEmpty {
      guard let folder = Folder(resolving: name) else {
        found.passOver(name, .unreadable(Folder.lastError))
        continue
      }
      found.add(pluginFolder: folder, pathGuard)
    }
    if let executableFolder, let folder = Folder(resolving: executableFolder) {
      found.add(executableFolder: folder, pathGuard)
    }
    if let dataFolder { found.add(installedIn: dataFolder, pathGuard) }
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
  fileprivate mutating func add(pluginFolder folder: Folder, _ pathGuard: PathGuard) {
    add(folder.names(where: PluginBundle.isLibrary), in: folder, pathGuard, areOurs: false)
    if folder.contains("Templates") { add(templatesIn: folder, pathGuard) }
  }

  /// The libraries that are plugins by name, and the templates of each resource bundle.
  fileprivate mutating func add(executableFolder folder: Folder, _ pathGuard: PathGuard) {
    add(
      folder.names { $0.hasPrefix("libcharrette-") && $0.hasSuffix(".so") }, in: folder, pathGuard,
      areOurs: true)
    for name in folder.names(where: { $0.hasSuffix(".resources") }) {
      if let bundle = Folder(folder.path(name)) { add(templatesIn: bundle, pathGuard) }
    }
  }

  private mutating func add(
    _ libraries: [String], in folder: Folder, _ pathGuard: PathGuard, areOurs: Bool
  ) {
    guard !libraries.isEmpty else { return }
    if folder.isWritableByOthers { return passOver(folder.path, .writableByOthers) }
    for name in libraries {
      // A link is what it leads to: that is what will be loaded, and must be guarded.
      guard let path = Folder.realPath(folder.path(name)), let status = FileStatus(path) else {
        passOver(folder.path(name), .unreadable(Folder.lastError))
        continue
      }
      let plugin = Plugin(
        path: path, identity: status.identity, cameWithTheKit: areOurs)
      if let fault = pathGuard.fault(on: path) {
        if !passedOver.contains(where: { $0.path == fault.path }) { passOver(fault) }
      } else if !plugins.contains(where: { $0.path == path }) {
        plugins.append(plugin)
      }
    }
  }

  private mutating func add(templatesIn folder: Folder, _ pathGuard: PathGuard) {
    guard let templates = Folder(resolving: folder.path("Templates")) else { return }
    let files = templates.names { $0.hasSuffix(".yaml") || $0.hasSuffix(".yml") }
    guard !files.isEmpty else { return }
    if templates.isWritableByOthers { return passOver(templates.path, .writableByOthers) }
    for path in files.map(templates.path) where !templateFiles.contains(path) {
      if let fault = pathGuard.fault(on: path) { return passOver(fault) }
      templateFiles.append(path)
    }
  }

  mutating func passOver(_ path: String, _ reason: PassedOver.Reason) {
    passedOver.append(PassedOver(path: path, reason: reason))
  }
}

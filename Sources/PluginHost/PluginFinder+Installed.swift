internal import Hashing
internal import PluginShelf
internal import Workshop

extension PluginsFound {
  /// What was installed, and is still what was installed, as far as its records tell: the library's
  /// own content is hashed when it is taken up.
  mutating func add(installedIn dataFolder: String, _ pathGuard: PathGuard) {
    guard let resolved = Folder(resolving: dataFolder) else { return }
    let shelf = PluginShelf(dataFolder: resolved.path)
    guard let plugins = Folder(shelf.path) else { return }
    let installed = shelf.installed()
    for item in installed {
      switch item.record {
      case .success(let record): add(record, on: shelf, pathGuard)
      case .failure(let fault):
        passOver("\(shelf.path)/\(item.id)", .notAsInstalled(id: item.id, fault.asReason))
      }
    }
    // Put there by hand: nobody was shown what it is, and nothing tells whether it changed.
    let known = Set(installed.map(\.id))
    for name in plugins.names(where: { !$0.hasPrefix(".") && !known.contains($0) }) {
      let folder = Folder(plugins.path(name))
      if folder?.names(where: PluginBundle.isLibrary).isEmpty == false {
        passOver(plugins.path(name), .notInstalled)
      }
    }
  }

  private mutating func add(
    _ record: InstallRecord, on shelf: PluginShelf, _ pathGuard: PathGuard
  ) {
    let folder = shelf.folder(of: record)
    let library = "\(folder)/\(record.bundle.library)"
    guard record.isEnabled else {
      return passOver(folder, .switchedOff(id: record.plugin, exercises: record.exercises))
    }
    if let fault = pathGuard.fault(on: library) { return passOver(fault) }
    guard let status = FileStatus(library) else {
      let fault = ShelfFault.altered(plugin: record.plugin, path: library)
      return passOver(library, .notAsInstalled(id: record.plugin, fault.asReason))
    }
    plugins.append(
      Plugin(path: library, identity: status.identity, record: .init(record, in: folder)))
    for template in record.bundle.templates {
      let path = "\(folder)/\(template.path)"
      if let fault = pathGuard.fault(on: path) {
        passOver(fault)
      } else if (try? Digest.ofFile(path))?.description == template.sha256 {
        templateFiles.append(path)
      } else {
        let fault = ShelfFault.altered(plugin: record.plugin, path: path)
        passOver(path, .notAsInstalled(id: record.plugin, fault.asReason))
      }
    }
  }

  mutating func passOver(_ fault: PathGuard.Fault) {
    switch fault {
    case .writableByOthers(let path): passOver(path, .writableByOthers)
    case .ownedByStranger(let path): passOver(path, .ownedByStranger)
    }
  }
}

extension ShelfFault {
  /// The words, for whoever only passes them on.
  var asReason: PassedOver.Words {
    PassedOver.Words(message: problem.message, hint: problem.hint)
  }
}

extension Plugin.Record {
  init(_ record: InstallRecord, in folder: String) {
    id = record.plugin
    sha256 = record.bundle.librarySHA256
    exercises = record.exercises
    isSigned = record.signature != nil
    powers = record.powers
    files = Dictionary(
      record.bundle.files.map { ($0.path, $0.sha256) }, uniquingKeysWith: { first, _ in first })
    self.folder = folder
    source = record.source
  }
}

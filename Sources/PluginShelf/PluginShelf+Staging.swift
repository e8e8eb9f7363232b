internal import Glibc
internal import Platform
internal import SystemPackage

/// A plugin's files, copied to the shelf and not installed yet: what is shown of it, what is asked
/// about it and what is then installed are these very bytes, whatever becomes of the source.
package final class StagedPlugin {
  package let bundle: PluginBundle
  /// Where they came from.
  package let source: String
  /// Absolute.
  package let library: String
  let name: String
  /// Locked for as long as this lives, so that nobody takes it for a left-over.
  private let folder: DurableFolder
  private let shelf: PluginShelf
  var isTaken = false

  init(
    _ bundle: PluginBundle, source: String, name: String, _ folder: DurableFolder,
    _ shelf: PluginShelf
  ) {
    self.bundle = bundle
    self.source = source
    self.name = name
    self.folder = folder
    self.shelf = shelf
    library = "\(shelf.path)/\(name)/\(bundle.library)"
  }

  deinit {
    if !isTaken { try? shelf.open().removeTree(name) }
  }

  /// The name of the folder once it is installed.
  package var folderName: String {
    PluginShelf.bundle + name.dropFirst(PluginShelf.staging.count)
  }
}

extension PluginShelf {
  /// Copies a plugin to the shelf, in a folder of its own that no other charrette touches.
  package func stage(_ source: BundleSource) throws(ShelfFault) -> StagedPlugin {
    try source.checkLibrary()
    var generator = SystemRandomNumberGenerator()
    let name = PluginShelf.staging + String(generator.next() as UInt64, radix: 36)
    let place = try saving(name) { () throws(Errno) in try make() }
    let folder = try locked(place) { () throws(ShelfFault) in
      try saving(name) { () throws(Errno) in
        let folder = try place.subfolder(name, isNew: true)
        try calls.flock(folder.folder.descriptor, LOCK_EX | LOCK_NB)
        return folder
      }
    }
    do throws(ShelfFault) {
      let files = try source.read { path, bytes throws(ShelfFault) in
        try saving(path) { () throws(Errno) in try folder.write(bytes, at: path) }
      }
      let bundle = try PluginBundle(files)
      try saving(name) { () throws(Errno) in try folder.syncTree() }
      return StagedPlugin(bundle, source: source.path, name: name, folder, self)
    } catch {
      try? open().removeTree(name)
      throw error
    }
  }

  func saving<Result>(
    _ name: String, _ body: () throws(Errno) -> Result
  ) throws(ShelfFault) -> Result {
    do throws(Errno) {
      return try body()
    } catch {
      throw .notSaved(error, path: "\(path)/\(name)")
    }
  }

  /// Does `body` while no other charrette changes anything here.
  func locked<Result, Failure: Error>(
    _ place: DurableFolder, _ body: () throws(Failure) -> Result
  ) throws(Failure) -> Result where Failure: LockFailure {
    let lock: OpenFile
    do throws(Errno) {
      lock = try place.open(PluginShelf.lock, O_RDWR | O_CREAT)
    } catch {
      throw Failure(lock: .failed(error))
    }
    do throws(LockFault) {
      try FileLock.take(lock, calls, patience)
    } catch {
      throw Failure(lock: error)
    }
    defer { FileLock.release(lock, calls) }
    return try body()
  }
}

/// What can say that a lock was not to be had.
protocol LockFailure: Error {
  init(lock fault: LockFault)
}

extension ShelfFault: LockFailure {
  init(lock fault: LockFault) {
    switch fault {
    case .failed(let error): self = .notSaved(error, path: PluginShelf.lock)
    case .busy(let holder): self = .busy(holder)
    }
  }
}

extension DurableFolder {
  /// Writes a file below this folder, and waits until its bytes are on disk.
  fileprivate func write(_ bytes: [UInt8], at path: String) throws(Errno) {
    var folder = self
    let parts = path.split(separator: "/").map(String.init)
    for part in parts.dropLast() { folder = try folder.subfolder(part, isNew: true) }
    guard let name = parts.last else { throw .invalidArgument }
    try folder.write(bytes, to: name, hidesTimes: false)
  }

  /// Makes all names in it last.
  fileprivate func syncTree() throws(Errno) {
    for name in try folder.names() {
      do throws(Errno) {
        try subfolder(name).syncTree()
      } catch {
        guard error == .notDirectory else { throw error }
      }
    }
    try sync(hidesTimes: false)
  }
}

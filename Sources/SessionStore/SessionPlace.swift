internal import Glibc
internal import Platform
internal import SystemPackage

/// The folder that a session's files are in, its lock, and the ways in which files change there.
struct SessionPlace {
  let names: SessionFileNames
  let folder: OpenFile
  /// Nil where it can't be had, because of ``lockDenial``: then nothing can be written here.
  let lockFile: SessionLock?
  let lockDenial: Errno?
  /// The folders that were made for it, the innermost first.
  let made: [FilePath]
  let calls: any FileSystemCalls
  let patience: LockPatience

  /// Opens the place of a session that is there, or may soon be (`isNew`).
  init(
    _ name: String, in path: FilePath, isNew: Bool, calls: any FileSystemCalls,
    patience: LockPatience = .script
  ) throws(StoreFailure) {
    try SessionFolder.validate(name)
    made = isNew ? try SessionFolder(path: path).make() : []
    names = SessionFileNames(session: name)
    (self.calls, self.patience) = (calls, patience)
    do throws(Errno) {
      folder = try OpenFile.folder(path.string)
    } catch {
      if error == .noSuchFileOrDirectory, SessionFolder(path: path).isLink {
        throw .unreadable(.linkToNothing, file: path.string)
      }
      throw error == .noSuchFileOrDirectory
        ? .notFound(name: name) : .unreadable(error, file: path.string)
    }
    let place = SessionPlace(names, folder, made, calls, patience)
    if !isNew, try !place.holdsSession { throw .notFound(name: name) }
    var denial: Errno?
    do throws(Errno) {
      lockFile = SessionLock(try place.openLock())
    } catch {
      // What is there can be read all the same.
      guard !isNew, error.deniesWriting || error.isOfSpace else {
        if isNew { place.removeMadeFolders() }
        throw place.lockFailure(error)
      }
      (lockFile, denial) = (nil, error)
    }
    lockDenial = denial
  }

  private init(
    _ names: SessionFileNames, _ folder: OpenFile, _ made: [FilePath],
    _ calls: any FileSystemCalls, _ patience: LockPatience
  ) {
    (self.names, self.folder, self.made) = (names, folder, made)
    (lockFile, lockDenial) = (nil, nil)
    (self.calls, self.patience) = (calls, patience)
  }

  /// A link is not followed: it may lead to the journal, which is locked after this.
  func openLock() throws(Errno) -> OpenFile {
    try open(names.lock, O_RDWR | O_CREAT | O_NOFOLLOW)
  }

  func lockFailure(_ error: Errno) -> StoreFailure {
    switch error {
    case .noPlainFile, .isDirectory, .tooManySymbolicLinkLevels:
      .lockUnusable(error, file: names.lock)
    default: .notSaved(error, file: names.lock)
    }
  }

  /// Opens the file called `name`; one that is created is for its owner's eyes only, because
  /// sessions hold what people said. What is no plain file is refused, and not waited for.
  func open(_ name: String, _ flags: Int32) throws(Errno) -> OpenFile {
    let file = OpenFile(
      try uninterrupted { () throws(Errno) in
        try calls.open(
          name, in: folder.descriptor, flags: flags | OpenFile.unwaiting,
          permissions: .ownerReadWrite)
      })
    try file.requirePlain()
    return file
  }

  func exists(_ name: String) throws(StoreFailure) -> Bool {
    do throws(Errno) {
      return try folder.holds(name)
    } catch {
      throw .unreadable(error, file: name)
    }
  }

  /// Whether there is a journal or a snapshot.
  var holdsSession: Bool {
    get throws(StoreFailure) {
      if try exists(names.journal) { return true }
      return try exists(names.snapshot)
    }
  }

  /// Does `body` while no other handle, here or in another process, does the same.
  ///
  /// - Throws: ``StoreFailure/busy(_:file:)`` where another one does not let go in time.
  func locked<Result>(
    waiting patience: LockPatience? = nil, _ body: () throws(StoreFailure) -> Result
  ) throws(StoreFailure) -> Result {
    guard let lockFile else { return try body() }
    try lock(lockFile, waiting: patience)
    defer { unlock(lockFile.file) }
    return try body()
  }

  /// Puts `bytes` in the place of what `name` held, in one instant and for ever; under the lock.
  func replace(_ name: String, with bytes: some Collection<ArraySlice<UInt8>>) throws(StoreFailure)
  {
    do throws(Errno) {
      try folder.requireReplaceable(name, followsLinks: true)
      try FileDraft(names.draft(of: name), in: folder, calls: calls, with: bytes).replace(name)
    } catch {
      throw .notSaved(error, file: name)
    }
    try syncFolder(for: name)
  }

  /// Removes a file, if it is there and can be removed.
  func remove(_ name: String) { try? calls.remove(name, in: folder.descriptor) }

  /// Makes the names in the folder last; `file` is the one whose name is new.
  func syncFolder(for file: String) throws(StoreFailure) {
    do throws(Errno) {
      try sync(folder)
    } catch {
      throw .outcomeUnknown(error, file: file)
    }
  }

  func write(_ bytes: ArraySlice<UInt8>, to file: OpenFile) throws(Errno) {
    try bytes.withUnsafeBufferPointer { (buffer) throws(Errno) in
      try calls.writeAll(UnsafeRawBufferPointer(buffer), to: file.descriptor)
    }
  }

  func sync(_ file: OpenFile) throws(Errno) {
    try uninterrupted { () throws(Errno) in try calls.fsync(file.descriptor) }
  }

  func syncData(_ file: OpenFile) throws(Errno) {
    try uninterrupted { () throws(Errno) in try calls.fdatasync(file.descriptor) }
  }
}

extension StoreFailure {
  init(_ fault: LockFault, file: String) {
    switch fault {
    case .failed(let error): self = .notSaved(error, file: file)
    case .busy(let holder): self = .busy(holder, file: file)
    }
  }
}

extension Errno {
  /// Whether this means that nothing may be written here, while reading may go on.
  var deniesWriting: Bool {
    self == .permissionDenied || self == .notPermitted || self == .readOnlyFileSystem
  }

  /// Whether this means that there is no room for anything new.
  var isOfSpace: Bool { self == .noSpace || self == .diskQuotaExceeded }
}

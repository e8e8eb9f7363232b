import ExerciseProtocol
internal import Glibc
import Hashing
import Platform
import Polling
internal import SystemPackage

/// The files of one box, under its lock.
final class BoxFiles {
  let place: DurableFolder
  /// Nil for whoever only looks.
  private let lockFile: OpenFile?
  private let patience: LockPatience
  /// Why this handle does nothing any more.
  private(set) var broken: BoxFault?

  /// - Parameter place: the poll's own folder, which is there.
  init(_ place: DurableFolder, _ patience: LockPatience) throws(BoxFault) {
    (self.place, self.patience) = (place, patience)
    do throws(Errno) {
      let file = try place.open(BoxRecord.lock, O_RDWR | O_CREAT)
      try place.calls.hideTimes(file.descriptor)
      lockFile = file
    } catch {
      throw .notSaved(error, file: BoxRecord.lock)
    }
  }

  /// Only to be read, and without a trace of it.
  init(lookingAt place: DurableFolder) {
    (self.place, patience, lockFile) = (place, .moment, nil)
  }

  /// A box as it was read, with what the next change needs to know.
  struct Loaded {
    var box: PollBox
    var head: BoxHead
  }

  /// Does `body` while no other handle, here or in another process, does the same.
  func locked<Result, Failure: Error>(
    _ wrap: (BoxFault) -> Failure, _ body: () throws(Failure) -> Result
  ) throws(Failure) -> Result {
    if let broken { throw wrap(broken) }
    guard let lockFile else { return try body() }
    do throws(LockFault) {
      try FileLock.take(lockFile, place.calls, patience)
    } catch {
      switch error {
      case .failed(let error): throw wrap(.notSaved(error, file: BoxRecord.lock))
      case .busy(let holder): throw wrap(.busy(holder))
      }
    }
    defer { FileLock.release(lockFile, place.calls) }
    return try body()
  }

  /// Writes the first files of a box; under the lock.
  func create(_ box: PollBox) throws(BoxFault) {
    if try readHead() != nil { throw .alreadyThere }
    let terms = BoxRecord.file(box.terms.json)
    let secrets = box.secrets.map { BoxRecord.file($0.json) } ?? []
    try saving(BoxRecord.terms) { () throws(Errno) in
      try place.write(terms, to: BoxRecord.terms)
      try place.write(secrets, to: BoxRecord.secrets)
    }
    let files = BoxRecord.bytes(of: box)
    let head = BoxHead(
      .a, of: box, terms: .of(terms), secrets: .of(secrets), files: files.map(Digest.of))
    try write(head, files)
  }

  /// Reads the box and checks every byte of it; under the lock.
  func load() throws(BoxFault) -> Loaded {
    guard let head = try readHead() else { throw .damaged(file: BoxRecord.head) }
    return try load(head)
  }

  /// What the box holds under that head.
  func load(_ head: BoxHead) throws(BoxFault) -> Loaded {
    let terms = try read(BoxRecord.terms, in: place, head.terms)
    let secrets = try head.secrets.map { digest throws(BoxFault) in
      try read(BoxRecord.secrets, in: place, digest)
    }
    var files: [[UInt8]] = []
    let inner: DurableFolder
    do throws(Errno) {
      inner = try place.subfolder(head.generation.rawValue)
    } catch {
      if error == .noSuchFileOrDirectory { throw .damaged(file: head.generation.rawValue) }
      throw .unreadable(error, file: head.generation.rawValue)
    }
    for (name, digest) in zip(BoxRecord.files, head.files) {
      files.append(try read(name, in: inner, digest))
    }
    do {
      let (contents, entries) = try BoxRecord.contents(files)
      let box = PollBox(
        try PollTerms(json: .init(parsing: terms), path: BoxRecord.terms),
        try secrets.map { try PollSecrets(json: .init(parsing: $0), path: BoxRecord.secrets) },
        head.state, contents, entries, reopenings: head.reopenings)
      return Loaded(box: box, head: head)
    } catch {
      // Every digest held, so that a newer version wrote it.
      throw .damaged(file: BoxRecord.head)
    }
  }

  /// Puts `box` in the place of what was loaded, in one instant and for ever; under the lock.
  func replace(_ loaded: Loaded, with box: PollBox) throws(BoxFault) {
    var head = loaded.head
    head.generation = head.generation == .a ? .b : .a
    (head.state, head.reopenings) = (box.state, box.reopenings)
    if box.secrets == nil { head.secrets = nil }
    let files = BoxRecord.bytes(of: box)
    head.files = files.map(Digest.of)
    try saving(head.generation.rawValue) { () throws(Errno) in
      try remove(head.generation)
    }
    try write(head, files)
    // The change is on disk; what is left over tells what it was, and goes.
    try? tidy(after: head)
  }

  /// Removes what a change that was cut short left, since the difference of two generations tells a
  /// vote; under the lock.
  func tidy(after head: BoxHead) throws(Errno) {
    let other: BoxRecord.Generation = head.generation == .a ? .b : .a
    let hasSecrets = head.secrets == nil ? try place.exists(BoxRecord.secrets) : false
    let isLeft = [
      hasSecrets, try place.exists(other.rawValue), try place.exists(BoxRecord.newHead),
    ]
    guard isLeft.contains(true) else { return }
    // Only when the head that doesn't name them is on disk itself.
    try place.sync()
    try remove(other)
    try place.remove(BoxRecord.newHead)
    if hasSecrets { try place.remove(BoxRecord.secrets) }
    try place.sync()
  }

  /// The same for a box that was just opened. Where somebody has it in hand they tidy it.
  func tidy() throws(BoxFault) {
    do throws(BoxFault) {
      try locked { () throws(BoxFault) in
        guard let head = try readHead() else { return }
        try saving(BoxRecord.head) { () throws(Errno) in try tidy(after: head) }
      }
    } catch {
      if case .busy = error { return }
      throw error
    }
  }

  /// Whether the box is there and whole enough to have a head.
  func readHead() throws(BoxFault) -> BoxHead? {
    let bytes: [UInt8]?
    do throws(Errno) {
      bytes = try place.read(BoxRecord.head)
    } catch {
      throw .unreadable(error, file: BoxRecord.head)
    }
    guard let bytes else { return nil }
    guard let head = BoxHead(bytes) else { throw .damaged(file: BoxRecord.head) }
    return head
  }

  private func read(
    _ name: String, in folder: DurableFolder, _ digest: Digest
  ) throws(BoxFault) -> [UInt8] {
    let bytes: [UInt8]?
    do throws(Errno) {
      bytes = try folder.read(name)
    } catch {
      throw .unreadable(error, file: name)
    }
    guard let bytes, Digest.of(bytes) == digest else { throw .damaged(file: name) }
    return bytes
  }

  /// Writes a generation, then the head that makes it the one that holds.
  private func write(_ head: BoxHead, _ files: [[UInt8]]) throws(BoxFault) {
    do throws(BoxFault) {
      try saving(head.generation.rawValue) { () throws(Errno) in
        let inner = try place.subfolder(head.generation.rawValue, isNew: true)
        for (name, bytes) in zip(BoxRecord.files, files) { try inner.write(bytes, to: name) }
        try inner.sync()
        try place.write(head.bytes, to: BoxRecord.newHead)
        // All that the head names is on disk before it holds.
        try place.sync()
      }
      try switchHead()
    } catch {
      if case .notSaved = error {
        try? remove(head.generation)
        try? place.remove(BoxRecord.newHead)
        try? place.sync()
      }
      throw error
    }
  }

  private func switchHead() throws(BoxFault) {
    do throws(Errno) {
      try place.rename(BoxRecord.newHead, to: BoxRecord.head)
    } catch {
      // A disk that is at fault may have done it all the same.
      throw error == .ioError
        ? unknown(error) : .notSaved(error, file: BoxRecord.head)
    }
    do throws(Errno) {
      try place.sync()
    } catch {
      throw unknown(error)
    }
  }

  private func unknown(_ error: Errno) -> BoxFault {
    let fault = BoxFault.outcomeUnknown(error, file: BoxRecord.head)
    broken = fault
    return fault
  }

  private func remove(_ generation: BoxRecord.Generation) throws(Errno) {
    try place.remove(folder: generation.rawValue, with: BoxRecord.files)
  }

  private func saving(
    _ file: String, _ body: () throws(Errno) -> Void
  ) throws(BoxFault) {
    do throws(Errno) {
      try body()
    } catch {
      throw .notSaved(error, file: file)
    }
  }
}

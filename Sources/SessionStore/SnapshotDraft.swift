internal import Glibc
internal import Platform
internal import SystemPackage

/// A snapshot on its way to the disk. It is written and synced without the session's lock, because
/// a large one takes long; the draft has a lock of its own, so that two hosts don't write into one.
struct SnapshotDraft {
  private let place: SessionPlace
  private let name: String
  private let file: OpenFile

  /// Puts `bytes` in the place of the snapshot, in one instant and for ever.
  ///
  /// - Parameter before: what is done under the lock before they change places.
  /// - Throws: ``StoreFailure/busy(_:file:)`` where another host is at it; nothing was changed.
  static func write(
    _ bytes: [UInt8], in place: SessionPlace, before: () throws(StoreFailure) -> Void
  ) throws(StoreFailure) {
    let draft = try SnapshotDraft(in: place)
    do throws(StoreFailure) {
      try draft.fill(bytes)
      let seen = Standing(in: place)
      let isNewest = try place.locked(waiting: .moment) { () throws(StoreFailure) in
        try before()
        return try draft.takePlace(of: place.names.snapshot, JournalHead(inSnapshot: bytes), seen)
      }
      if !isNewest { draft.discard() }
    } catch {
      draft.discard()
      throw error
    }
    try place.syncFolder(for: place.names.snapshot)
  }

  private init(in place: SessionPlace) throws(StoreFailure) {
    self.place = place
    name = place.names.draft(of: place.names.snapshot)
    do throws(Errno) {
      try place.folder.requireReplaceable(place.names.snapshot, followsLinks: true)
      try Self.removeLeftOver(name, in: place)
      let file = try place.open(name, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW)
      try uninterrupted { () throws(Errno) in
        try place.calls.flock(file.descriptor, LOCK_EX | LOCK_NB)
      }
      self.file = file
    } catch {
      // Another host was quicker by a hair.
      if error == .fileExists || error == .wouldBlock {
        throw .busy(LockHolder(process: nil), file: name)
      }
      throw .notSaved(error, file: name)
    }
  }

  /// Removes what a crash left; what a living host writes is locked.
  private static func removeLeftOver(_ name: String, in place: SessionPlace) throws(Errno) {
    let old: OpenFile
    do throws(Errno) {
      old = try place.open(name, O_RDONLY | O_NOFOLLOW)
    } catch {
      switch error {
      case .noSuchFileOrDirectory: return
      // Nobody's draft, whatever it is.
      case .tooManySymbolicLinkLevels, .noPlainFile: break
      default: throw error
      }
      return try place.calls.remove(name, in: place.folder.descriptor)
    }
    try place.calls.flock(old.descriptor, LOCK_EX | LOCK_NB)
    try place.calls.remove(name, in: place.folder.descriptor)
  }

  private func fill(_ bytes: [UInt8]) throws(StoreFailure) {
    do throws(Errno) {
      try place.write(bytes[...], to: file)
      try place.sync(file)
    } catch {
      throw .notSaved(error, file: place.names.snapshot)
    }
  }

  /// Under the session's lock.
  ///
  /// - Parameter seen: what stood there before the lock was taken; looked at anew where it changed.
  /// - Returns: false where a newer one stands there.
  private func takePlace(
    of snapshot: String, _ head: JournalHead?, _ seen: Standing
  ) throws(StoreFailure) -> Bool {
    let standing = seen.isThere(in: place) ? seen : Standing(in: place)
    if let head, let other = standing.head, other.seq > head.seq { return false }
    do throws(Errno) {
      try place.calls.rename(name, to: snapshot, in: place.folder.descriptor)
    } catch {
      throw .notSaved(error, file: snapshot)
    }
    return true
  }

  /// The snapshot on disk. Its file is held open, so that no other one gets its number meanwhile.
  private struct Standing {
    let file: OpenFile?
    /// What it stands for; nil where there is none that can be read.
    var head: JournalHead?

    init(in place: SessionPlace) {
      file = try? place.open(place.names.snapshot, O_RDONLY)
      guard let file, let bytes = try? file.bytes(0, file.status().size) else { return }
      head = SnapshotDocument(bytes).head
    }

    func isThere(in place: SessionPlace) -> Bool {
      (try? file?.status()) == (try? place.folder.status(of: place.names.snapshot))
    }
  }

  private func discard() { place.remove(name) }
}

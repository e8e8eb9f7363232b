internal import Glibc
internal import Platform
internal import SystemPackage

/// What could be read of a session before its lock was asked for: nearly all. A long journal then
/// keeps nobody waiting, and who was stopped with the lock in hand keeps nobody from reading.
///
/// What is read so is sound as far as it verifies: whole steps are only ever added. How the journal
/// ends is told under the lock alone, because somebody may be writing.
struct JournalAhead {
  /// Held open, so that no other file gets their numbers meanwhile.
  private let journal: OpenFile
  /// How it was before it was read.
  private let status: OpenFile.Status
  private let snapshotFile: OpenFile?
  private let snapshot: SnapshotDocument?
  let bytes: [UInt8]
  let scan: JournalScan

  /// Nil where there is no journal to read, or something is in the way: then the lock tells.
  init?(in place: SessionPlace) {
    // The snapshot first: it can't stand for an event that the journal is not seen to hold then.
    snapshotFile = try? place.open(place.names.snapshot, O_RDONLY)
    snapshot = try? snapshotFile.map { file throws(Errno) in
      SnapshotDocument(try file.bytes(0, try file.status().size))
    }
    do throws(Errno) {
      journal = try place.open(place.names.journal, O_RDONLY)
      status = try journal.status()
      bytes = try journal.bytes(0, status.size)
      scan = JournalScan(bytes, after: .start)
    } catch {
      return nil
    }
  }

  /// Whether `now` is of the journal that was read, as long as it was or longer.
  func isBeginning(of now: OpenFile.Status) -> Bool {
    now.isSameFile(as: status) && bytes.count <= now.size
  }

  /// Whether nothing happened to it since.
  func isUnchanged(_ now: OpenFile.Status?) -> Bool { now == status }

  /// The snapshot that was read, if it still stands there.
  func snapshot(in place: SessionPlace) -> SnapshotDocument? {
    guard let mine = try? snapshotFile?.status(),
      let now = try? place.folder.status(of: place.names.snapshot), mine == now
    else { return nil }
    return snapshot
  }
}

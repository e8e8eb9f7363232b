internal import Glibc
internal import Platform
internal import SystemPackage

/// Whether somebody is in a booth of a poll: a shared lock on the poll's own folder, which every
/// booth holds while it is occupied. The system drops it with the process, however that ends, so
/// that no mark of anybody can stay behind; and nothing is written, so that nothing tells when.
final class BoothPresence {
  private let place: DurableFolder
  private var mark: OpenFile?

  init(_ place: DurableFolder) { self.place = place }

  /// Somebody comes in. Where the system has no lock to give, nobody will know.
  func begin() { if mark == nil { mark = locked(LOCK_SH) } }

  /// They have left.
  func end() { mark = nil }

  /// Whether a booth holds the lock, in this process or in another.
  var isAnywhere: Bool {
    if mark != nil { return true }
    guard let folder = opened() else { return false }
    do throws(Errno) {
      try place.calls.flock(folder.descriptor, LOCK_EX | LOCK_NB)
      return false
    } catch {
      return error == .wouldBlock
    }
  }

  private func locked(_ kind: Int32) -> OpenFile? {
    guard let folder = opened() else { return nil }
    do throws(Errno) {
      try place.calls.flock(folder.descriptor, kind | LOCK_NB)
      return folder
    } catch {
      return nil
    }
  }

  /// The folder once more: a lock belongs to one opening.
  private func opened() -> OpenFile? {
    try? place.open(".", O_RDONLY | O_DIRECTORY)
  }
}

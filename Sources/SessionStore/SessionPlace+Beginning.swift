internal import Glibc
internal import SystemPackage

/// A session that begins: all of it is there afterwards, or nothing.
extension SessionPlace {
  /// Does `body`, which writes a session where there is none of that name. Where it can't, nothing
  /// of it is left: neither its files, nor its lock, nor the folders that were made for it.
  func begin<Result>(
    _ body: () throws(StoreFailure) -> Result
  ) throws(StoreFailure) -> Result {
    do throws(StoreFailure) {
      return try locked { () throws(StoreFailure) in
        if try holdsSession { throw .alreadyExists(name: names.session) }
        do throws(StoreFailure) {
          return try body()
        } catch {
          removeAll()
          guard case .outcomeUnknown(let cause, let file) = error else { throw error }
          throw .notSaved(cause, file: file)
        }
      }
    } catch {
      removeMadeFolders()
      throw error
    }
  }

  /// Removes all that a session has of its own, under its lock. Whoever waits for that notices that
  /// it has lost its name.
  func removeAll() {
    for file in [names.journal, names.snapshot] {
      remove(names.draft(of: file))
      remove(file)
    }
    remove(names.lock)
  }

  /// Removes the folders that were made for this session, as far as nothing else is in them.
  func removeMadeFolders() {
    for path in made where rmdir(path.string) != 0 { return }
  }
}

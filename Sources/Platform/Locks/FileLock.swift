internal import Glibc
package import SystemPackage

/// `flock` on a file that is there only to be locked, waited for as long as ``LockPatience`` says.
package enum FileLock {
  /// Takes the lock of `file`.
  package static func take(
    _ file: OpenFile, _ calls: any FileSystemCalls, _ patience: LockPatience
  ) throws(LockFault) {
    var waited = 0
    while try !isTaken(file, calls) {
      if waited >= patience.unasked {
        let holder = LockHolder(of: file)
        let limit = holder.isStopped ? patience.stopped : patience.working
        if waited >= limit { throw .busy(holder) }
      }
      // Most are done in less than a millisecond; whoever is not may take long.
      let pause = waited < 20 ? 1 : 20
      calls.pause(milliseconds: pause)
      waited += pause
    }
    LockHolder.noteTaking(of: file)
  }

  package static func release(_ file: OpenFile, _ calls: any FileSystemCalls) {
    LockHolder.noteRelease(of: file)
    try? calls.flock(file.descriptor, LOCK_UN)
  }

  private static func isTaken(
    _ file: OpenFile, _ calls: any FileSystemCalls
  ) throws(LockFault) -> Bool {
    do throws(Errno) {
      try uninterrupted { () throws(Errno) in
        try calls.flock(file.descriptor, LOCK_EX | LOCK_NB)
      }
      return true
    } catch {
      if error == .wouldBlock { return false }
      throw .failed(error)
    }
  }
}

/// Why a lock was not to be had.
package enum LockFault: Error, Hashable, Sendable {
  case failed(Errno)
  /// Somebody else has it, for longer than it was waited for.
  case busy(LockHolder)
}

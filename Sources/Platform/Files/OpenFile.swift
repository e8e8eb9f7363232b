internal import Glibc
package import SystemPackage

/// A descriptor that closes itself when nobody holds it any more.
package final class OpenFile {
  package let descriptor: FileDescriptor

  package init(_ descriptor: FileDescriptor) { self.descriptor = descriptor }

  deinit { try? descriptor.close() }

  /// What tells one file from another, whatever either is called; and how long it is.
  package struct Status: Hashable {
    package var device: UInt
    package var inode: UInt
    package var size: Int
    /// When it was last written to, renamed or otherwise changed, in nanoseconds since 1970. No
    /// program can set it; but two changes within a few milliseconds may have the same.
    package var changed: Int

    /// Whether both are of one file, whatever became of it meanwhile.
    package func isSameFile(as other: Status) -> Bool {
      device == other.device && inode == other.inode
    }

    fileprivate init(_ status: stat) {
      (device, inode, size) = (status.st_dev, status.st_ino, Int(status.st_size))
      changed = status.st_ctim.tv_sec &* 1_000_000_000 &+ status.st_ctim.tv_nsec
    }
  }

  package func status() throws(Errno) -> Status {
    var status = stat()
    _ = try checked(fstat(descriptor.rawValue, &status))
    return Status(status)
  }

  /// The file called `name` in this folder.
  package func status(of name: String) throws(Errno) -> Status {
    var status = stat()
    _ = try checked(fstatat(descriptor.rawValue, name, &status, 0))
    return Status(status)
  }

  /// Whether anything is called `name` in this folder.
  ///
  /// - Throws: ``SystemPackage/Errno/linkToNothing`` or ``SystemPackage/Errno/linkLoop`` for a link
  ///   that leads to no file; nothing may be made in its place.
  package func holds(_ name: String) throws(Errno) -> Bool {
    do throws(Errno) {
      _ = try status(of: name)
      return true
    } catch {
      if error == .tooManySymbolicLinkLevels { throw .linkLoop }
      guard error == .noSuchFileOrDirectory else { throw error }
    }
    var status = stat()
    if fstatat(descriptor.rawValue, name, &status, AT_SYMLINK_NOFOLLOW) == 0 {
      throw .linkToNothing
    }
    return false
  }

  /// The bytes from `start` up to but excluding `end`, fewer where the file ends before.
  package func bytes(_ start: Int, _ end: Int) throws(Errno) -> [UInt8] {
    var failure: Errno?
    let bytes = [UInt8](unsafeUninitializedCapacity: end - start) { buffer, count in
      do throws(Errno) {
        while count < buffer.count {
          let rest = UnsafeMutableRawBufferPointer(
            rebasing: UnsafeMutableRawBufferPointer(buffer)[count...])
          let offset = start + count
          let read = try uninterrupted { () throws(Errno) in
            try checked(pread(descriptor.rawValue, rest.baseAddress, rest.count, offset))
          }
          guard read > 0 else { return }
          count += read
        }
      } catch {
        failure = error
      }
    }
    if let failure { throw failure }
    return bytes
  }
}

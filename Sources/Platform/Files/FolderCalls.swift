internal import Glibc
package import SystemPackage

/// The further system calls for whoever keeps folders of files: a ballot box, the shelf of the
/// plugins. Tests put faults in here too. Names are relative to `folder`, an open folder, as in
/// ``FileSystemCalls``.
package protocol FolderCalls: FileSystemCalls {
  func makeFolder(_ name: String, in folder: FileDescriptor) throws(Errno)
  /// Removes an empty folder.
  func removeFolder(_ name: String, in folder: FileDescriptor) throws(Errno)
  /// Sets the times of an open file or folder to ``boxTime``, whenever it was written.
  func hideTimes(_ file: FileDescriptor) throws(Errno)
  /// Moves a file or a folder from one open folder to another, in one instant.
  func move(
    _ name: String, in folder: FileDescriptor, to new: String, in other: FileDescriptor
  ) throws(Errno)
}

/// What all files of a box have as their times: the first second of the year 2000, in UTC.
package let boxTime = 946_684_800

extension SystemCalls: FolderCalls {
  package func makeFolder(_ name: String, in folder: FileDescriptor) throws(Errno) {
    _ = try checked(mkdirat(folder.rawValue, name, 0o700))
  }

  package func removeFolder(_ name: String, in folder: FileDescriptor) throws(Errno) {
    _ = try checked(unlinkat(folder.rawValue, name, AT_REMOVEDIR))
  }

  package func hideTimes(_ file: FileDescriptor) throws(Errno) {
    let times = [timespec](repeating: timespec(tv_sec: boxTime, tv_nsec: 0), count: 2)
    _ = try checked(futimens(file.rawValue, times))
  }

  package func move(
    _ name: String, in folder: FileDescriptor, to new: String, in other: FileDescriptor
  ) throws(Errno) {
    _ = try checked(renameat(folder.rawValue, name, other.rawValue, new))
  }
}

import Glibc
import SystemPackage

/// The least that makes a line last: a lock, one write at the end of a file, one sync of its data.
final class AppendingFile {
  private let file: FileDescriptor

  init(_ path: FilePath) throws {
    file = try .open(
      path, .writeOnly, options: [.append, .create], permissions: .ownerReadWrite)
  }

  deinit { try? file.close() }

  func append(_ bytes: [UInt8]) throws {
    guard flock(file.rawValue, LOCK_EX) == 0 else { throw Errno(rawValue: errno) }
    defer { _ = flock(file.rawValue, LOCK_UN) }
    guard try file.writeAll(bytes) == bytes.count, fdatasync(file.rawValue) == 0 else {
      throw Errno(rawValue: errno)
    }
  }
}

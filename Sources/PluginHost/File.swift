internal import Crypto
internal import Glibc
internal import SessionStore
internal import SystemPackage

/// The few things that are done with whole files here.
enum File {
  /// Nil where it is not there, can't be read, or is no plain file: a pipe is not waited for.
  static func read(_ path: String) -> [UInt8]? {
    try? OpenFile.reading(path).allBytes(limit: .max)
  }

  static func sha256(_ path: String) -> String? {
    var hash = SHA256()
    do throws(Errno) {
      try OpenFile.reading(path).forEachPiece { (piece) throws(Errno) in
        hash.update(bufferPointer: piece)
      }
    } catch {
      return nil
    }
    return hash.finalize().map { byte in
      let digits = String(byte, radix: 16)
      return digits.count == 1 ? "0\(digits)" : digits
    }.joined()
  }

  /// Puts a whole new file in the place of `path`, unless that is no plain file, and makes its
  /// folder if need be.
  static func replace(_ path: String, with bytes: [UInt8]) -> Bool {
    makeFolder(String(path[..<(path.lastIndex(of: "/") ?? path.startIndex)]))
    var status = stat()
    guard lstat(path, &status) != 0 || status.st_mode & S_IFMT == S_IFREG else { return false }
    let temporary = "\(path).\(getpid())"
    // What a process of that number left, or a link that somebody put there.
    unlink(temporary)
    do {
      let file = try FileDescriptor.open(
        FilePath(temporary), .writeOnly,
        options: [.create, .exclusiveCreate, .noFollow, .closeOnExec],
        permissions: .ownerReadWrite)
      try file.closeAfter { _ = try file.writeAll(bytes) }
    } catch {
      unlink(temporary)
      return false
    }
    return rename(temporary, path) == 0
  }

  private static func makeFolder(_ path: String) {
    guard !path.isEmpty, access(path, F_OK) != 0 else { return }
    makeFolder(String(path[..<(path.lastIndex(of: "/") ?? path.startIndex)]))
    mkdir(path, S_IRWXU)
  }
}

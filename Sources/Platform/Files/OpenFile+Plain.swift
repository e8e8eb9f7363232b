package import Glibc
package import SystemPackage

/// The one way to open a file that somebody else may have put there. Where a pipe or a device
/// stands in its place, to open it could wait for ever, and to read it never end.
extension OpenFile {
  /// With these flags to open waits for nobody, and makes no terminal ours.
  package static let unwaiting = O_NONBLOCK | O_NOCTTY | O_CLOEXEC

  /// Opens a plain file for reading, links followed.
  ///
  /// - Throws: ``SystemPackage/Errno/noPlainFile`` for a pipe or a device, `EISDIR` for a folder,
  ///   ``SystemPackage/Errno/linkToNothing`` or ``SystemPackage/Errno/linkLoop`` for a link that
  ///   leads to no file.
  package static func reading(_ path: String) throws(Errno) -> OpenFile {
    let descriptor: Int32
    do throws(Errno) {
      descriptor = try uninterrupted { () throws(Errno) in
        try checked(open(path, O_RDONLY | unwaiting))
      }
    } catch {
      var status = stat()
      let isLink = lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFLNK
      switch error {
      case .noSuchFileOrDirectory where isLink: throw .linkToNothing
      case .tooManySymbolicLinkLevels where isLink: throw .linkLoop
      default: throw error
      }
    }
    let file = OpenFile(FileDescriptor(rawValue: descriptor))
    try file.requirePlain()
    return file
  }

  /// Refuses whatever is no plain file.
  package func requirePlain() throws(Errno) {
    var status = stat()
    _ = try checked(fstat(descriptor.rawValue, &status))
    try status.requirePlain()
  }

  /// Hands all of its bytes to `body`, piece by piece, from the beginning.
  package func forEachPiece(
    _ body: (UnsafeRawBufferPointer) throws(Errno) -> Void
  ) throws(Errno) {
    let piece = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 18, alignment: 16)
    defer { piece.deallocate() }
    var offset = 0
    while true {
      let count = try uninterrupted { () throws(Errno) in
        try checked(pread(descriptor.rawValue, piece.baseAddress, piece.count, offset))
      }
      if count == 0 { return }
      try body(UnsafeRawBufferPointer(rebasing: piece[..<count]))
      offset += count
    }
  }

  /// All of its bytes, of which there may be at most `limit`; `EFBIG` where there are more.
  package func allBytes(limit: Int) throws(Errno) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(min(limit, try status().size))
    try forEachPiece { (piece) throws(Errno) in
      guard bytes.count + piece.count <= limit else { throw .fileTooLarge }
      bytes += piece
    }
    return bytes
  }
}

extension stat {
  package func requirePlain() throws(Errno) {
    switch st_mode & S_IFMT {
    case S_IFREG: return
    case S_IFDIR: throw .isDirectory
    default: throw .noPlainFile
    }
  }
}

extension Errno {
  /// A pipe, a socket or a device where a file should be. No call that opens or reads a file says
  /// so itself: the number is one of tape drives.
  package static var noPlainFile: Errno { Errno(rawValue: EMEDIUMTYPE) }

  /// A link that leads to nothing: what it names is not there. “Link has been severed” says it of
  /// machines that nobody has any more.
  package static var linkToNothing: Errno { .noLink }

  /// Links that lead to one another. `ELOOP` is said of any link, where none is followed.
  package static var linkLoop: Errno { .multiHop }
}

internal import Crypto
internal import Glibc
internal import SystemPackage

/// The few things that are done with whole files here.
enum File {
  static func read(_ path: String) -> [UInt8]? {
    var content: [UInt8] = []
    content.reserveCapacity(FileStatus(path)?.identity.size ?? 0)
    return forEachChunk(of: path) { content += $0 } ? content : nil
  }

  static func sha256(_ path: String) -> String? {
    var hash = SHA256()
    guard forEachChunk(of: path, { hash.update(bufferPointer: $0) }) else { return nil }
    return hash.finalize().map { byte in
      let digits = String(byte, radix: 16)
      return digits.count == 1 ? "0\(digits)" : digits
    }.joined()
  }

  /// False where something could not be read.
  private static func forEachChunk(
    of path: String, _ body: (UnsafeRawBufferPointer) -> Void
  ) -> Bool {
    guard let file = try? FileDescriptor.open(path, .readOnly, options: .closeOnExec) else {
      return false
    }
    defer { try? file.close() }
    let chunk = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 18, alignment: 16)
    defer { chunk.deallocate() }
    while let count = try? file.read(into: chunk) {
      if count == 0 { return true }
      body(UnsafeRawBufferPointer(rebasing: chunk[..<count]))
    }
    return false
  }

  /// Puts a whole new file in the place of `path`, and makes its folder if need be.
  static func replace(_ path: String, with bytes: [UInt8]) -> Bool {
    makeFolder(String(path[..<(path.lastIndex(of: "/") ?? path.startIndex)]))
    let temporary = "\(path).\(getpid())"
    do {
      let file = try FileDescriptor.open(
        FilePath(temporary), .writeOnly, options: [.create, .truncate, .closeOnExec],
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

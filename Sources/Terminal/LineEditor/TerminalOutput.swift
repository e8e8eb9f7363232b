internal import Glibc
package import SystemPackage

/// Writes text to a terminal, a pipe or a file, all of it.
package struct TerminalOutput: Sendable {
  package var descriptor: FileDescriptor

  package init(_ descriptor: FileDescriptor = .standardOutput) { self.descriptor = descriptor }

  /// Returns when the last byte is handed over: interruptions, short writes and a full pipe of a
  /// non-blocking descriptor are waited out. Throws what else the kernel says: EIO where the
  /// terminal is gone, EPIPE, ENOSPC.
  package func write(_ text: String) throws(Errno) {
    var text = text
    let result = text.withUTF8 { bytes in writeAll(UnsafeRawBufferPointer(bytes)) }
    try result.get()
  }

  private func writeAll(_ bytes: UnsafeRawBufferPointer) -> Result<Void, Errno> {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = Glibc.write(
        descriptor.rawValue, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
      if count >= 0 {
        rest = rest.dropFirst(count)
        continue
      }
      switch Errno(rawValue: errno) {
      case .interrupted: continue
      case .wouldBlock:
        var descriptor = pollfd(fd: descriptor.rawValue, events: Int16(POLLOUT), revents: 0)
        _ = poll(&descriptor, 1, -1)
      case let failure: return .failure(failure)
      }
    }
    return .success(())
  }
}

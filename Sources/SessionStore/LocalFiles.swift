import Glibc
import SystemPackage
package import Workshop

/// The files of this machine: what people import, what reports are written to.
package struct LocalFiles: FileAccess {
  /// What is at most read for an import.
  private static let sizeLimit = 64 * 1024 * 1024

  package init() {}

  package func read(_ path: String) throws(Problem) -> [UInt8] {
    let path = path.expandingHome
    do {
      let file = try FileDescriptor.open(FilePath(path), .readOnly, options: [.nonBlocking])
      return try file.closeAfter {
        var status = stat()
        guard fstat(file.rawValue, &status) == 0 else { throw Errno(rawValue: errno) }
        guard status.st_mode & S_IFMT == S_IFREG else { throw Errno.isDirectory }
        guard status.st_size <= Self.sizeLimit else { throw Errno.fileTooLarge }
        return try file.bytes(count: Int(status.st_size))
      }
    } catch {
      throw .unreadableFile(path, error as? Errno)
    }
  }

  package func write(_ bytes: [UInt8], to path: String) throws(Problem) {
    try write(bytes, to: path, [.ownerReadWrite, .groupRead, .otherRead])
  }

  package func writePrivately(_ bytes: [UInt8], to path: String) throws(Problem) {
    try write(bytes, to: path, .ownerReadWrite)
  }

  /// Writes a file that is not there yet, whole or not at all.
  ///
  /// - Returns: false where there is one of that name; it is left as it is.
  package func create(_ bytes: [UInt8], at path: String) throws(Problem) -> Bool {
    try write(bytes, to: path, [.ownerReadWrite, .groupRead, .otherRead], replacing: false)
  }

  @discardableResult private func write(
    _ bytes: [UInt8], to path: String, _ permissions: FilePermissions, replacing: Bool = true
  ) throws(Problem) -> Bool {
    let path = FilePath(path.expandingHome)
    var temporary = path
    temporary.removeLastComponent()
    temporary.append(".\(path.lastComponent?.string ?? "report").\(UniqueID.random())")
    do {
      let file = try FileDescriptor.open(
        temporary, .writeOnly, options: [.create, .exclusiveCreate, .truncate],
        permissions: permissions)
      try file.closeAfter {
        _ = try file.writeAll(bytes)
        guard fsync(file.rawValue) == 0 else { throw Errno(rawValue: errno) }
      }
      if !replacing {
        // A name can be given once, whoever else is about to.
        defer { unlink(temporary.string) }
        if link(temporary.string, path.string) == 0 { return true }
        guard errno == EEXIST else { throw Errno(rawValue: errno) }
        return false
      }
      guard rename(temporary.string, path.string) == 0 else { throw Errno(rawValue: errno) }
      return true
    } catch {
      unlink(temporary.string)
      throw .unwritableFile(path.string, error as? Errno)
    }
  }

  package func names(startingWith prefix: String) -> [String] {
    let slash = prefix.lastIndex(of: "/")
    let folder = slash.map { String(prefix[...$0]) } ?? ""
    let beginning = slash.map { String(prefix[prefix.index(after: $0)...]) } ?? prefix
    guard let stream = opendir(folder.isEmpty ? "." : folder.expandingHome) else { return [] }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      guard name.hasPrefix(beginning), !name.hasPrefix(".") || beginning.hasPrefix(".") else {
        continue
      }
      let isFolder = entry.pointee.d_type == UInt8(DT_DIR)
      names.append(folder + name + (isFolder ? "/" : ""))
    }
    return names.sorted()
  }
}

extension FileDescriptor {
  fileprivate func bytes(count: Int) throws -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(count)
    var buffer = [UInt8](repeating: 0, count: 256 * 1024)
    while true {
      let read = try buffer.withUnsafeMutableBytes { try self.read(into: $0) }
      if read == 0 { return bytes }
      bytes += buffer[..<read]
      guard bytes.count <= max(count, 1) * 2 + buffer.count else { throw Errno.fileTooLarge }
    }
  }
}

extension String {
  /// `~/…` is in the home folder, as people expect it to be.
  var expandingHome: String {
    guard hasPrefix("~/"), let home = getenv("HOME") else { return self }
    return String(cString: home) + dropFirst()
  }
}

extension Problem {
  fileprivate static func unreadableFile(_ path: String, _ error: Errno?) -> Problem {
    let hint =
      switch error {
      case .noSuchFileOrDirectory: "Check the name; TAB completes it."
      case .isDirectory: "That is a folder or a device; name a file in it."
      case .fileTooLarge: "Files of up to 64 MiB are read."
      default: nil as String?
      }
    return Problem("“\(path)” can't be read: \(error?.description ?? "unknown error").", hint: hint)
  }

  fileprivate static func unwritableFile(_ path: String, _ error: Errno?) -> Problem {
    Problem(
      "“\(path)” can't be written: \(error?.description ?? "unknown error").",
      hint: "Name another place: /report FILE")
  }
}

internal import Glibc
internal import Platform
internal import SystemPackage

/// A plugin as somebody hands it over: its library, or the folder that it is in.
///
/// Each file is read once, into memory, and what is hashed is what was read: it does not matter
/// what becomes of the source afterwards. Hidden files are no part of a plugin. Links, devices, and
/// what others can write to are refused.
package struct BundleSource: Sendable {
  /// Absolute, without symbolic links.
  package let path: String
  private let isFolder: Bool

  package init(_ path: String) throws(ShelfFault) {
    guard let resolved = realpath(path, nil) else {
      throw .unreadable(Errno(rawValue: errno), path: path)
    }
    defer { free(resolved) }
    self.path = String(cString: resolved)
    var status = stat()
    guard lstat(self.path, &status) == 0 else {
      throw .unreadable(Errno(rawValue: errno), path: path)
    }
    isFolder = status.st_mode & S_IFMT == S_IFDIR
  }

  /// Where a detached signature is looked for unless another is named.
  package var signaturePath: String { "\(path).sig" }

  /// The bundle, without a copy of it: for signing.
  package func bundle() throws(ShelfFault) -> PluginBundle {
    try checkLibrary()
    return try PluginBundle(files())
  }

  /// Refuses a folder that can't be a bundle before anything in it is read: somebody named the one
  /// that everything is built in.
  func checkLibrary() throws(ShelfFault) {
    guard isFolder else { return }
    let folder = try Reading().open(path, nil, O_DIRECTORY, path)
    let libraries = ((try? folder.names()) ?? []).filter(PluginBundle.isLibrary).sorted()
    guard libraries.count == 1 else { throw .libraries(libraries) }
  }

  /// What is there, whether or not it is a bundle.
  func files() throws(ShelfFault) -> [PluginBundle.File] {
    try read { _, _ throws(ShelfFault) in }
  }

  /// Hands each file to `take`, in the order of their paths within each folder.
  func read(
    _ take: (String, [UInt8]) throws(ShelfFault) -> Void
  ) throws(ShelfFault) -> [PluginBundle.File] {
    var reading = Reading()
    if isFolder {
      let folder = try reading.open(path, nil, O_DIRECTORY, path)
      try reading.take(folder, name: "", path, take)
    } else {
      let name = path.split(separator: "/").last.map(String.init) ?? path
      guard PluginBundle.isLibrary(name) else { throw .libraries([]) }
      try reading.takeFile(try reading.open(path, nil, 0, path), name: name, path, take)
    }
    return reading.files
  }
}

/// The way through one source.
private struct Reading {
  var files: [PluginBundle.File] = []
  private var total = 0

  /// - Parameter shown: the path for messages.
  func open(
    _ name: String, _ folder: OpenFile?, _ flags: Int32, _ shown: String
  ) throws(ShelfFault) -> OpenFile {
    let flags = O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC | flags
    let file = openat(folder?.descriptor.rawValue ?? AT_FDCWD, name, flags)
    guard file >= 0 else {
      if errno == ELOOP { throw .strangeFile(path: shown) }
      throw .unreadable(Errno(rawValue: errno), path: shown)
    }
    return OpenFile(FileDescriptor(rawValue: file))
  }

  mutating func take(
    _ folder: OpenFile, name: String, _ shown: String,
    _ body: (String, [UInt8]) throws(ShelfFault) -> Void
  ) throws(ShelfFault) {
    _ = try kind(of: folder, shown)
    let names: [String]
    do throws(Errno) {
      names = try folder.names()
    } catch {
      throw .unreadable(error, path: shown)
    }
    for child in names.sorted() where !child.hasPrefix(".") {
      let (path, shown) = (name.isEmpty ? child : "\(name)/\(child)", "\(shown)/\(child)")
      guard PluginBundle.isPath(path) else { throw .strangeFile(path: shown) }
      let file = try open(child, folder, 0, shown)
      switch try kind(of: file, shown) {
      case S_IFDIR: try take(file, name: path, shown, body)
      case S_IFREG: try takeFile(file, name: path, shown, body)
      default: throw .strangeFile(path: shown)
      }
    }
  }

  mutating func takeFile(
    _ file: OpenFile, name: String, _ shown: String,
    _ body: (String, [UInt8]) throws(ShelfFault) -> Void
  ) throws(ShelfFault) {
    guard try kind(of: file, shown) == S_IFREG else { throw .strangeFile(path: shown) }
    let bytes: [UInt8]
    do throws(Errno) {
      let size = try file.status().size
      guard size <= PluginBundle.Limit.bytes - total else {
        throw Errno.fileTooLarge
      }
      bytes = try file.bytes(0, size)
    } catch {
      throw error == .fileTooLarge
        ? ShelfFault.tooLarge(path: shown) : .unreadable(error, path: shown)
    }
    total += bytes.count
    files.append(PluginBundle.File(path: name, content: bytes))
    guard files.count <= PluginBundle.Limit.files else { throw .tooLarge(path: shown) }
    try body(name, bytes)
  }

  /// What a descriptor stands for.
  private func kind(of file: OpenFile, _ shown: String) throws(ShelfFault) -> mode_t {
    var status = stat()
    guard fstat(file.descriptor.rawValue, &status) == 0 else {
      throw .unreadable(Errno(rawValue: errno), path: shown)
    }
    guard !PathGuard.isWritableByOthers(status) else { throw .writableByOthers(path: shown) }
    return status.st_mode & S_IFMT
  }
}

import Glibc
import Platform
import SystemPackage

extension Origin {
  /// What tells this machine's events from others': chosen once and kept in `folder`. Where it
  /// can't be kept, it holds for this run.
  package static func ofThisMachine(in folder: String) -> Origin {
    let path = FilePath(folder).appending("origin")
    if let known = read(path) { return known }
    let origin = random()
    _ = try? Directory.make(FilePath(folder))
    guard
      let file = try? FileDescriptor.open(
        path, .writeOnly, options: [.create, .exclusiveCreate], permissions: .ownerReadWrite)
    else { return read(path) ?? origin }
    _ = try? file.closeAfter { try file.writeAll("\(origin)\n".utf8) }
    return origin
  }

  private static func read(_ path: FilePath) -> Origin? {
    guard let file = try? OpenFile.reading(path.string), let bytes = try? file.bytes(0, 16),
      bytes.count == 16
    else { return nil }
    return Origin(String(decoding: bytes, as: UTF8.self))
  }
}

internal import Glibc
internal import SystemPackage

extension SessionFiles {
  /// Puts a new snapshot in the place of the old one, which stays whole until the new one is safe.
  ///
  /// `bytes` is a JSON object whose member `journal` holds the `seq` and the `hash` of the position
  /// that it stands for.
  package func writeSnapshot(_ bytes: [UInt8]) throws(StoreFailure) {
    if let isReadOnly { throw isReadOnly }
    try place.locked { () throws(StoreFailure) in
      try place.replace(place.names.snapshot, with: [bytes[...]])
    }
  }

  /// The snapshot's bytes, nil where there is none.
  package func readSnapshot() throws(StoreFailure) -> [UInt8]? {
    let name = place.names.snapshot
    guard try place.exists(name) else { return nil }
    do throws(Errno) {
      let file = try place.open(name, O_RDONLY)
      return try file.bytes(0, try file.status().size)
    } catch {
      throw .unreadable(error, file: name)
    }
  }
}

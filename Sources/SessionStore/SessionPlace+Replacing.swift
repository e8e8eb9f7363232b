internal import Glibc
internal import SystemPackage

extension SessionPlace {
  /// Refuses to put a file in the place of what is none: a folder, a device, a pipe.
  func requireReplaceable(_ name: String) throws(Errno) {
    var status = stat()
    guard fstatat(folder.descriptor.rawValue, name, &status, 0) == 0 else {
      if errno == ENOENT { return }
      throw Errno(rawValue: errno)
    }
    try status.requirePlain()
  }
}

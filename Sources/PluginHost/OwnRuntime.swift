internal import Platform

/// Where the Swift runtime is that this very process was loaded with: a plugin that was built with
/// the same toolchain needs it too.
enum OwnRuntime {
  /// Absolute; nil where Swift is linked statically. Format: proc_pid_maps(5).
  static let folder: String? = {
    let file = "/libswiftCore.so"
    guard let maps = try? OpenFile.reading("/proc/self/maps").allBytes(limit: .max) else {
      return nil
    }
    for line in String(decoding: maps, as: UTF8.self).split(separator: "\n")
    where line.hasSuffix(file) {
      return line.firstIndex(of: "/").map { String(line[$0...].dropLast(file.count)) }
    }
    return nil
  }()
}

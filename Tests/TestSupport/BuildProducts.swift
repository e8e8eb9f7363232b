internal import Glibc

/// Where the build put the programs and libraries that tests start.
package enum BuildProducts {
  /// The folder of the test bundle that runs, `.build/debug` or the like; nil where the test code
  /// does not come from a file.
  ///
  /// Not the folder of the running program: that may be the toolchain's own. The kernel's list of
  /// what is mapped where knows which file this very code came from.
  package static var folder: String? { folder(of: #dsohandle) }

  /// A program, by its product's name.
  package static func program(_ name: String) -> String? { folder.map { "\($0)/\(name)" } }

  /// A dynamic library, by its product's name.
  package static func library(_ name: String) -> String? { folder.map { "\($0)/lib\(name).so" } }

  /// The folder of the file that `address` was mapped from. Format: proc_pid_maps(5).
  private static func folder(of address: UnsafeRawPointer) -> String? {
    guard let maps = fopen("/proc/self/maps", "re") else { return nil }
    defer { fclose(maps) }
    var line: UnsafeMutablePointer<CChar>?
    var capacity = 0
    defer { free(line) }
    while getline(&line, &capacity, maps) > 0, let text = line.map({ String(cString: $0) }) {
      let range = text.prefix { $0 != " " }.split(separator: "-").compactMap { UInt($0, radix: 16) }
      guard range.count == 2, (range[0]..<range[1]).contains(UInt(bitPattern: address)),
        let start = text.firstIndex(of: "/"), let end = text.lastIndex(of: "/")
      else { continue }
      return String(text[start..<end])
    }
    return nil
  }
}

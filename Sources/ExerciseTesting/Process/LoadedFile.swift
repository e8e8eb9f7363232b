import Glibc

/// The file that code was loaded from.
package enum LoadedFile {
  /// The folder of the file that `address` was mapped from; nil where it comes from none. Format:
  /// proc_pid_maps(5).
  package static func folder(of address: UnsafeRawPointer) -> String? {
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

import Glibc

/// What another process has in the memory that it can write to.
struct ProcessMemory {
  private var regions: [[UInt8]] = []

  /// Nil: the system does not let us look.
  init?(of process: Int32) {
    let file = open("/proc/\(process)/mem", O_RDONLY)
    guard file >= 0, let maps = Self.text(of: "/proc/\(process)/maps") else { return nil }
    defer { close(file) }
    for line in maps.split(separator: "\n") {
      let words = line.split(separator: " ")
      let ends = words[0].split(separator: "-").compactMap { Int($0, radix: 16) }
      guard words[1].contains("w"), ends.count == 2 else { continue }
      var bytes = [UInt8](repeating: 0, count: ends[1] - ends[0])
      let count = pread(file, &bytes, bytes.count, ends[0])
      if count > 0 { regions.append(Array(bytes[..<count])) }
    }
    guard !regions.isEmpty else { return nil }
  }

  /// Whether this process may look into one that forbids it: it has CAP_SYS_PTRACE. Root has it,
  /// but not in every container.
  static var isOpenToUs: Bool {
    let status = text(of: "/proc/self/status") ?? ""
    let line = status.split(separator: "\n").first { $0.hasPrefix("CapEff:") }
    let word = line?.split(whereSeparator: \.isWhitespace).last
    return word.flatMap { UInt64($0, radix: 16) }.map { $0 & 1 << 19 != 0 } ?? false
  }

  /// How often a text stands in it.
  func count(of text: String) -> Int {
    let needle = Array(text.utf8)
    return regions.reduce(0) { sum, bytes in
      sum + bytes.withUnsafeBytes { Self.count(of: needle, in: $0) }
    }
  }

  private static func count(of needle: [UInt8], in bytes: UnsafeRawBufferPointer) -> Int {
    guard let base = bytes.baseAddress, let first = needle.first else { return 0 }
    var (found, start) = (0, 0)
    while start + needle.count <= bytes.count,
      let place = memchr(base + start, Int32(first), bytes.count - start)
    {
      let offset = UnsafeRawPointer(place) - base
      let rest = UnsafeRawBufferPointer(rebasing: bytes[offset...].prefix(needle.count))
      if rest.elementsEqual(needle) { found += 1 }
      start = offset + 1
    }
    return found
  }

  static func text(of path: String) -> String? {
    guard let file = fopen(path, "r") else { return nil }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    while case let byte = fgetc(file), byte != EOF { bytes.append(UInt8(byte)) }
    return String(decoding: bytes, as: UTF8.self)
  }
}

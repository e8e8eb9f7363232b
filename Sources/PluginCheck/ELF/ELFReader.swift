/// Reads numbers, names and tables out of an ELF file, and refuses whatever lies outside of it.
struct ELFReader {
  private let bytes: [UInt8]
  /// Nobody calls a symbol or a folder more than this.
  private static let nameLimit = 65_536

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  var count: Int { bytes.count }

  /// One part of the file as the loader maps it.
  struct Segment {
    var type: Int
    var offset: Int
    var address: Int
    var size: Int

    static let load = 1
    static let dynamic = 2
    static let interpreter = 3
  }

  /// A number of `size` bytes, little endian; one with its highest bit set counts as outside.
  func integer(_ size: Int, at offset: Int) throws(ELFError) -> Int {
    guard offset >= 0, size <= bytes.count, offset <= bytes.count - size else {
      throw .torn("byte \(offset)")
    }
    var value: UInt64 = 0
    for index in (0..<size).reversed() { value = value << 8 | UInt64(bytes[offset + index]) }
    guard let integer = Int(exactly: value) else { throw .torn("the number at byte \(offset)") }
    return integer
  }

  /// The text at `place` of the table of names.
  func name(_ place: Int, in table: Range<Int>) throws(ELFError) -> String {
    guard place >= 0, place < table.count else { throw .torn("a name") }
    let rest = bytes[(table.lowerBound + place)..<table.upperBound].prefix(Self.nameLimit)
    guard let end = rest.firstIndex(of: 0) else { throw .torn("a name") }
    return String(decoding: rest[..<end], as: UTF8.self)
  }

  func segments() throws(ELFError) -> [Segment] {
    let (start, size, count) = (
      try integer(8, at: 32), try integer(2, at: 54), try integer(2, at: 56)
    )
    guard size >= 56 || count == 0 else { throw .torn("the program headers") }
    var segments: [Segment] = []
    for index in 0..<count {
      let at = try sum(start, index * size)
      segments.append(
        Segment(
          type: try integer(4, at: at), offset: try integer(8, at: at + 8),
          address: try integer(8, at: at + 16), size: try integer(8, at: at + 32)))
    }
    return segments
  }

  func dynamic(_ section: Segment) throws(ELFError) -> [ELFFile.DynamicEntry] {
    var entries: [ELFFile.DynamicEntry] = []
    for index in 0..<(section.size / ELFFile.entrySize) {
      let at = try sum(section.offset, index * ELFFile.entrySize)
      let tag = try integer(8, at: at)
      // What stands behind the end is room for others.
      guard tag != ELFFile.Tag.end.rawValue else { break }
      entries.append(.init(tag: tag, value: try integer(8, at: at + 8), offset: at))
    }
    return entries
  }

  /// Where in the file lies what will be at `address`.
  func offset(of address: Int, in segments: [Segment]) throws(ELFError) -> Int {
    for segment in segments where segment.type == Segment.load {
      guard address >= segment.address, address - segment.address < segment.size else { continue }
      let offset = try sum(segment.offset, address - segment.address)
      guard offset <= bytes.count else { break }
      return offset
    }
    throw .torn("address \(address)")
  }

  func sum(_ left: Int, _ right: Int) throws(ELFError) -> Int {
    let (sum, overflow) = left.addingReportingOverflow(right)
    guard !overflow, sum >= 0 else { throw .torn("an offset") }
    return sum
  }
}

// MARK: - Symbols

extension ELFReader {
  private static let symbolSize = 24

  /// The names of the symbols that are defined here and that others can link to, and where the
  /// names of all symbols stand in the table of names.
  func symbols(
    _ dynamic: [ELFFile.DynamicEntry], _ segments: [Segment], _ names: Range<Int>
  ) throws(ELFError) -> (exports: [String], places: Set<Int>) {
    func value(_ tag: ELFFile.Tag) -> Int? { dynamic.first { $0.tag == tag.rawValue }?.value }
    guard let table = value(.symbolTable) else { return ([], []) }
    let start = try offset(of: table, in: segments)
    let range: Range<Int>
    if let hash = value(.gnuHash) {
      range = try symbolsOfGNUHash(at: offset(of: hash, in: segments))
    } else if let hash = value(.hash) {
      range = 0..<(try integer(4, at: offset(of: hash, in: segments) + 4))
    } else {
      return ([], [])
    }
    var exports: [String] = []
    var places: Set<Int> = []
    for index in 0..<range.upperBound {
      let at = try sum(start, index * Self.symbolSize)
      places.insert(try integer(4, at: at))
      guard range.contains(index) else { continue }
      let (info, place) = (try integer(1, at: at + 4), try integer(2, at: at + 6))
      let visibility = try integer(1, at: at + 5) & 3
      // Global, weak or unique; defined in a section; neither internal nor hidden. What stands in
      // no section (0xFFF1) is the linker's own: versions, and where parts begin and end.
      guard [1, 2, 10].contains(info >> 4), place != 0, place != 0xFFF1,
        [0, 3].contains(visibility)
      else { continue }
      exports.append(try name(integer(4, at: at), in: names))
    }
    return (exports, places)
  }

  /// Which symbols a table of the GNU kind knows: from its first, to the end of the longest chain.
  private func symbolsOfGNUHash(at start: Int) throws(ELFError) -> Range<Int> {
    let (buckets, first) = (try integer(4, at: start), try integer(4, at: start + 4))
    let table = try sum(start + 16, 8 * integer(4, at: start + 8))
    var last = 0
    for bucket in 0..<buckets { last = max(last, try integer(4, at: table + 4 * bucket)) }
    guard last >= first else { return first..<first }
    let chains = try sum(table, 4 * buckets)
    // The last of a chain has its lowest bit set.
    while try integer(4, at: chains + 4 * (last - first)) & 1 == 0 { last += 1 }
    return first..<(last + 1)
  }
}

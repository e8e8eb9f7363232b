extension ELFFile {
  /// The file `bytes` with other folders in this run path: only such as are in it already, in
  /// their order. Nil where that can't be done without touching what else is there.
  ///
  /// Nothing moves. Where none is left, the entry leaves the dynamic section and those behind it
  /// move up; where the last ones are left, the entry points to where these begin; else the names
  /// are written over the old ones, if nothing else is spelled with them.
  package func keeping(
    _ folders: [String], in path: RunPath, of bytes: [UInt8]
  ) -> [UInt8]? {
    // Where its text was no UTF-8 its length is not known any more.
    guard dynamic.indices.contains(path.entry),
      !path.folders.contains(where: { $0.contains("\u{FFFD}") })
    else { return nil }
    var changed = bytes
    let entry = dynamic[path.entry]
    if folders.isEmpty {
      remove(path.entry, from: &changed)
      return changed
    }
    if path.folders.suffix(folders.count) == folders[...] {
      let dropped = path.folders.dropLast(folders.count).reduce(0) { $0 + $1.utf8.count + 1 }
      write(entry.value + dropped, at: entry.offset + 8, in: &changed)
      return changed
    }
    let old = path.folders.joined(separator: ":").utf8.count
    let place = names.lowerBound + entry.value
    guard !isShared(entry.value..<(entry.value + old), by: path.entry) else { return nil }
    let new = Array(folders.joined(separator: ":").utf8)
    guard new.count <= old else { return nil }
    changed.replaceSubrange(
      place..<(place + old), with: new + [UInt8](repeating: 0, count: old - new.count))
    return changed
  }

  private func remove(_ index: Int, from bytes: inout [UInt8]) {
    let size = Self.entrySize
    for entry in dynamic[index...] {
      let next = entry.offset + size
      // Behind the last one stands the end, whose bytes are all zero.
      let isLast = entry == dynamic.last
      let moved = isLast ? [UInt8](repeating: 0, count: size) : Array(bytes[next..<(next + size)])
      bytes.replaceSubrange(entry.offset..<(entry.offset + size), with: moved)
    }
  }

  private func write(_ value: Int, at offset: Int, in bytes: inout [UInt8]) {
    for index in 0..<8 {
      bytes[offset + index] = UInt8(truncatingIfNeeded: value >> (8 * index))
    }
  }

  /// Whether another name begins within these bytes: linkers let one name be the end of another.
  private func isShared(_ place: Range<Int>, by index: Int) -> Bool {
    let named: Set<Int> = [
      Tag.needed.rawValue, Tag.soname.rawValue, Tag.rpath.rawValue, Tag.runpath.rawValue,
    ]
    return symbolNames.contains(where: place.contains)
      || dynamic.indices.contains { other in
        other != index && named.contains(dynamic[other].tag)
          && place.contains(dynamic[other].value)
      }
  }
}

internal import Glibc

extension UnsafeRawBufferPointer {
  /// Where `needle`, which is not empty, begins first in `range`; nil where it is nowhere.
  func firstOffset(of needle: UnsafeRawBufferPointer, in range: Range<Int>) -> Int? {
    guard let base = baseAddress, let sought = needle.baseAddress, let first = needle.first else {
      return nil
    }
    var start = range.lowerBound
    while range.upperBound - start >= needle.count {
      let rest = range.upperBound - start - needle.count + 1
      guard let hit = memchr(base + start, Int32(first), rest) else { return nil }
      let offset = UnsafeRawPointer(hit) - base
      if memcmp(base + offset, sought, needle.count) == 0 { return offset }
      start = offset + 1
    }
    return nil
  }
}

/// The line that is being typed, in a page of its own (``LockedPage``), and nowhere else unless
/// somebody asks for its ``text``.
package final class BoothLine {
  private let page: LockedPage
  private(set) var count = 0

  /// Nil: the system has no memory left.
  package init?() {
    guard let page = LockedPage() else { return nil }
    self.page = page
  }

  package var isEmpty: Bool { count == 0 }

  /// A copy of it.
  package var text: String { String(decoding: page.bytes[..<count], as: UTF8.self) }

  /// How many characters it has, as people count them.
  package var length: Int { text.count }

  /// False: there is no more room, and nothing was added.
  package func append(_ scalar: Unicode.Scalar) -> Bool {
    guard let encoded = UTF8.encode(scalar), count + encoded.count <= LockedPage.size else {
      return false
    }
    for byte in encoded {
      page.bytes[count] = byte
      count += 1
    }
    return true
  }

  /// Takes back the last character as people see it, with all of its accents and joiners.
  package func deleteLast() {
    guard let last = text.last else { return }
    let size = min(count, last.utf8.count)
    for index in (count - size)..<count { page.bytes[index] = 0 }
    count -= size
  }

  /// Overwrites it.
  package func clear() {
    page.wipe()
    count = 0
  }

  /// Whether both say the same. It takes as long for any two, whatever they have in common.
  package func matches(_ other: BoothLine) -> Bool {
    var difference = count ^ other.count
    for index in 0..<LockedPage.size {
      difference |= Int(page.bytes[index] ^ other.page.bytes[index])
    }
    return difference == 0
  }

  /// Says what the other says.
  package func copy(_ other: BoothLine) {
    page.bytes.copyMemory(from: UnsafeRawBufferPointer(other.page.bytes))
    count = other.count
  }
}

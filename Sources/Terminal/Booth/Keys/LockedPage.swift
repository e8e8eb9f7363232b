internal import Glibc

/// A page of memory for what nobody may find afterwards: not swapped out, not in a core dump, and
/// overwritten when it is done with.
///
/// Where the system refuses to lock one (`RLIMIT_MEMLOCK`), the page is used all the same: it is
/// still overwritten.
final class LockedPage {
  static let size = 4096
  let bytes: UnsafeMutableRawBufferPointer

  init?() {
    guard
      let page = mmap(
        nil, Self.size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0),
      page != MAP_FAILED
    else { return nil }
    _ = mlock(page, Self.size)
    _ = madvise(page, Self.size, MADV_DONTDUMP)
    _ = madvise(page, Self.size, MADV_WIPEONFORK)
    bytes = UnsafeMutableRawBufferPointer(start: page, count: Self.size)
  }

  deinit {
    wipe()
    munmap(bytes.baseAddress, Self.size)
  }

  func wipe() {
    guard let start = bytes.baseAddress else { return }
    explicit_bzero(start, Self.size)
  }
}

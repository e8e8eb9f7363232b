internal import Glibc
internal import Platform
package import SystemPackage

/// How long the disk takes to make a line last, tried in the folder where sessions are kept.
package enum SyncProbe {
  /// A sync that is quicker than this did not wait for anything: it is memory, or a disk that says
  /// it is done before it is. The quickest disks need some 10 µs; memory needs less than 1.
  package static let implausible: Duration = .microseconds(5)

  /// The median of some syncs of 200 bytes in `folder`, in a file that is removed again.
  package static func median(in folder: FilePath) throws(Errno) -> Duration {
    let path = folder.appending(".charrette-doctor-\(getpid())").string
    let file = try checked(open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600))
    defer {
      close(file)
      unlink(path)
    }
    let line = [UInt8](repeating: 0x20, count: 200)
    var durations: [Duration] = []
    for _ in 0..<9 {
      guard write(file, line, line.count) == line.count else { throw Errno(rawValue: errno) }
      let start = ContinuousClock.now
      _ = try checked(fdatasync(file))
      durations.append(ContinuousClock.now - start)
    }
    return durations.sorted()[durations.count / 2]
  }
}

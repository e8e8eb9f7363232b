import Glibc
import SystemPackage
import TerminalTesting
import TestSupport

/// What is measured on: a fresh folder, and the programs that were built beside this one.
struct Ground {
  private let temporary: TemporaryFolder
  /// How long the disk takes to make 200 bytes last.
  let sync: Measurement

  /// - Parameter parent: where the fresh folder is made; nil: beside the build, because the
  ///   system's folder for temporary files often is in memory, where nothing lasts.
  init(in parent: String?) throws {
    guard let place = parent ?? BuildProducts.folder else {
      throw BenchmarkFailure("no folder to measure in; name one with --folder")
    }
    temporary = try TemporaryFolder(in: place)
    let file = try AppendingFile(FilePath(temporary["sync"]))
    let bytes = [UInt8](repeating: 0x20, count: 200)
    sync = try inTurns(50, warmup: 5, [.timed("sync") { try file.append(bytes) }])[0]
  }

  var path: String { temporary.path }

  /// A folder in the fresh one, made where it is missing.
  func folder(_ name: String) throws -> String {
    let path = temporary[name]
    guard mkdir(path, 0o700) == 0 || errno == EEXIST else {
      throw BenchmarkFailure("cannot make \(path): \(Errno(rawValue: errno))")
    }
    return path
  }

  /// The path of what was built, by its file name.
  func built(_ name: String) throws -> String {
    guard let folder = BuildProducts.folder, access("\(folder)/\(name)", R_OK) == 0 else {
      throw BenchmarkFailure("no \(name) beside this program; `swift build -c release` first")
    }
    return "\(folder)/\(name)"
  }

  /// What the numbers were measured on, in one sentence.
  var description: String {
    let cores = sysconf(Int32(_SC_NPROCESSORS_ONLN))
    return "\(processor), \(cores) cores, \(fileSystem); medians, ours and theirs in turns."
  }

  /// Said where numbers about durability mean nothing.
  var warning: String? {
    guard sync.median < 5 else { return nil }
    return """
      A sync takes only \(Int(sync.median * 1000)) ns here, so nothing here is durable: this is \
      memory, or a disk that lies. Name a folder on a real disk with --folder.
      """
  }

  private var processor: String {
    let name = lines(of: "/proc/cpuinfo").first { $0.hasPrefix("model name") }
    return name.flatMap { $0.split(separator: ":").last }.map { $0.drop { $0 == " " } }
      .map(String.init) ?? "an unknown processor"
  }

  /// Format: proc_pid_mountinfo(5). The mount with the longest path that the folder is below.
  private var fileSystem: String {
    let mounts = lines(of: "/proc/self/mountinfo").map { $0.split(separator: " ") }
    let fitting = mounts.filter { $0.count > 6 && (path + "/").hasPrefix(slashed($0[4])) }
    guard let mount = fitting.max(by: { $0[4].count < $1[4].count }),
      let dash = mount.firstIndex(of: "-"), dash + 1 < mount.count
    else { return "an unknown file system" }
    return String(mount[dash + 1])
  }

  private func slashed(_ path: Substring) -> String { path == "/" ? "/" : path + "/" }
}

/// Why something could not be measured.
struct BenchmarkFailure: Error, CustomStringConvertible {
  var description: String

  init(_ description: String) { self.description = description }
}

/// A text file's lines; none where it cannot be read.
func lines(of path: String) -> [Substring] {
  guard let bytes = try? bytes(of: path) else { return [] }
  return String(decoding: bytes, as: UTF8.self).split(separator: "\n")
}

/// A file's bytes; of one that the kernel makes up and that has no length, the first 64 KiB.
func bytes(of path: String) throws -> [UInt8] {
  let file = try FileDescriptor.open(FilePath(path), .readOnly)
  return try file.closeAfter {
    var status = stat()
    guard fstat(file.rawValue, &status) == 0 else { throw Errno(rawValue: errno) }
    var bytes = [UInt8](repeating: 0, count: status.st_size > 0 ? status.st_size : 65536)
    var count = 0
    while count < bytes.count {
      let read = try bytes.withUnsafeMutableBytes { buffer in
        try file.read(into: UnsafeMutableRawBufferPointer(rebasing: buffer[count...]))
      }
      if read == 0 { break }
      count += read
    }
    bytes.removeLast(bytes.count - count)
    return bytes
  }
}

import Glibc
import SystemPackage
import VotingMethods

/// The count of a file in a process of its own: this program itself, started with `--child`, so that
/// all that a process costs, and all the memory that it takes, is counted.
enum CountingChild {
  /// What the child says on its one line: as much as the peer says.
  struct Answer {
    var winners: String
    /// The most memory that it held at once, in KiB.
    var peak: Int
  }

  /// What the child does: `schulze` reads the file as a whole, `stream` piece by piece.
  static func run(_ way: String, _ path: String) throws {
    let outcome: Outcome
    switch way {
    case "schulze":
      outcome = try Schulze().tally(PrefLib(reading: bytes(of: path)).ballots)
    case "stream":
      let file = try FileDescriptor.open(FilePath(path), .readOnly)
      let election = try file.closeAfter {
        try PairwiseElection(prefLib: { try piece(of: file) })
      }
      outcome = try Schulze().tally(election.matrix, candidates: election.candidates)
    default:
      throw BenchmarkFailure("no such count: \(way)")
    }
    let winners = outcome.winners.map { "\"\(outcome.candidates[$0].id)\"" }
    print("{\"winners\":[\(winners.joined(separator: ","))],\"peak\":\(peak())}")
  }

  private static func piece(of file: FileDescriptor) throws -> [UInt8]? {
    let piece = try [UInt8](unsafeUninitializedCapacity: 1 << 18) { buffer, count in
      count = try file.read(into: UnsafeMutableRawBufferPointer(buffer))
    }
    return piece.isEmpty ? nil : piece
  }

  /// `VmHWM`: see proc_pid_status(5).
  private static func peak() -> Int {
    let line = lines(of: "/proc/self/status").first { $0.hasPrefix("VmHWM:") }
    return line.flatMap { Int($0.filter(\.isNumber)) } ?? 0
  }

  /// Runs a program and reads what it says.
  static func ask(_ program: String, _ arguments: [String]) throws -> Answer {
    let command = ([program] + arguments).map { "'\($0)'" }.joined(separator: " ")
    guard let stream = popen("exec \(command)", "r") else { throw Errno(rawValue: errno) }
    var buffer = [UInt8](repeating: 0, count: 4096)
    let count = fread(&buffer, 1, buffer.count, stream)
    let text = String(decoding: buffer[..<count], as: UTF8.self)
    guard pclose(stream) == 0, let end = text.firstIndex(of: "]") else {
      throw BenchmarkFailure("\(program) did not count: \(text)")
    }
    let peak = text.split(separator: "\"peak\":").last.flatMap { Int($0.filter(\.isNumber)) }
    return Answer(winners: String(text[...end]), peak: peak ?? 0)
  }
}

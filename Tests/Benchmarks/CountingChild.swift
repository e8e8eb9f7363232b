import Glibc
import SystemPackage

/// A count by a program in a process of its own, from its start to its end.
enum CountingChild {
  /// What the program says.
  struct Answer {
    /// The ids of the elected, as JSON.
    var winners: String
    /// The most memory that it held at once, in KiB, where it was started by `run`.
    var peak: Int
  }

  /// Runs a program and says what it says, and then how much memory it took. This is a process of
  /// its own, too, because the system begins that account with the memory of whoever starts the
  /// program: this one has next to none.
  static func run(_ program: String, _ arguments: [String]) throws {
    let text = try output(of: program, arguments)
    var usage = rusage()
    guard getrusage(__rusage_who_t(truncatingIfNeeded: RUSAGE_CHILDREN.rawValue), &usage) == 0
    else { throw Errno(rawValue: errno) }
    print("\(text)\"peak\":\(usage.ru_maxrss)")
  }

  /// Runs a program and reads what it says.
  static func ask(_ program: String, _ arguments: [String]) throws -> Answer {
    let text = try output(of: program, arguments)
    let parts = text.split(separator: "\"winners\":[", maxSplits: 1)
    guard parts.count == 2, let end = parts[1].firstIndex(of: "]") else {
      throw BenchmarkFailure("\(program) did not count: \(text.prefix(200))")
    }
    let peak = text.split(separator: "\"peak\":").last.flatMap { Int($0.filter(\.isNumber)) }
    return Answer(winners: String(parts[1][..<end]), peak: peak ?? 0)
  }

  private static func output(of program: String, _ arguments: [String]) throws -> String {
    let command = ([program] + arguments).map { "'\($0)'" }.joined(separator: " ")
    guard let stream = popen("exec \(command)", "r") else { throw Errno(rawValue: errno) }
    var text: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while case let count = fread(&buffer, 1, buffer.count, stream), count > 0 {
      text += buffer[..<count]
    }
    guard pclose(stream) == 0 else { throw BenchmarkFailure("\(program) failed") }
    return String(decoding: text, as: UTF8.self)
  }
}

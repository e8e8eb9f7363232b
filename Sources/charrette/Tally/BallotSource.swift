import SystemPackage
import VotingMethods
import Workshop

/// Where the ballots of a tally come from: a file, or standard input.
struct BallotSource {
  private let path: String?

  init(_ argument: String) { path = argument == "-" ? nil : argument }

  /// What it is called in results and errors.
  var name: String { path ?? "standard input" }

  /// The one place where bytes become an election: a kind of file that VotingMethods doesn't know,
  /// such as this kit's own polls, is to be told by its content and read here, before `reader` has
  /// its turn.
  ///
  /// - Parameter isAsked: whether it was said what the cells of a CSV file mean.
  func election(_ reader: BallotFile, isAsked: Bool) throws(Problem) -> Election {
    let bytes = try bytes()
    do {
      return try reader.read(bytes, name: path ?? "")
    } catch {
      if error.expected == .shape, !isAsked {
        throw Problem(
          "“\(name)” doesn't say what its cells mean.",
          hint: "Name a method with --method, or the cells with --ballots.", isUsage: true)
      }
      throw Problem(error, in: name)
    }
  }

  private func bytes() throws(Problem) -> [UInt8] {
    do {
      guard let path else { return try Self.all(of: .standardInput) }
      let file = try FileDescriptor.open(FilePath(path), .readOnly)
      return try file.closeAfter { try Self.all(of: file) }
    } catch {
      let reason = error as? Errno
      throw Problem(
        "“\(name)” can't be read: \(reason.map { "\($0)" } ?? "an unknown error").",
        hint: reason == .isDirectory ? "Name a file in it." : "Check the name.")
    }
  }

  private static func all(of file: FileDescriptor) throws -> [UInt8] {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 256 * 1024)
    while true {
      let count = try buffer.withUnsafeMutableBytes { try file.read(into: $0) }
      if count == 0 { return bytes }
      bytes += buffer[..<count]
    }
  }
}

extension Problem {
  /// Why a file can't be read: file, line, what was expected.
  init(_ fault: ReadingFault, in file: String) {
    self.init(
      "\(file):\(fault.line): \(fault.detail)",
      hint: fault.expected == .format
        ? "Name its format by the ending: .blt, .soi, .pb or .csv." : nil)
  }

  /// Why an election can't be counted as asked.
  init(_ fault: CountFault, in file: String) {
    var isUsage = true
    if case .tally = fault { isUsage = false }
    self.init(
      "\(file): \(fault.message())", hint: fault.hint, isUsage: isUsage)
  }
}

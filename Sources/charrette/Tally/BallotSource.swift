import Polling
import SystemPackage
import VotingMethods
import Workshop

/// Where the ballots of a tally come from: a file, or standard input.
struct BallotSource {
  private let path: String?

  init(_ argument: String) { path = argument == "-" ? nil : argument }

  /// What it is called in results and errors.
  var name: String { path ?? "standard input" }

  /// The one place where bytes become an election. A kind of file that VotingMethods doesn't know
  /// (this kit's own bundles) is told by its content and read here, before `reader` has its turn.
  ///
  /// - Parameter isAsked: whether it was said what the cells of a CSV file mean.
  func election(_ reader: BallotFile, isAsked: Bool) throws(Problem) -> Election {
    let bytes = try bytes()
    if let election = try bundled(bytes) { return election }
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

  /// The ballots of a poll's bundle, to be counted as the poll says unless asked otherwise; nil
  /// where the file is something else.
  private func bundled(_ bytes: [UInt8]) throws(Problem) -> Election? {
    guard bytes.first(where: { $0 > 0x20 }) == UInt8(ascii: "{") else { return nil }
    let bundle: PollBundle
    do throws(BundleFault) {
      bundle = try PollBundle(reading: bytes)
    } catch {
      throw Problem(
        "\(name): this is no whole bundle of a poll: \(error.message)",
        hint: "charrette audit \(name) tells what is wrong with it.")
    }
    do throws(PollCountFault) {
      if let election = try bundle.recount.election() { return election }
    } catch {
      throw Problem("\(name): \(error.message)")
    }
    throw Problem("\(name): the poll has no question that is counted.")
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

import Glibc
import Hashing
import Platform
import Polling
import SessionStore
import SystemPackage
import VotingMethods
import Workshop

/// Where the ballots of a tally come from: a file, or standard input.
struct BallotSource {
  private let path: String?
  private let trace = FileTrace()
  private let progress: CountingProgress?

  init(_ argument: String, _ progress: CountingProgress? = nil) {
    path = argument == "-" ? nil : argument
    self.progress = progress
  }

  /// What it is called in results and errors.
  var name: String { path ?? "standard input" }

  /// The SHA-256 digest of what was read, and how many bytes that were.
  var digest: (text: String, bytes: Int) {
    (trace.digest.finish().description, trace.digest.length)
  }

  /// The one place where bytes become an election. A kind of file that VotingMethods doesn't know
  /// (this kit's own bundles) is told by its content and read here, before `reader` has its turn.
  ///
  /// Where `method` needs no more of the ballots than comparisons in pairs, and the file's format
  /// can be read piece by piece, the ballots are not kept: a file may be longer than memory.
  /// `isAsked` tells whether it was said what the cells of a CSV file mean, `asCSV` whether in
  /// words that mean nothing for any other kind of file.
  func ballots(
    _ reader: BallotFile, for method: MethodID?, isAsked: Bool, asCSV: Bool
  ) throws(Problem) -> TallyBallots {
    do {
      return try opened { pieces in
        if let foreign = try foreign(&pieces) {
          throw Problem(ReadingFault(line: 1, expected: .readable(foreign), found: ""), in: name)
        }
        if asCSV, try isOtherThanCSV(pieces.first()) {
          throw Problem(
            "“\(name)” is no CSV file, and says itself what its ballots are.",
            hint: "Leave --ballots, --scale and what is about columns out.", isUsage: true)
        }
        if method?.comparesPairs == true, let pairs = try pairs(&pieces, reader.policy) {
          return .pairs(pairs)
        }
        if let election = try table(&pieces, reader, isAsked: isAsked) {
          return .election(election)
        }
        let bytes = try pieces.all()
        if let poll = try bundled(bytes) { return poll }
        return .election(try election(bytes, reader, isAsked: isAsked))
      }
    } catch let problem as Problem {
      throw problem
    } catch let fault as ReadingFault {
      throw Problem(fault, in: name)
    } catch {
      let reason = error as? Errno
      throw Problem(
        "“\(name)” can't be read: \(reason?.words ?? "an unknown error").",
        hint: reason == .isDirectory ? "Name a file in it." : "Check the name.")
    }
  }

  /// What is not read here, but has a name. A JSON file may be a bundle of this kit.
  private func foreign(_ pieces: inout FilePieces) throws -> ForeignFormat? {
    ForeignFormat(content: try pieces.first(), name: path ?? "")
  }

  private func isOtherThanCSV(_ first: [UInt8]) -> Bool {
    if first.first(where: { $0 > 0x20 }) == UInt8(ascii: "{") { return true }
    // Of what can't be told, the reader says so.
    return BallotFormat(content: first, name: path ?? "").map { $0 != .csv } ?? false
  }

  private func opened<Result>(_ body: (inout FilePieces) throws -> Result) throws -> Result {
    guard let path else {
      progress?.reads(name, size: nil)
      var pieces = FilePieces(.standardInput, trace, progress)
      let result = try body(&pieces)
      try pieces.finish()
      return result
    }
    let file = try FileDescriptor.open(FilePath(path), .readOnly)
    return try file.closeAfter {
      let size = try requireAnEnd(file)
      progress?.reads(name, size: size)
      var pieces = FilePieces(file, trace, progress)
      let result = try body(&pieces)
      try pieces.finish()
      return result
    }
  }

  /// A device may go on for ever. A pipe is somebody's who will end it: `charrette tally <(…)`.
  ///
  /// - Returns: how long a plain file is; nil of a pipe.
  private func requireAnEnd(_ file: FileDescriptor) throws -> Int? {
    var status = stat()
    guard fstat(file.rawValue, &status) == 0 else { throw Errno(rawValue: errno) }
    let kind = status.st_mode & S_IFMT
    if kind == S_IFDIR { throw Errno.isDirectory }
    if kind == S_IFCHR || kind == S_IFBLK { throw Errno.noPlainFile }
    return kind == S_IFREG ? Int(status.st_size) : nil
  }

  /// The comparisons in pairs alone; nil, with nothing lost, where the format is none to be read
  /// so.
  private func pairs(
    _ pieces: inout FilePieces, _ policy: ReadingPolicy
  ) throws -> PairwiseElection? {
    let first = try pieces.first()
    guard first.first(where: { $0 > 0x20 }) != UInt8(ascii: "{") else { return nil }
    let file = pieces
    switch BallotFormat(content: first, name: path ?? "") {
    case .blt: return try PairwiseElection(blt: file.reading(), policy: policy)
    case .preflib where !isCategories(first):
      return try PairwiseElection(prefLib: file.reading(), name: path ?? "", policy: policy)
    default: return nil
    }
  }

  private func isCategories(_ first: [UInt8]) -> Bool {
    String(decoding: first.prefix(65_536), as: UTF8.self).split(separator: "\n").contains {
      $0.hasPrefix("# DATA TYPE") && $0.contains("cat")
    } || path?.lowercased().hasSuffix(".cat") == true
  }

  /// The election of a table, read piece by piece; nil, with nothing lost, where the file is none.
  private func table(
    _ pieces: inout FilePieces, _ reader: BallotFile, isAsked: Bool
  ) throws -> Election? {
    let first = try pieces.first()
    guard first.first(where: { $0 > 0x20 }) != UInt8(ascii: "{"),
      BallotFormat(content: first, name: path ?? "") == .csv
    else { return nil }
    let file = pieces
    do {
      return try reader.csv.election(reading: file.reading(), policy: reader.policy)
    } catch let fault as ReadingFault where fault.expected == .shape && !isAsked {
      throw saysNothing
    }
  }

  private var saysNothing: Problem {
    Problem(
      "“\(name)” doesn't say what its cells mean.",
      hint: "Name a method with --method, or the cells with --ballots.", isUsage: true)
  }

  private func election(
    _ bytes: [UInt8], _ reader: BallotFile, isAsked: Bool
  ) throws(Problem) -> Election {
    do {
      return try reader.read(bytes, name: path ?? "")
    } catch {
      if error.expected == .shape, !isAsked {
        throw saysNothing
      }
      throw Problem(error, in: name)
    }
  }

  /// The ballots of a poll's bundle, to be counted as the poll says unless asked otherwise; nil
  /// where the file is something else.
  private func bundled(_ bytes: [UInt8]) throws(Problem) -> TallyBallots? {
    guard bytes.first(where: { $0 > 0x20 }) == UInt8(ascii: "{"),
      BallotFormat(content: bytes, name: path ?? "") != .abif
    else { return nil }
    let bundle: PollBundle
    do throws(BundleFault) {
      bundle = try PollBundle(reading: bytes)
    } catch {
      throw Problem(
        "\(name): this is no whole bundle of a poll: \(error.message)",
        hint: "charrette audit \(name) tells what is wrong with it.")
    }
    do throws(PollCountFault) {
      let count = bundle.recount
      if let election = try count.election() { return .poll(count, election) }
    } catch {
      throw Problem("\(name): \(error.message)")
    }
    throw Problem("\(name): the poll has no question that is counted.")
  }
}

extension Problem {
  /// Why a file can't be read: file, line, what was expected.
  init(_ fault: ReadingFault, in file: String) {
    self.init(
      "\(file):\(fault.line)\(fault.position.map { ":\($0)" } ?? ""): \(fault.detail)",
      hint: fault.hint, isUsage: fault.isUsage)
  }

  /// Why an election can't be counted as asked; `line` is that of the ballot which it is about.
  init(_ fault: CountFault, in file: String, line: Int? = nil) {
    let place = line.map { "\(file):\($0)" } ?? file
    self.init("\(place): \(fault.message(line: line))", hint: fault.hint, isUsage: fault.isUsage)
  }
}

/// An election of which only the comparisons in pairs are kept: enough for the methods that are
/// counted from them (`PairwiseMethod`), and as much for a million ballots as for ten.
///
/// ```swift
/// let election = try PairwiseElection(prefLib: { try file.read(upToCount: 1 << 18) })
/// let outcome = try Schulze().tally(election.matrix, candidates: election.candidates)
/// ```
///
/// The caller hands the file over piece by piece, of any size and cut anywhere; this library never
/// touches a file. A piece of some hundred thousand bytes is a good size. What is read, and what is
/// faulty on which line, is the same as when `BallotFile` reads the whole.
public struct PairwiseElection: Hashable, Sendable {
  /// The name of the election; empty if it has none.
  public var title: String
  /// Who can be ranked, without the withdrawn.
  public var candidates: [Candidate]
  /// How many voters prefer each of them to each other one.
  public var matrix: PairwiseMatrix
  /// How many are to be elected, where the file says so.
  public private(set) var seats: Int?
  /// Who stands in the file but may not be elected.
  public private(set) var withdrawn: [Candidate] = []
  /// How the file was read.
  public var reading: Reading
  /// How many decimals the numbers of voters have, which the matrix counts in such parts.
  var voteDecimals = 0

  /// Reads a PrefLib file as `PrefLib` does.
  ///
  /// - Parameters:
  ///   - name: the file's name, whose ending says what older files don't say of themselves.
  ///   - next: the file's next bytes, nil at its end. It is called until then, or until a fault is
  ///     found, and never again.
  /// - Throws: `ReadingFault`, or what `next` throws.
  public init(
    prefLib next: @escaping () throws -> [UInt8]?, name: String = "",
    policy: ReadingPolicy = ReadingPolicy()
  ) throws {
    self = try Self.reading(next) { (cursor) throws(ReadingFault) in
      var reader = try PrefLibReader(cursor, name: name, policy: policy, keepsLines: false)
      let head = reader.head
      var counter = PairwiseCounter(candidates: head.candidates.count)
      try reader.read(into: &counter)
      return Self(
        title: head.title, candidates: head.candidates, matrix: counter.finish(),
        reading: reader.reading)
    }
  }

  /// Reads a BLT file as `BLT` does.
  ///
  /// - Parameter next: the file's next bytes, nil at its end. It is called until then, or until a
  ///   fault is found, and never again.
  /// - Throws: `ReadingFault`, or what `next` throws.
  public init(
    blt next: @escaping () throws -> [UInt8]?, policy: ReadingPolicy = ReadingPolicy()
  ) throws {
    self = try Self.reading(next) { (cursor) throws(ReadingFault) in
      var reader = BLTReader(cursor, policy: policy, keepsLines: false)
      var (election, counter) = try reader.read(into: PairwiseCounter.init(candidates:))
      var result = Self(
        title: election.title, candidates: election.ballots.candidates, matrix: counter.finish(),
        reading: election.reading)
      (result.seats, result.withdrawn) = (election.seats, election.withdrawn)
      result.voteDecimals = election.voteDecimals
      return result
    }
  }

  private init(
    title: String, candidates: [Candidate], matrix: PairwiseMatrix, reading: Reading
  ) {
    (self.title, self.candidates, self.matrix) = (title, candidates, matrix)
    self.reading = reading
  }

  /// Reads; whatever becomes of it, a file that could not be read on comes first.
  private static func reading(
    _ next: @escaping () throws -> [UInt8]?, _ read: (ByteCursor) throws(ReadingFault) -> Self
  ) throws -> Self {
    let source = CSVSource(next)
    let pieces = LinePieces(source.piece)
    let result = Result { () throws(ReadingFault) in try read(ByteCursor(pieces)) }
    if let error = source.failure { throw error }
    var election = try result.get()
    if source.isUTF16 { election.reading.encoding = .utf16 }
    pieces.decoded.tell(&election.reading)
    return election
  }
}

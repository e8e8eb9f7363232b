public import ExerciseProtocol

/// What a voter takes away to check with: the first 110 bits of their ballot's commitment and, with
/// ``ReceiptKind/full``, the nonce. What it can't promise is told in ``Promises``.
public struct Receipt: Hashable, Sendable {
  public let poll: PollID
  /// 22 symbols of five bits and two checks.
  private let mark: CheckedSymbols
  /// 32 bytes, in a full receipt.
  public let nonce: [UInt8]?

  /// The receipt for a ballot; nil where the poll gives none.
  public init?(_ kind: ReceiptKind, for sealed: SealedBallot, in poll: PollID) {
    guard kind != .none else { return nil }
    self.poll = poll
    mark = Self.mark(of: sealed.commitment)
    nonce = kind == .full ? sealed.nonce : nil
  }

  private static func mark(of commitment: Fingerprint) -> CheckedSymbols {
    CheckedSymbols(data: Array(CheckedSymbols.symbols(of: commitment.bytes).prefix(22)))
  }

  /// One line: the poll's id, a space, six groups of four letters and digits; in a full receipt
  /// another space and fourteen groups. Read as forgivingly as a ``BallotCode``.
  public var text: String {
    let halves = nonce.map { nonce in
      let symbols = CheckedSymbols.symbols(of: nonce)
      return [symbols[..<26], symbols[26...]].map { CheckedSymbols(data: Array($0)).text }
    }
    return "\(poll) \(mark.text)" + (halves.map { " " + $0.joined(separator: "-") } ?? "")
  }

  /// Reads a receipt as somebody typed it.
  public init(reading text: String) throws(ReceiptFault) {
    let words = text.split(maxSplits: 1, whereSeparator: \.isWhitespace)
    guard words.count == 2 else { throw .noPoll }
    poll = PollID(words[0].lowercased())
    guard PollTerms.isID(poll) else { throw .noPoll }
    do throws(CheckedSymbols.Fault) {
      let symbols = try CheckedSymbols.symbols(in: words[1])
      guard symbols.count == 24 || symbols.count == 24 + 56 else {
        throw .wrongLength(symbols.count)
      }
      mark = try CheckedSymbols(checking: Array(symbols[..<24]))
      let halves = try [24..<52, 52..<80].filter { $0.upperBound <= symbols.count }
        .map { range throws(CheckedSymbols.Fault) in
          try CheckedSymbols(checking: Array(symbols[range]))
        }
      nonce = halves.isEmpty ? nil : CheckedSymbols.bytes(of: halves.flatMap(\.data))
      if !halves.isEmpty, nonce == nil { throw .mistyped }
    } catch {
      switch error {
      case .unknownCharacter(let character): throw .unknownCharacter(character)
      case .wrongLength(let count): throw .wrongLength(count)
      case .mistyped: throw .mistyped
      }
    }
  }

  /// Whether this is the receipt of a ballot with that commitment.
  public func matches(_ commitment: Fingerprint) -> Bool { mark == Self.mark(of: commitment) }
}

/// Why a text is no receipt.
public enum ReceiptFault: Error, Hashable, Sendable {
  /// It does not begin with a poll's id and a space.
  case noPoll
  case unknownCharacter(Character)
  /// So many letters and digits, where 24 or 80 are needed.
  case wrongLength(Int)
  case mistyped
}

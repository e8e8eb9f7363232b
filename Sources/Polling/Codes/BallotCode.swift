public import ExerciseProtocol

/// A single-use code that lets whoever holds it cast one ballot: 130 random bits, printed as 28
/// letters and digits in groups of four, `7K2M-…`, the last two of which are checks.
///
/// The codes are printed once and cut up; only their hashes are kept. A code on its own says
/// nothing of the poll, but its hash does, so a code of one poll is no code of another.
public struct BallotCode: Hashable, Sendable {
  private let checked: CheckedSymbols

  /// Letters and digits in a code, without dashes.
  public static let length = 28

  /// Draws a code.
  ///
  /// - Parameter generator: must not be predictable; the system's.
  public init(using generator: inout some RandomNumberGenerator) {
    checked = CheckedSymbols(
      data: (0..<Self.length - 2).map { _ in UInt8.random(in: 0...31, using: &generator) })
  }

  /// Reads a code as somebody typed it: capital or small letters, with or without dashes and
  /// spaces, O for 0, I and L for 1.
  public init(reading text: String) throws(CodeFault) {
    do throws(CheckedSymbols.Fault) {
      let symbols = try CheckedSymbols.symbols(in: text)
      guard symbols.count == Self.length else { throw .wrongLength(symbols.count) }
      checked = try CheckedSymbols(checking: symbols)
    } catch {
      switch error {
      case .unknownCharacter(let character): throw .unknownCharacter(character)
      case .wrongLength(let count): throw .wrongLength(count)
      case .mistyped: throw .mistyped
      }
    }
  }

  /// As it is printed: `7K2M-9QXA-…`, seven groups of four.
  public var text: String { checked.text }

  /// What is kept of the code: SHA-256 of `charrette ballot code 1`, a zero byte, the poll's id, a
  /// zero byte, and the code's 28 capital letters and digits.
  public func hash(in poll: PollID) -> Fingerprint {
    let plain = text.utf8.filter { $0 != UInt8(ascii: "-") }
    return Fingerprint(.code, Array(poll.rawValue.utf8) + [0] + plain)
  }

  /// What is published of all codes before opening: SHA-256 of `charrette code list 1`, a zero
  /// byte, and the 32 bytes of each hash, in their order.
  public static func digest(of hashes: [Fingerprint]) -> Fingerprint {
    Fingerprint(.codeList, hashes.sorted().flatMap(\.bytes))
  }
}

/// Why a text is no code. That a code is well formed says nothing of whether it is valid: all that
/// could tell one voter from another is the box's to say.
public enum CodeFault: Error, Hashable, Sendable {
  case unknownCharacter(Character)
  /// So many letters and digits, where ``BallotCode/length`` are needed.
  case wrongLength(Int)
  /// The checks don't hold: at least one letter or digit is wrong.
  case mistyped
}

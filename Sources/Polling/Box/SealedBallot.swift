public import ExerciseProtocol
internal import Platform

/// A ballot as it lies in the box: with 32 random bytes, so that its commitment can be shown
/// without anybody guessing what is on it.
public struct SealedBallot: Hashable, Sendable {
  /// 32 random bytes.
  public let nonce: [UInt8]
  public let ballot: Ballot
  /// SHA-256 of `charrette ballot 1`, a zero byte, the nonce and ``Ballot/canonicalBytes``.
  public let commitment: Fingerprint

  /// A ballot with its nonce; nil where that has not 32 bytes.
  public init?(_ ballot: Ballot, nonce: [UInt8]) {
    guard nonce.count == 32 else { return nil }
    self.init(unchecked: ballot, nonce)
  }

  /// Seals what was filled in on `paper`, in its canonical form.
  ///
  /// - Parameter generator: must not be predictable; the system's.
  public init(
    sealing ballot: Ballot, on paper: Paper, using generator: inout some RandomNumberGenerator
  ) {
    self.init(unchecked: ballot.canonical(on: paper), .random(32, using: &generator))
  }

  private init(unchecked ballot: Ballot, _ nonce: [UInt8]) {
    (self.ballot, self.nonce) = (ballot, nonce)
    commitment = Fingerprint(.ballot, nonce + ballot.canonicalBytes)
  }
}

extension SealedBallot: JSONRepresentable {
  public var json: JSONValue {
    ["nonce": .string(nonce.hexadecimal), "ballot": ballot.json]
  }

  public init(_ reader: JSONReader) throws(JSONShapeError) {
    let nonce = try reader.required("nonce")
    guard let bytes = [UInt8](hexadecimal: try nonce.string()),
      let sealed = try SealedBallot(Ballot(reader.required("ballot")), nonce: bytes)
    else { throw nonce.mismatch("64 lower-case hexadecimal digits") }
    self = sealed
  }
}

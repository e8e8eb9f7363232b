public import ExerciseProtocol
internal import Platform

/// What a poll keeps to itself while it is open; gone when it has been counted.
public struct PollSecrets: Hashable, Sendable {
  public let tie: TieSeed
  /// The hashes of all codes, in order; none where people vote by name.
  public let codeHashes: [Fingerprint]

  public init(tie: TieSeed, codeHashes: [Fingerprint] = []) {
    (self.tie, self.codeHashes) = (tie, codeHashes.sorted())
  }

  /// Whether these are the secrets that the terms committed to.
  public func belong(to terms: PollTerms) -> Bool {
    guard tie.commitment == terms.tieCommitment else { return false }
    switch terms.identification {
    case .names: return codeHashes.isEmpty
    case .codes(let count, let digest):
      return codeHashes.count == count && BallotCode.digest(of: codeHashes) == digest
    }
  }
}

extension PollSecrets: JSONRepresentable {
  public var json: JSONValue {
    ["tie": .string(tie.secret.hexadecimal), "codes": .list(codeHashes)]
  }

  public init(_ reader: JSONReader) throws(JSONShapeError) {
    let tie = try reader.required("tie")
    guard let seed = [UInt8](hexadecimal: try tie.string()).flatMap(TieSeed.init(secret:)) else {
      throw tie.mismatch("64 lower-case hexadecimal digits")
    }
    self.init(tie: seed, codeHashes: try reader.list("codes", Fingerprint.init))
  }
}

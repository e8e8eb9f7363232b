/// The lot that breaks ties, drawn so that nobody can steer it: a secret that the host draws and
/// commits to before opening, mixed with words that the room says after closing. Whoever knows the
/// secret doesn't know the words yet; whoever says the words doesn't know the secret.
public struct TieSeed: Hashable, Sendable {
  /// 32 bytes, known to the host alone until the poll is counted.
  public let secret: [UInt8]

  /// Takes 32 bytes as they are; nil where there are more or fewer.
  public init?(secret: [UInt8]) {
    guard secret.count == 32 else { return nil }
    self.secret = secret
  }

  /// Draws a secret.
  public init(using generator: inout some RandomNumberGenerator) {
    secret = .random(32, using: &generator)
  }

  /// What is published before opening: SHA-256 of `charrette tie secret 1`, a zero byte and the
  /// secret.
  public var commitment: Fingerprint { Fingerprint(.tieSecret, secret) }

  /// The seed for the rule `lot:SEED`, from 0 to 2⁴⁸ − 1: the first six bytes, the highest first,
  /// of SHA-256 of `charrette tie seed 1`, a zero byte, the secret's 32 bytes and the normalised
  /// words in UTF-8.
  public func seed(mixedWith words: String) -> UInt64 {
    let mixed = Fingerprint(.tieSeed, secret + Array(Self.normalised(words).utf8))
    return mixed.bytes.prefix(6).reduce(0) { $0 << 8 | UInt64($1) }
  }

  /// The words as they are mixed in: every letter lower-case (Unicode's default mapping), and every
  /// run of characters that are neither letters nor digits one space; none at either end. A letter
  /// with a mark is taken in the form in which it was typed. “ Môr,  Glas! ” is “môr glas”.
  public static func normalised(_ words: String) -> String {
    words.lowercased().split { !$0.isLetter && !$0.isNumber }.joined(separator: " ")
  }
}

internal import CSodium
internal import Platform

/// The public half of a pair of Ed25519 keys (RFC 8032): who can check what the other half signed.
///
/// Its file is two lines: `charrette-public-key 1`, and 64 hexadecimal digits.
package struct PublicKey: Hashable, Sendable {
  /// 64 hexadecimal digits.
  package let text: String

  static let size = 32
  static let header = "charrette-public-key 1"

  /// The digits alone, as they stand on a command line and in a signature.
  package init?(_ text: some StringProtocol) {
    guard [UInt8](hexadecimal: text, count: PublicKey.size) != nil else { return nil }
    self.text = String(text)
  }

  fileprivate init(bytes: [UInt8]) { text = bytes.hexadecimal }

  /// What is in the file of a key.
  package init?(file: [UInt8]) {
    guard let digits = file.line(after: PublicKey.header) else { return nil }
    self.init(digits)
  }

  package var file: [UInt8] { Array("\(PublicKey.header)\n\(text)\n".utf8) }

  /// As it is shown beside a name: enough to tell two keys apart, not enough to trust one by.
  package var short: String { "\(text.prefix(8))…\(text.suffix(8))" }

  func verifies(_ signature: [UInt8], of bytes: [UInt8]) -> Bool {
    guard let key = [UInt8](hexadecimal: text, count: PublicKey.size),
      signature.count == Int(crypto_sign_BYTES)
    else { return false }
    return crypto_sign_verify_detached(signature, bytes, UInt64(bytes.count), key) == 0
  }
}

/// The private half. Its file, which nobody else may read, is two lines: `charrette-private-key 1`,
/// and 64 hexadecimal digits.
package struct PrivateKey: Sendable {
  private let seed: [UInt8]

  static let header = "charrette-private-key 1"

  /// A new one, by the system's own chance.
  package init() {
    var seed = [UInt8](repeating: 0, count: Int(crypto_sign_SEEDBYTES))
    randombytes_buf(&seed, seed.count)
    self.seed = seed
  }

  /// What is in the file of a key.
  package init?(file: [UInt8]) {
    guard let digits = file.line(after: PrivateKey.header),
      let seed = [UInt8](hexadecimal: digits, count: 32)
    else { return nil }
    self.seed = seed
  }

  package var file: [UInt8] { Array("\(PrivateKey.header)\n\(seed.hexadecimal)\n".utf8) }

  package var publicKey: PublicKey { PublicKey(bytes: pair.publicKey) }

  func sign(_ bytes: [UInt8]) -> [UInt8] {
    var signature = [UInt8](repeating: 0, count: Int(crypto_sign_BYTES))
    crypto_sign_detached(&signature, nil, bytes, UInt64(bytes.count), pair.secretKey)
    return signature
  }

  /// As libsodium holds a pair: the second half with the first behind it.
  private var pair: (publicKey: [UInt8], secretKey: [UInt8]) {
    var publicKey = [UInt8](repeating: 0, count: Int(crypto_sign_PUBLICKEYBYTES))
    var secretKey = [UInt8](repeating: 0, count: Int(crypto_sign_SECRETKEYBYTES))
    crypto_sign_seed_keypair(&publicKey, &secretKey, seed)
    return (publicKey, secretKey)
  }
}

extension [UInt8] {
  /// The second of two lines, where the first is `header` and there is nothing else.
  fileprivate func line(after header: String) -> String? {
    guard count <= 4096, let text = String(validating: self, as: UTF8.self) else { return nil }
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    guard lines.count == 3, lines[0] == header, lines[2].isEmpty else { return nil }
    return String(lines[1])
  }
}

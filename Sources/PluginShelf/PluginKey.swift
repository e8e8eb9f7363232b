internal import Crypto
internal import Platform

#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

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
    guard let bytes = [UInt8](hexadecimal: text, count: PublicKey.size),
      (try? Curve25519.Signing.PublicKey(rawRepresentation: bytes)) != nil
    else { return nil }
    self.text = String(text)
  }

  /// What is in the file of a key.
  package init?(file: [UInt8]) {
    guard let digits = file.line(after: PublicKey.header) else { return nil }
    self.init(digits)
  }

  package var file: [UInt8] { Array("\(PublicKey.header)\n\(text)\n".utf8) }

  /// As it is shown beside a name: enough to tell two keys apart, not enough to trust one by.
  package var short: String { "\(text.prefix(8))…\(text.suffix(8))" }

  func verifies(_ signature: [UInt8], of bytes: [UInt8]) -> Bool {
    guard let raw = [UInt8](hexadecimal: text, count: PublicKey.size),
      let key = try? Curve25519.Signing.PublicKey(rawRepresentation: raw)
    else { return false }
    return key.isValidSignature(signature, for: bytes)
  }
}

/// The private half. Its file, which nobody else may read, is two lines: `charrette-private-key 1`,
/// and 64 hexadecimal digits.
package struct PrivateKey: Sendable {
  private let seed: [UInt8]

  static let header = "charrette-private-key 1"

  /// A new one, by the system's own chance.
  package init() { seed = Array(Curve25519.Signing.PrivateKey().rawRepresentation) }

  /// What is in the file of a key.
  package init?(file: [UInt8]) {
    guard let digits = file.line(after: PrivateKey.header),
      let seed = [UInt8](hexadecimal: digits, count: 32)
    else { return nil }
    self.seed = seed
  }

  package var file: [UInt8] { Array("\(PrivateKey.header)\n\(seed.hexadecimal)\n".utf8) }

  package var publicKey: PublicKey? {
    let key = try? Curve25519.Signing.PrivateKey(rawRepresentation: seed)
    return key.flatMap { PublicKey(Array($0.publicKey.rawRepresentation).hexadecimal) }
  }

  func sign(_ bytes: [UInt8]) -> [UInt8]? {
    let key = try? Curve25519.Signing.PrivateKey(rawRepresentation: seed)
    return (try? key?.signature(for: bytes)).map { Array($0) }
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

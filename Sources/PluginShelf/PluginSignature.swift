internal import Platform

/// Somebody's word for a bundle, apart from it: an Ed25519 signature (RFC 8032).
///
/// The file is four lines, each ended by a newline:
///
///     charrette-signature 1
///     key <64 hexadecimal digits>
///     digest <64 hexadecimal digits: PluginBundle.digest>
///     signature <128 hexadecimal digits>
///
/// What is signed is the first three lines, so that neither the format nor the key can be swapped.
package struct PluginSignature: Hashable, Sendable {
  package let key: PublicKey
  /// The bundle that it is for.
  package let digest: String
  private let signature: [UInt8]

  private static let header = "charrette-signature 1"
  private static let signatureSize = 64

  package init(signing digest: String, with key: PrivateKey) {
    self.key = key.publicKey
    self.digest = digest
    signature = key.sign(Array(PluginSignature.signedText(self.key, digest).utf8))
  }

  /// What is in the file of a signature; nil where that is anything else, even by a byte.
  package init?(file: [UInt8]) {
    guard file.count <= 4096, let text = String(validating: file, as: UTF8.self) else {
      return nil
    }
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    guard lines.count == 5, lines[0] == PluginSignature.header, lines[4].isEmpty,
      let key = lines[1].value(of: "key").flatMap({ PublicKey($0) }),
      let digest = lines[2].value(of: "digest").flatMap({ [UInt8](hexadecimal: $0, count: 32) }),
      let signature = lines[3].value(of: "signature").flatMap({
        [UInt8](hexadecimal: $0, count: PluginSignature.signatureSize)
      })
    else { return nil }
    self.key = key
    self.digest = digest.hexadecimal
    self.signature = signature
  }

  package var file: [UInt8] {
    Array((PluginSignature.signedText(key, digest) + "signature \(signature.hexadecimal)\n").utf8)
  }

  /// Whether the key's owner signed this digest; whether that is the bundle's is asked apart.
  package var isGood: Bool {
    key.verifies(signature, of: Array(PluginSignature.signedText(key, digest).utf8))
  }

  private static func signedText(_ key: PublicKey, _ digest: String) -> String {
    "\(header)\nkey \(key.text)\ndigest \(digest)\n"
  }
}

extension Substring {
  /// What stands after `name` and one blank.
  fileprivate func value(of name: String) -> Substring? {
    hasPrefix(name + " ") ? dropFirst(name.count + 1) : nil
  }
}

import PluginShelf
import Testing

@Suite struct SignatureTests {
  private static let digest = String(repeating: "0123456789abcdef", count: 4)

  private func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }

  /// RFC 8032, section 7.1, test 1.
  private func knownKey() throws -> PrivateKey {
    try #require(
      PrivateKey(
        file: bytes(
          """
          charrette-private-key 1
          9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60

          """)))
  }

  @Test func `the public half of a known key`() throws {
    let key = try knownKey()
    #expect(
      key.publicKey.text == "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a")
  }

  /// As `openssl pkeyutl -sign -rawin` of OpenSSL 3.0 signs the same lines.
  @Test func `a known key's signature of a known digest`() throws {
    let file = String(
      decoding: PluginSignature(signing: Self.digest, with: try knownKey()).file, as: UTF8.self)
    #expect(
      file.hasSuffix(
        """
        signature 7e73c6d402ad5547cde548ab19c6a3898337f02ea668d26cb9e4fd62ae2ee97d\
        0ddf361ed38083c301a93c2f6486891cd64270c47d6a168364d7132f1de56c08

        """))
  }

  @Test func `keys and signatures survive their files`() throws {
    let key = PrivateKey()
    let publicKey = key.publicKey
    #expect(PrivateKey(file: key.file)?.publicKey == publicKey)
    #expect(PublicKey(file: publicKey.file) == publicKey)
    #expect(PublicKey(publicKey.text) == publicKey)
    let signature = PluginSignature(signing: Self.digest, with: key)
    #expect(PluginSignature(file: signature.file) == signature)
    #expect(signature.isGood && signature.key == publicKey && signature.digest == Self.digest)
  }

  @Test func `a signature with any byte changed is none, or is false`() throws {
    let signature = PluginSignature(signing: Self.digest, with: PrivateKey())
    let file = signature.file
    for index in file.indices {
      for bit in [0, 1, 5] {
        var changed = file
        changed[index] ^= 1 << bit
        let read = PluginSignature(file: changed)
        #expect(read?.isGood != true, "byte \(index)")
      }
    }
    for length in [0, 10, file.count - 1] {
      #expect(PluginSignature(file: Array(file.prefix(length))) == nil)
    }
    #expect(PluginSignature(file: file + file) == nil)
    #expect(PluginSignature(file: file + [0x0A]) == nil)
  }

  @Test func `another's key under one's own signature is false`() throws {
    let (mine, other) = (PrivateKey(), PrivateKey())
    let signature = PluginSignature(signing: Self.digest, with: mine)
    let text = String(decoding: signature.file, as: UTF8.self)
    let (from, to) = (mine.publicKey, other.publicKey)
    let swapped = text.replacing(from.text, with: to.text)
    #expect(PluginSignature(file: bytes(swapped))?.isGood == false)
  }

  @Test(arguments: ["", "x", "charrette-public-key 1\n", "charrette-public-key 2\nDIGITS\n"])
  func `what is no key`(text: String) {
    let text = text.replacing("DIGITS", with: String(repeating: "0", count: 64))
    #expect(PublicKey(file: bytes(text)) == nil)
    #expect(PrivateKey(file: bytes(text)) == nil)
    #expect(PublicKey(text) == nil)
  }
}

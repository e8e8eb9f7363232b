import Hashing
import Platform
import SystemPackage
import TerminalTesting
import Testing

@Suite struct HexadecimalTests {
  @Test func bytesGoThereAndBack() {
    let bytes = (0...255).map { UInt8($0) }
    #expect(bytes.hexadecimal.hasPrefix("000102") && bytes.hexadecimal.hasSuffix("fdfeff"))
    #expect([UInt8](hexadecimal: bytes.hexadecimal, count: 256) == bytes)
    #expect([UInt8](hexadecimal: "") == [])
  }

  @Test(arguments: ["0", "0G", "AB", "0 ", "é"])
  func anythingElseIsNone(text: String) {
    #expect([UInt8](hexadecimal: text) == nil)
    #expect([UInt8](hexadecimal: "0011", count: 3) == nil)
  }

  @Test func theWordOfSixteenDigitsIsReadAtOnce() {
    for value in [0, 1, 0x0123_4567_89AB_CDEF, UInt64.max] {
      var digits: [UInt8] = []
      digits.appendHex(value)
      #expect(digits.withUnsafeBytes { $0.hexWord(at: 0) } == value)
      digits[7] = UInt8(ascii: "A")
      #expect(digits.withUnsafeBytes { $0.hexWord(at: 0) } == nil)
    }
  }

  /// FIPS 180-4's own example, and the digest of nothing.
  @Test func digestsAreThoseOfTheStandard() throws {
    let abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    #expect(Digest.of(Array("abc".utf8)).description == abc)
    #expect(Digest(abc) == Digest.of(Array("abc".utf8)))
    #expect(Digest.of(Array("abc".utf8)).bytes.hexadecimal == abc)
    #expect(
      Digest.of([]).description
        == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
    let folder = try TemporaryFolder()
    try folder.write("abc", to: "file")
    #expect(try Digest.ofFile(folder["file"]).description == abc)
    #expect(throws: Errno.noSuchFileOrDirectory) { try Digest.ofFile(folder["none"]) }
  }
}

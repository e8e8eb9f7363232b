import ExerciseProtocol
import Testing

@Suite struct FrameReaderTests {
  private func header(_ length: Int) -> [UInt8] {
    (0..<4).map { UInt8(truncatingIfNeeded: length >> (8 * $0)) }
  }

  @Test(arguments: 1...9) func `a frame may come in any pieces`(size: Int) throws {
    let bytes = header(5) + Array("hello".utf8)
    var reader = FrameReader()
    for start in stride(from: 0, to: bytes.count, by: size) {
      #expect(try reader.message() == nil)
      reader.append(bytes[start..<min(bytes.count, start + size)])
    }
    #expect(try reader.message() == Array("hello".utf8))
    reader.clear(keptCapacity: 0)
    #expect(try reader.message() == nil)
  }

  @Test func `an empty frame is a message`() throws {
    var reader = FrameReader()
    reader.append(header(0))
    #expect(try reader.message() == [])
  }

  @Test(arguments: [Frame.limit + 1, 1 << 30, Int(UInt32.max)])
  func `a length past the limit is refused before anything comes`(length: Int) {
    var reader = FrameReader()
    reader.append(header(length))
    #expect(throws: FrameReader.Fault.tooLong) { try reader.message() }
  }

  @Test func `what comes after the message is told`() {
    var reader = FrameReader()
    reader.append(header(1) + [0x31, 0x32, 0x33])
    #expect(throws: FrameReader.Fault.excess(2)) { try reader.message() }
  }
}

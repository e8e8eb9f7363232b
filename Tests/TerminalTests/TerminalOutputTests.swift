import Foundation
import Glibc
import SystemPackage
import Terminal
import Testing

@Suite struct TerminalOutputTests {
  @Test func everyByteArrivesThroughAFullNonBlockingPipe() throws {
    let pipe = try FileDescriptor.pipe()
    #expect(fcntl(pipe.writeEnd.rawValue, F_SETFL, O_NONBLOCK) == 0)
    let text = String(repeating: "Every byte. ", count: 100_000)
    // On a thread of its own: other tests may hold all that tasks have.
    Thread.detachNewThread {
      try? TerminalOutput(pipe.writeEnd).write(text)
      try? pipe.writeEnd.close()
    }
    var count = 0
    var buffer = [UInt8](repeating: 0, count: 5000)
    while case let got = read(pipe.readEnd.rawValue, &buffer, buffer.count), got > 0 {
      count += got
    }
    #expect(count == text.utf8.count)
    try pipe.readEnd.close()
  }

  @Test func whatCannotBeWrittenIsTold() throws {
    #expect(throws: Errno.noSpace) {
      let full = try FileDescriptor.open("/dev/full", .writeOnly)
      defer { try? full.close() }
      try TerminalOutput(full).write("x")
    }
  }
}

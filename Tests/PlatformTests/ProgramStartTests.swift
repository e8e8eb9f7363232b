import Glibc
import Platform
import SystemPackage
import Testing

@Suite struct ProgramStartTests {
  /// What a program of the shell writes to its descriptor 5.
  private func output(of script: String, _ change: (inout ProgramStart) -> Void = { _ in }) throws
    -> (text: String, ending: ProcessEnding)
  {
    let ends = try FileDescriptor.pipe(options: .closeOnExec)
    var start = ProgramStart("/bin/sh", ["sh", "-c", script])
    start.descriptors = [(ends.writeEnd.rawValue, 5)]
    change(&start)
    let process = try start.start()
    try ends.writeEnd.close()
    let file = OpenFile(ends.readEnd)
    var text: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 4096)
    while case let count = read(file.descriptor.rawValue, &chunk, chunk.count), count > 0 {
      text += chunk[..<count]
    }
    return (String(decoding: text, as: UTF8.self), ProcessEnding(of: process))
  }

  @Test func itGetsTheDescriptorsThatAreNamedAndReadsNothing() throws {
    let done = try output(of: "cat; echo $0 $1 >&5; exit 3") {
      $0.arguments += ["and", "so"]
    }
    #expect(done.text == "and so\n")
    #expect(done.ending == .exited(3))
  }

  @Test func itsEnvironmentIsOursOrThatWhichIsNamed() throws {
    #expect(try output(of: "echo \"$PATH\" >&5").text != "\n")
    let named = try output(of: "echo \"$ONE-$HOME\" >&5") { $0.environment = ["ONE=1"] }
    #expect(named.text == "1-\n")
  }

  @Test func howItEndsIsTold() throws {
    #expect(try output(of: "kill -TERM $$").ending == .killed(signal: SIGTERM))
    #expect(throws: Errno.noSuchFileOrDirectory) {
      try ProgramStart("/nowhere/program", ["program"]).start()
    }
  }

  @Test(arguments: [ProgramStart.Place.ours, .ownGroup, .ownSession])
  func keysReachItWhereItIsTold(place: ProgramStart.Place) throws {
    let script = "set -- $(cut -d' ' -f5,6 /proc/$$/stat); echo $(($1 == $$)) $(($2 == $$)) >&5"
    let done = try output(of: script) { $0.place = place }
    let expected =
      switch place {
      case .ours: "0 0\n"
      case .ownGroup: "1 0\n"
      case .ownSession: "1 1\n"
      }
    #expect(done.text == expected)
  }
}

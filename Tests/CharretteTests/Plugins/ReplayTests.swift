import Glibc
import TerminalTesting
import TestSupport
import Testing

/// From the crash in the room to the same crash at the author's desk.
@Suite struct ReplayTests {
  @Test func `the card names a file, and replay shows where it ends`() throws {
    let house = try House()
    let library = try #require(BuildProducts.library("misbehaving-plugin"))
    mkdir(house.folder["plugin"], 0o755)
    try house.write(try house.bytes(of: library), to: "plugin/libacting.so")
    chmod(house.folder["plugin/libacting.so"], 0o755)
    let failed = try house.run(
      ["--plugins", house.folder["plugin"]],
      input: "/new Day\n/agenda add acting Talk\n/start\n/answer\n/abort\n")
    #expect(failed.status == 1)
    let file = try #require(
      failed.errorText.firstMatch(of: /charrette plugin replay (\S+)/)?.output.1)
    #expect(file.hasPrefix(house.folder["state/charrette/crashes/"]))
    let replay = try house.plain(["plugin", "replay", String(file)])
    #expect(replay.status == 1)
    #expect(replay.text.contains("The plugin “acting” stopped unexpectedly (signal 6)."))
    #expect(replay.text.contains("{\"call\":\"open\""))
    #expect(replay.text.contains("Failed: At request "))
    let json = try house.plain(["plugin", "replay", String(file), "--format", "json"])
    #expect(json.text.split(separator: "\n").last?.contains("\"none\":") == true)
  }

  @Test func `what is no crash file says so`() throws {
    let house = try House()
    let done = try house.plain(["plugin", "replay", house.folder["none"]])
    #expect(done.status == 1)
    #expect(done.errorText.contains("can't be read."))
  }

  @Test func `a session can be traced into a file`() throws {
    let house = try House()
    let done = try house.run(
      ["--trace", house.folder["trace"]],
      input: "/new Day\n/agenda add discussion Talk\n/start\na card\n")
    #expect(done.status == 0, "\(done)")
    let trace = try #require(house.folder.read("trace"))
    #expect(trace.contains("\"request\":{\"call\":\"decide\""))
    #expect(trace.contains("\"reply\":{\"reply\":\"changes\""))
  }
}

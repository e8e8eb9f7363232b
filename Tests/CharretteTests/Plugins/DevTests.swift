import Glibc
import TerminalTesting
import TestSupport
import Testing

/// `charrette plugin dev`: save, and the activity goes on with the new code.
@Suite struct DevTests {
  private static let builds = Tool.make.isUsable
  private static let doesNotBuild = "\(Tool.make.fault): plugin dev is untested"

  private func made() throws -> (House, String) {
    let house = try House()
    let folder = house.folder["energy"]
    let done = try house.plain(
      ["plugin", "new", "energy-check", "--language", "c", "--directory", folder])
    guard done.status == 0 else { throw TerminalFailure("\(done)") }
    try house.write(
      Array("/new Trial\n/agenda add energy-check Awake?\n/start\n/time pause\n4\n".utf8),
      to: "energy/try.charrette")
    return (house, folder)
  }

  private func edit(_ house: House, _ old: String, _ new: String) throws {
    let text = String(
      decoding: try house.bytes(of: house.folder["energy/energy_check.c"]), as: UTF8.self)
    try #require(text.contains(old))
    try house.write(Array(text.replacing(old, with: new).utf8), to: "energy/energy_check.c")
  }

  @Test(.enabled(if: builds, "\(doesNotBuild)"))
  func `saved, built, in use, and nothing is lost`() throws {
    let (house, folder) = try made()
    let terminal = try house.terminal(["plugin", "dev", folder], columns: 100, rows: 40)
    try terminal.waitFor("Awake? 0:00, paused ›")
    try terminal.send("5\r")
    try terminal.waitFor("✓ Noted, without a name.")
    // What is being typed stays while all this goes on.
    try terminal.send("half a li")
    try edit(house, "\\\"Noted, without a name.\\\"", "\\\"Thank you.\\\"")
    try terminal.waitFor("✓ Built in ")
    try terminal.waitUntil("the line is back") { $0.text.hasSuffix("› half a li") }
    try terminal.send("\u{15}3\r")
    try terminal.waitFor("✓ Thank you.")
    try terminal.send("/show\r")
    try terminal.waitUntil("all three answers") { screen in
      screen.text.matches(of: /█ 1/).count >= 3
    }
  }

  @Test(.enabled(if: builds, "\(doesNotBuild)"))
  func `what can't be built leaves the one before`() throws {
    let (house, folder) = try made()
    let terminal = try house.terminal(["plugin", "dev", folder], columns: 100, rows: 40)
    try terminal.waitFor("Awake? 0:00, paused ›")
    try edit(house, "static int32_t handle", "static nonsense handle")
    try terminal.waitFor("the one before goes on.")
    try terminal.waitFor("error: unknown type name")
    try terminal.send("5\r")
    try terminal.waitFor("✓ Noted, without a name.")
    try edit(house, "static nonsense handle", "static int32_t handle")
    try terminal.waitFor("✓ Built in ")
  }

  @Test(.enabled(if: builds, "\(doesNotBuild)"))
  func `what can't be loaded leaves the one before`() throws {
    let (house, folder) = try made()
    let terminal = try house.terminal(["plugin", "dev", folder], columns: 100, rows: 40)
    try terminal.waitFor("Awake? 0:00, paused ›")
    try edit(house, "host->abi_major == CHARRETTE_ABI_MAJOR ? &plugin : NULL", "(void)host, NULL")
    try terminal.waitFor("could not be loaded")
    try terminal.waitFor("The one before goes on.")
    try terminal.send("5\r")
    try terminal.waitFor("✓ Noted, without a name.")
  }

  @Test func `a folder without sources says so`() throws {
    let house = try House()
    mkdir(house.folder["nothing"], 0o755)
    let terminal = try house.terminal(["plugin", "dev", house.folder["nothing"]])
    try terminal.waitFor("has no Package.swift, Makefile or Cargo.toml.")
    let done = try house.plain(["plugin", "dev", house.folder["nothing"]])
    #expect(done.status == 2)
    #expect(done.errorText.contains("This is for a terminal"))
  }
}

import Foundation
import TerminalTesting
import TestSupport
import Testing

/// Signatures and tampering, through the real program.
@Suite struct PluginTrustTests {
  /// Makes a key; gives the digits of its public half.
  private func key(_ house: PluginHouse, _ name: String) throws -> String {
    let made = try house.plugin(["keygen", house.house.folder[name]])
    guard made.status == 0 else { throw TerminalFailure("\(made)") }
    let file = try #require(house.house.folder.read("\(name).pub"))
    return file.split(separator: "\n").last.map(String.init) ?? ""
  }

  private func sign(_ house: PluginHouse, _ folder: String, _ key: String) throws {
    let done = try house.plugin(["sign", folder, "--key", house.house.folder[key]])
    guard done.status == 0 else { throw TerminalFailure("\(done)") }
  }

  @Test func `signed, named, required and trusted`() throws {
    let house = try PluginHouse()
    let folder = try house.plugin("energy")
    let digits = try key(house, "mine")
    #expect(house.house.folder.mode(of: "mine") == 0o600)
    #expect(try house.plugin(["keygen", house.house.folder["mine"]]).status == 1)
    let unsigned = try house.plugin(["install", folder, "--yes", "--require-signature"])
    #expect(unsigned.status == 1)
    #expect(unsigned.errorText.contains("The plugin is not signed, and a signature is required."))
    try sign(house, folder, "mine")
    let unknown = try house.plugin(["install", folder, "--yes", "--require-signature"])
    #expect(unknown.errorText.contains("signed by a key that nobody trusted here: \(digits)"))
    let other = try key(house, "other")
    let wrong = try house.plugin(["install", folder, "--yes", "--public-key", other])
    #expect(wrong.errorText.contains("signed by another key than the one you named"))
    #expect(try house.plugin(["trust", digits, "--name", "Ruth's team"]).status == 0)
    let done = try house.plugin(["install", folder, "--yes", "--require-signature"])
    #expect(done.status == 0, "\(done)")
    #expect(done.text.contains("signed by Ruth's team, whose key is trusted here"))
    #expect(try house.plugin(["info", "energy"]).text.contains("signed by Ruth's team"))
    #expect(try house.plugin(["trust"]).text.contains("seen with the plugin “energy”:"))
  }

  @Test(arguments: [0, 30, 100, 200, -2])
  func `one byte changed in the signature is refused and named`(offset: Int) throws {
    let house = try PluginHouse()
    let folder = try house.plugin("energy")
    _ = try key(house, "mine")
    try sign(house, folder, "mine")
    try house.tamper("\(folder).sig", at: offset)
    let done = try house.plugin(["install", folder, "--yes"])
    #expect(done.status == 1 && done.errorText.contains("signature"), "\(done)")
    #expect(try house.plugin(["list"]).text.contains("No plugin is installed."))
  }

  @Test(arguments: ["libenergy.so", "README.md", "Templates/day.yaml"])
  func `one byte changed in any signed file is refused`(name: String) throws {
    let house = try PluginHouse()
    let folder = try house.plugin("energy")
    mkdir("\(folder)/Templates", 0o755)
    for file in ["README.md", "Templates/day.yaml"] {
      try house.house.write(Array("some text".utf8), to: "new/energy/\(file)")
      chmod("\(folder)/\(file)", 0o644)
    }
    _ = try key(house, "mine")
    try sign(house, folder, "mine")
    try house.tamper("\(folder)/\(name)", at: -1)
    let done = try house.plugin(["install", folder, "--yes"])
    #expect(done.errorText.contains("The signature is not of these files"), "\(done)")
  }

  @Test func `another key than before is asked about, and yes to all is no yes to that`() throws {
    let house = try PluginHouse()
    var folder = try house.plugin("energy")
    _ = try key(house, "mine")
    let other = try key(house, "other")
    try sign(house, folder, "mine")
    #expect(try house.plugin(["install", folder, "--yes"]).status == 0)
    folder = try house.plugin("energy", version: "1.1.0")
    try sign(house, folder, "other")
    let refused = try house.plugin(["update", "energy", folder, "--yes"])
    #expect(refused.status == 1 && refused.errorText.contains("is by another one now"))
    let terminal = try house.pluginTerminal(["update", "energy", folder])
    try terminal.waitFor("Update it? All the same? [y/N]")
    #expect(terminal.screen.words.contains("was signed by the key"))
    try terminal.send("n\r")
    try terminal.waitFor("Nothing was installed")
    let named = try house.plugin(["update", "energy", folder, "--yes", "--public-key", other])
    #expect(named.status == 0, "\(named)")
    // And now without any.
    unlink("\(folder).sig")
    folder = try house.plugin("energy", version: "1.2.0")
    let gone = try house.plugin(["update", "energy", folder, "--yes"])
    #expect(gone.status == 1 && gone.errorText.contains("and is not signed now"))
    let allowed = try house.plugin(["update", "energy", folder, "--yes", "--allow-unsigned"])
    #expect(allowed.status == 0, "\(allowed)")
  }

  @Test func `a library that was changed is refused at once, and mended by an update`() throws {
    let house = try PluginHouse()
    let folder = try house.plugin("energy")
    #expect(try house.plugin(["install", folder, "--yes"]).status == 0)
    let library = try house.installedLibrary("energy")
    try house.tamper(library, at: -1)
    let seen = try house.run(["--json"], input: "/new Day\n/plugins\n")
    #expect(seen.text.contains("is no longer what was installed as “energy”"), "\(seen)")
    let used = try house.run(["Day"], input: "/agenda add energy\n")
    #expect(used.errorText.contains("There is no exercise “energy”."))
    let list = try house.plugin(["list"])
    #expect(list.status == 1 && list.words.contains("no longer what was installed as “energy”"))
    let mended = try house.plugin(["update", "energy", folder, "--yes"])
    #expect(mended.status == 0, "\(mended)")
    #expect(try house.run(["Day"], input: "/agenda add energy\n/start\n/show\n").status == 0)
  }

  @Test(arguments: [2, 100, -3]) func `a record that was changed is refused`(offset: Int) throws {
    let house = try PluginHouse()
    let folder = try house.plugin("energy")
    #expect(try house.plugin(["install", folder, "--yes"]).status == 0)
    try house.tamper("\(house.shelf)/energy/installed.json", at: offset)
    let words = "The record of the installed plugin “energy” is damaged; it is not used."
    #expect(try house.plugin(["list"]).words.contains(words))
    #expect(try house.plugin(["info", "energy"]).errorText.contains(words))
    #expect(
      try house.run(["--json"], input: "/new Day\n/plugins\n").text.contains("is damaged"))
    #expect(try house.plugin(["remove", "energy"]).status == 0)
    #expect(try house.plugin(["install", folder, "--yes"]).status == 0)
  }

  @Test func `what was copied there by hand is not used`() throws {
    let house = try PluginHouse()
    _ = try house.plugin("energy")
    try FileManager.default.createDirectory(
      atPath: house.shelf, withIntermediateDirectories: true,
      attributes: [.posixPermissions: 0o700])
    try FileManager.default.copyItem(
      atPath: house.house.folder["new/energy"], toPath: "\(house.shelf)/energy")
    let seen = try house.run(["--json"], input: "/new Day\n/plugins\n")
    #expect(seen.text.contains("it was put there, and not installed"), "\(seen)")
    #expect(try house.run(["Day"], input: "/agenda add energy\n").status == 1)
  }
}

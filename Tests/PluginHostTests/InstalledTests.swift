import ExerciseProtocol
import Foundation
import PluginHost
import PluginShelf
import Testing
import Workshop

/// What was installed is used as it was installed, or not at all.
@Suite struct InstalledTests {
  /// The words for the one thing that was passed over.
  private func passedOver(_ host: ExerciseHost) throws -> Problem {
    let item = try #require(host.passedOver.first)
    #expect(host.passedOver.count == 1 && host.status.isEmpty, "\(host.passedOver)")
    return item.problem
  }

  @Test func anInstalledPluginIsUsed() throws {
    let bench = try Workbench()
    try bench.install("energy")
    let host = bench.installedHost()
    #expect(host.passedOver == [])
    let reply = try host.ask(.act("answer"), of: .first, exercise: "energy") { .brief() }
    #expect(try Account(reply).folded == 3)
  }

  /// A library whose loading alone ends its process: had it been loaded, it would show.
  @Test func anAlteredLibraryIsNeverLoaded() throws {
    let bench = try Workbench()
    let library = try bench.install("energy")
    _ = bench.installedHost().exercises
    var bytes = try Data(contentsOf: URL(fileURLWithPath: library))
    bytes[bytes.count - 1] ^= 1
    try bytes.write(to: URL(fileURLWithPath: library))
    let host = bench.installedHost()
    #expect(
      try passedOver(host).message
        == "“\(library)” is no longer what was installed as “energy”; the plugin is not used.")
    #expect(host.exercises == [])
  }

  @Test func anAlteredTemplateIsNotOffered() throws {
    let bench = try Workbench()
    let library = try bench.install("energy", templates: ["a.yaml"])
    let template = (library as NSString).deletingLastPathComponent + "/Templates/a.yaml"
    #expect(bench.installedHost().templateFiles == [template])
    try Data("x".utf8).write(to: URL(fileURLWithPath: template))
    let host = bench.installedHost()
    #expect(host.templateFiles == [])
    #expect(host.passedOver.first?.path == template)
  }

  @Test func aDamagedRecordIsSaid() throws {
    let bench = try Workbench()
    try bench.install("energy")
    let record = URL(fileURLWithPath: "\(bench.shelf.path)/energy/installed.json")
    var bytes = try Data(contentsOf: record)
    bytes[30] ^= 1
    try bytes.write(to: record)
    let problem = try passedOver(bench.installedHost())
    #expect(
      problem.message
        == "The record of the installed plugin “energy” is damaged; it is not used.")
    #expect(problem.hint?.hasPrefix("charrette plugin remove energy") == true)
  }

  @Test func whatWasPutThereByHandIsNotUsed() throws {
    let bench = try Workbench()
    try bench.plugin("stray", in: "data/plugins/stray")
    #expect(
      try passedOver(bench.installedHost()).message
        == "\(bench.folder)/data/plugins/stray is not used: it was put there, and not installed.")
  }

  @Test func whatOthersCanReachIsNotUsed() throws {
    let bench = try Workbench()
    try bench.install("energy")
    chmod("\(bench.shelf.path)/energy", 0o777)
    #expect(
      bench.installedHost().passedOver == [
        PassedOver(path: "\(bench.shelf.path)/energy", reason: .writableByOthers)
      ])
  }

  /// The folder itself is closed, one above it is not.
  @Test func aFolderAboveCounts() throws {
    let bench = try Workbench()
    try bench.plugin("charrette-one", in: "open/closed")
    chmod("\(bench.folder)/open", 0o777)
    let expected = PassedOver(path: "\(bench.folder)/open", reason: .writableByOthers)
    let named = PluginFinder(folders: ["\(bench.folder)/open/closed"]).find()
    #expect(named.plugins == [] && named.passedOver == [expected])
    let beside = PluginFinder(executableFolder: "\(bench.folder)/open/closed").find()
    #expect(beside.plugins == [] && beside.passedOver == [expected])
  }

  /// A link in a closed folder leads to where everybody can write.
  @Test func aLinkIsWhatItLeadsTo() throws {
    let bench = try Workbench()
    let target = try bench.plugin("target", in: "open")
    let closed = try bench.plugin("real", in: "closed")
    chmod("\(bench.folder)/open", 0o777)
    symlink(target, "\(bench.folder)/closed/liblink.so")
    symlink("\(bench.folder)/closed", "\(bench.folder)/way")
    let found = PluginFinder(folders: ["\(bench.folder)/way"]).find()
    #expect(found.plugins.map(\.path) == [closed])
    #expect(
      found.passedOver == [PassedOver(path: "\(bench.folder)/open", reason: .writableByOthers)])
  }

  @Test func switchedOffSaysSoAndComesBackInTheSameHost() throws {
    let bench = try Workbench()
    try bench.install("energy")
    try bench.shelf.setEnabled(false, "energy")
    let host = bench.installedHost()
    #expect(host.exercises == [])
    let failure = failure {
      try host.ask(.view(.room), of: .first, exercise: "energy") { .brief() }
    }
    #expect(failure?.problem.message == "The plugin “energy” is switched off.")
    #expect(
      failure?.problem.hint
        == "Nothing is lost. charrette plugin enable energy, and then /plugins enable energy")
    try bench.shelf.setEnabled(true, "energy")
    try host.enable("energy")
    _ = try host.ask(.view(.room), of: .first, exercise: "energy") { .brief() }
  }

  /// The running host holds a library that the update took away.
  @Test func anUpdateIsFoundWhenThePluginIsEnabled() throws {
    let bench = try Workbench()
    let old = try bench.install("energy")
    let host = bench.installedHost()
    _ = try host.ask(.view(.room), of: .first, exercise: "energy") { .brief() }
    let new = try bench.install("energy")
    #expect(old != new)
    try host.enable("energy")
    #expect(host.status.map(\.path) == [new])
    _ = try host.ask(.view(.room), of: .first, exercise: "energy") { .brief() }
  }
}

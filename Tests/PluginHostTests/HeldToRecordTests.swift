import ExerciseProtocol
import Foundation
import Glibc
import Logging
import PluginHost
import PluginShelf
import Testing
import Workshop

/// What runs is what was shown when it was installed: its powers, and every file.
@Suite struct HeldToRecordTests {
  // MARK: Powers

  /// It declares an exercise, an importer and a section once it lies where plugins are installed.
  @Test func whatWasNotShownIsNotOffered() throws {
    let bench = try Workbench()
    try bench.install("growing")
    let host = bench.installedHost()
    #expect(host.exercises.map(\.description.id) == ["growing"])
    #expect(host.contributions == [])
    let source = "\(bench.folder)/new/growing"
    let problem = try #require(host.passedOver.first?.problem)
    #expect(host.passedOver.count == 1)
    #expect(
      problem.message == """
        “growing” brings what was not shown when it was installed, and that is not used: \
        exercise unshown (Unshown); \
        importer all (All): reads the files you name (.txt); \
        report section more (More): sees the activities of its own exercises.
        """)
    #expect(
      problem.hint
        == "charrette plugin update growing '\(source)' shows what it brings, and asks.")
    let refused = failure {
      try host.ask(.view(.room), of: .first, exercise: "unshown") { .brief() }
    }
    #expect(refused?.problem.message == problem.message)
    #expect(refused?.problem.hint?.contains("charrette plugin update growing") == true)
    // What was shown goes on.
    _ = try host.ask(.view(.room), of: .first, exercise: "growing") { .brief() }
    // From the cache it is the same.
    #expect(bench.installedHost().contributions == [])
  }

  /// As one does that is found in a folder that was named: nobody was shown anything.
  @Test func whatWasNotInstalledHasNoRecordToBeHeldTo() throws {
    let bench = try Workbench()
    try bench.plugin("growing", in: "bundle-of-mine")
    let host = ExerciseHost(
      finder: PluginFinder(folders: ["\(bench.folder)/bundle-of-mine"]), runner: bench.settings(),
      cacheFolder: nil, logger: .init(label: "tests"))
    #expect(host.contributions.map(\.plugin) == ["growing"])
    #expect(host.passedOver == [])
  }

  /// The hint leads on: the same files, looked at again, are no longer “installed already”.
  @Test func whatIsShownAnewIsOffered() throws {
    let bench = try Workbench()
    try bench.install("energy")
    var record = try #require(try bench.shelf.record(of: "energy"))
    let powers = record.powers
    record.powers = []
    try bench.write(record)
    #expect(bench.installedHost().exercises == [])
    let staged = try bench.shelf.stage(BundleSource("\(bench.folder)/new/energy"))
    let supervisor = Supervisor(
      library: staged.library, plugin: "energy", runner: bench.settings())
    defer { supervisor.close() }
    let review = try InstallReview(
      try supervisor.manifest(), staged.bundle, source: staged.source, signature: nil,
      over: record, keys: KeyRing(), terms: .init())
    #expect(!review.isInstalled)
    #expect(review.newPowers == powers)
    let updated = review.record(folder: staged.folderName, at: Timestamp(milliseconds: 0))
    try bench.shelf.install(staged, as: updated, over: record)
    #expect(bench.installedHost().exercises.map(\.plugin) == ["energy"])
  }

  // MARK: Files

  /// Another library, a resource, a template: whatever was recorded.
  @Test(arguments: ["libhelper.so.1", "Resources/words.txt", "README.md"])
  func everyFileIsHeldToTheRecord(name: String) throws {
    let bench = try Workbench()
    let library = try bench.install("energy", files: [name])
    let path = (library as NSString).deletingLastPathComponent + "/\(name)"
    #expect(bench.installedHost().passedOver == [])
    try Data("as it is".utf8).write(to: URL(fileURLWithPath: path))
    let problem = try #require(bench.installedHost().passedOver.first?.problem)
    #expect(
      problem.message
        == "“\(path)” is no longer what was installed as “energy”; the plugin is not used.")
    #expect(bench.installedHost().exercises == [])
    try FileManager.default.removeItem(atPath: path)
    #expect(bench.installedHost().exercises == [])
  }

  @Test(arguments: ["libmore.so.2", ".libhidden.so", "Resources/more.txt"])
  func whatWasAddedIsNoPartOfIt(name: String) throws {
    let bench = try Workbench()
    let library = try bench.install("energy", files: ["Resources/words.txt"])
    let path = (library as NSString).deletingLastPathComponent + "/\(name)"
    try Data().write(to: URL(fileURLWithPath: path))
    let host = bench.installedHost()
    #expect(host.exercises == [])
    #expect(host.passedOver.first?.problem.message.contains("“\(path)” is no longer") == true)
  }

  /// Hours after it was found: each start is of what was found.
  @Test func whatIsChangedMeanwhileIsNotStarted() throws {
    let bench = try Workbench()
    let library = try bench.install("energy", files: ["Resources/words.txt"])
    let host = bench.installedHost()
    func view() throws(PluginFailure) -> Reply {
      try host.ask(.view(.room), of: .first, exercise: "energy") { .brief() }
    }
    _ = try view()
    let path = (library as NSString).deletingLastPathComponent + "/Resources/words.txt"
    try Data("as it is".utf8).write(to: URL(fileURLWithPath: path))
    // The process that is was started from what was found.
    _ = try view()
    host.restart("energy")
    let problem = try #require(failure(view)?.problem)
    #expect(problem.message.contains("is no longer what was installed as “energy”"))
    #expect(problem.hint?.contains("charrette plugin update energy") == true)
  }

  // MARK: Run paths

  /// A library that is needed lies in a folder outside, which the run path names.
  @Test func aRunPathLeadsNowhereFromAnInstalledPlugin() throws {
    let bench = try Workbench()
    let library = try bench.plugin("astray")
    let outside = try Outside(of: library)
    func asked(_ isInstalled: Bool) throws -> PluginFailure? {
      var settings = bench.settings()
      settings.isInstalled = isInstalled
      let supervisor = Supervisor(library: library, plugin: "astray", runner: settings)
      return failure { try supervisor.manifest() }
    }
    // It does lead there: of a plugin that nobody was shown.
    #expect(try asked(false) == nil)
    guard case .unloadable(let words)? = try asked(true)?.kind else {
      Issue.record("it was loaded from \(outside.path)")
      return
    }
    #expect(words.contains("libswiftCore.so"))
    // The same library within the bundle is the plugin's own.
    try FileManager.default.copyItem(
      atPath: "\(outside.path)/libswiftCore.so", toPath: "\(bench.folder)/libswiftCore.so")
    #expect(try asked(true) == nil)
  }
}

/// A folder outside with Swift's own library in it, to which a library's run path leads instead of
/// to the toolchain.
private final class Outside {
  let path: String

  init(of library: String) throws {
    var template = Array("/tmp/cXXXXXX".utf8CString)
    path = try #require(mkdtemp(&template).map { String(cString: $0) })
    chmod(path, 0o755)
    let file = URL(fileURLWithPath: library)
    var bytes = try Data(contentsOf: file)
    let end = try #require(bytes.firstRange(of: Data("/lib/swift/linux:$ORIGIN".utf8)))
    let start = try #require(bytes[..<end.lowerBound].lastIndex(of: 0)) + 1
    let toolchain = String(decoding: bytes[start..<end.upperBound], as: UTF8.self).dropLast(8)
    var text = Data("\(path):$ORIGIN".utf8)
    text.append(Data(count: end.upperBound - start - text.count))
    bytes.replaceSubrange(start..<end.upperBound, with: text)
    try bytes.write(to: file)
    try FileManager.default.copyItem(
      atPath: "\(toolchain)/libswiftCore.so", toPath: "\(path)/libswiftCore.so")
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }
}

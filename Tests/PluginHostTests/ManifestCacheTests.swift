import ExerciseProtocol
import Foundation
import Logging
import PluginHost
import Testing
import Workshop

@Suite struct ManifestCacheTests {
  /// A runner that is not there shows that nothing was started.
  private func hostThatCannotStart(_ bench: Workbench) -> ExerciseHost {
    let settings = RunnerSettings(program: "/nowhere", host: "tests")
    return ExerciseHost(
      finder: PluginFinder(folders: [bench.folder]), runner: settings,
      cacheFolder: "\(bench.folder)/cache", logger: .init(label: "tests"))
  }

  @Test func aKnownPluginIsNotStarted() throws {
    let bench = try Workbench()
    try bench.plugin("a")
    let exercises = bench.host().exercises
    #expect(exercises.count == 1)
    #expect(hostThatCannotStart(bench).exercises == exercises)
  }

  @Test func aMissingRunnerIsNotHeldAgainstThePlugin() throws {
    let bench = try Workbench()
    try bench.plugin("a")
    #expect(hostThatCannotStart(bench).exercises == [])
    #expect(bench.host().exercises.count == 1)
  }

  @Test func aMovedLibraryIsKnownByItsContent() throws {
    let bench = try Workbench()
    let path = try bench.plugin("a")
    _ = bench.host().exercises
    try FileManager.default.moveItem(atPath: path, toPath: "\(bench.folder)/libmoved.so")
    #expect(hostThatCannotStart(bench).exercises.map(\.plugin) == ["a"])
  }

  @Test func aChangedLibraryIsAskedAgain() throws {
    let bench = try Workbench()
    let path = try bench.plugin("a")
    let before = bench.host().status
    let file = try #require(FileHandle(forWritingAtPath: path))
    try file.seekToEnd()
    try file.write(contentsOf: Data("more".utf8))
    try file.close()
    let after = bench.host().status
    #expect(after.map(\.id) == ["a"])
    #expect(after.map(\.sha256) != before.map(\.sha256))
  }

  @Test func aFailureIsRememberedUntilARefresh() throws {
    let bench = try Workbench()
    try bench.plugin("hang-at-load")
    let first = bench.host(load: 0.2)
    #expect(first.status.map(\.unknown?.kind) == [.hung(seconds: 0.2)])
    // It would be another deadline now, were it started again.
    let second = bench.host(load: 0.3)
    #expect(second.status.map(\.unknown?.kind) == [.hung(seconds: 0.2)])
    second.refresh()
    #expect(second.status.map(\.unknown?.kind) == [.hung(seconds: 0.3)])
    let third = bench.host(load: 0.4)
    #expect(third.status.map(\.unknown?.kind) == [.hung(seconds: 0.3)])
    third.tryAgain("libhang-at-load.so")
    #expect(third.status.map(\.unknown?.kind) == [.hung(seconds: 0.4)])
  }

  @Test(arguments: ["", "{", "[]", #"{"version":{"format":99},"files":[],"plugins":[]}"#])
  func aDamagedCacheIsThrownAwayAndRebuilt(content: String) throws {
    let bench = try Workbench()
    try bench.plugin("a")
    try bench.file("cache/manifests.json", content)
    #expect(bench.host().exercises.count == 1)
    #expect(hostThatCannotStart(bench).exercises.count == 1)
  }

  @Test func withoutACacheItWorksAsWell() throws {
    let bench = try Workbench()
    try bench.plugin("a")
    #expect(bench.host(cache: nil).exercises.count == 1)
    #expect(!FileManager.default.fileExists(atPath: "\(bench.folder)/cache"))
  }

  @Test func whatIsGoneIsForgotten() throws {
    let bench = try Workbench()
    try bench.plugin("a")
    let path = try bench.plugin("b")
    _ = bench.host().exercises
    try FileManager.default.removeItem(atPath: path)
    _ = bench.host().exercises
    let cache = try String(contentsOfFile: "\(bench.folder)/cache/manifests.json", encoding: .utf8)
    #expect(!cache.contains(path))
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: "\(bench.folder)/cache")
        == ["manifests.json"])
  }

  @Test func everyKindOfFailureSurvives() throws {
    let bench = try Workbench()
    let kinds: [PluginFailure.Kind] = [
      .unknownExercise("x"), .crashed(signal: 11), .exited(status: 3), .gaveUp(code: -1),
      .hung(seconds: 1.5), .flooded(limit: 9), .garbage("g"), .fault("f"), .unloadable("u"),
      .incompatible(host: "1.0", plugin: "2.0"), .disabled(failures: 3), .noRunner("n"),
    ]
    try bench.plugin("a")
    let plugin = try #require(PluginFinder(folders: [bench.folder]).find().plugins.first)
    for kind in kinds {
      let failure = PluginFailure(plugin: "a", kind: kind, log: ["last words"])
      var cache = ManifestCache(folder: "\(bench.folder)/cache")
      let known = cache.hash(of: plugin)
      let hash = try #require(known)
      cache[hash] = .failure(failure)
      cache.save(keeping: [plugin])
      #expect(ManifestCache(folder: "\(bench.folder)/cache")[hash] == .failure(failure))
    }
  }
}

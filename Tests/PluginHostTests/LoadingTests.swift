import Glibc
import PluginHost
import Testing
import Workshop

/// What may go wrong before a plugin is asked anything.
@Suite struct LoadingTests {
  @Test(
    arguments: [
      ("crash-at-load", .crashed(signal: 6)),
      ("exit-at-once", .exited(status: 7)),
      ("wrong-major", .incompatible(host: "1.0", plugin: "2.0")),
      ("tiny-struct", .incompatible(host: "48 bytes", plugin: "8 bytes")),
      (
        "null-entry",
        .unloadable("it refused this host, which has version 1.0; its log may say why")
      ),
      ("newer-messages", .incompatible(host: "messages 1", plugin: "messages 2")),
      ("no-manifest", .crashed(signal: 6)),
    ] as [(String, PluginFailure.Kind)])
  func aPluginThatDoesNotLoadSaysWhy(name: String, kind: PluginFailure.Kind) throws {
    let bench = try Workbench()
    let supervisor = try bench.supervisor(name)
    #expect(failure { try supervisor.manifest() }?.kind == kind)
    #expect(supervisor.processID == nil)
  }

  @Test func aPluginThatHangsAtLoadIsEnded() throws {
    let bench = try Workbench()
    let supervisor = try bench.supervisor("hang-at-load", load: 0.2)
    #expect(failure { try supervisor.manifest() }?.kind == .hung(seconds: 0.2))
    #expect(supervisor.processID == nil)
  }

  @Test func aFileThatIsNoLibrarySaysSo() throws {
    let bench = try Workbench()
    let path = try bench.file("libtext.so", "This is no library.")
    let supervisor = Supervisor(library: path, plugin: "text", runner: bench.settings())
    #expect(
      failure { try supervisor.manifest() }?.kind == .unloadable("\(path): file too short"))
  }

  @Test func aLibraryThatIsNoPluginSaysSo() throws {
    let bench = try Workbench()
    let folders = ["/lib/x86_64-linux-gnu", "/lib/aarch64-linux-gnu", "/lib64", "/usr/lib"]
    let paths: [String] = folders.map { "\($0)/libm.so.6" }
    let library = paths.first { (path: String) in access(path, R_OK) == 0 }
    let supervisor = Supervisor(
      library: try #require(library), plugin: "m", runner: bench.settings())
    #expect(
      failure { try supervisor.manifest() }?.kind
        == .unloadable("it does not export charrette_plugin_entry"))
  }

  @Test func aMissingLibraryIsNamedInFull() throws {
    let bench = try Workbench()
    let path = "\(bench.folder)/libcaffŵ\"\u{1}.so"
    let supervisor = Supervisor(library: path, plugin: "missing", runner: bench.settings())
    guard case .unloadable(let words)? = failure({ try supervisor.manifest() })?.kind else {
      Issue.record("it loaded")
      return
    }
    #expect(words.contains(path))
  }

  @Test func aMissingRunnerIsNoFaultOfThePlugin() throws {
    let bench = try Workbench()
    var settings = bench.settings()
    settings.program = "\(bench.folder)/no-runner"
    let supervisor = Supervisor(
      library: try bench.plugin("fine"), plugin: "fine", runner: settings)
    #expect(
      failure { try supervisor.manifest() }?.kind
        == .noRunner("\(settings.program): No such file or directory"))
  }
}

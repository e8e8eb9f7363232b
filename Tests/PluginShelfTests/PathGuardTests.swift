import Foundation
import PluginShelf
import Testing

@Suite struct PathGuardTests {
  @Test func `every folder above counts, but for those where only owners can take away`() throws {
    let bench = try ShelfBench()
    let library = try bench.file("a/b/libx.so", "")
    let paths = PathGuard()
    #expect(paths.fault(on: library) == nil)
    chmod("\(bench.folder)/a", 0o777)
    #expect(paths.fault(on: library) == .writableByOthers(path: "\(bench.folder)/a"))
    chmod("\(bench.folder)/a", 0o1777)
    #expect(paths.fault(on: library) == nil)
    // Its own folder may not even be that: anyone could put a library beside it.
    chmod("\(bench.folder)/a/b", 0o1777)
    #expect(paths.fault(on: library) == .writableByOthers(path: "\(bench.folder)/a/b"))
    chmod("\(bench.folder)/a/b", 0o755)
    chmod(library, 0o666)
    #expect(paths.fault(on: library) == .writableByOthers(path: library))
  }

  /// Only root can give a file away; elsewhere there is nothing to try it with.
  @Test(.enabled(if: geteuid() == 0, "Only root gives files away: a stranger's are untested"))
  func `a stranger's folder is not used`() throws {
    let bench = try ShelfBench()
    let library = try bench.file("a/libx.so", "")
    chown("\(bench.folder)/a", 12_345, 12_345)
    #expect(PathGuard().fault(on: library) == .ownedByStranger(path: "\(bench.folder)/a"))
    // Whoever could change the program is trusted with what lies elsewhere.
    #expect(PathGuard(executableFolder: "\(bench.folder)/a").fault(on: library) == nil)
  }
}

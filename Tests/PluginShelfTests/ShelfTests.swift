import Foundation
import Platform
import PluginShelf
import Testing
import Workshop

@Suite struct ShelfTests {
  private func outline(_ bench: ShelfBench) -> [String] {
    bench.names.map { $0.replacing(/(bundle|\.staging)-[a-z0-9]+/) { "\($0.output.1)-…" } }
  }

  @Test func `installed whole, and nobody else's to change`() throws {
    let bench = try ShelfBench()
    let record = try bench.install("energy")
    #expect(try bench.shelf.record(of: "energy") == record)
    #expect(
      outline(bench) == [
        ".lock", "energy/", "energy/bundle-…/", "energy/bundle-…/README.md",
        "energy/bundle-…/Templates/", "energy/bundle-…/Templates/day.yaml",
        "energy/bundle-…/libenergy.so", "energy/installed.json",
      ])
    for name in bench.names {
      var status = stat()
      stat("\(bench.shelf.path)/\(name)", &status)
      #expect(status.st_mode & 0o077 == 0, "\(name)")
    }
    try bench.shelf.verify(record)
  }

  @Test func `updated, switched off and on, removed`() throws {
    let bench = try ShelfBench()
    let old = try bench.install("energy")
    try bench.install("other")
    #expect(try bench.shelf.setEnabled(false, "energy"))
    #expect(try !bench.shelf.setEnabled(false, "energy"))
    let new = try bench.install("energy", "1.1.0")
    #expect(!new.isEnabled, "an update leaves it off")
    #expect(try bench.shelf.setEnabled(true, "energy"))
    #expect(bench.names.allSatisfy { !$0.contains(old.folder) })
    #expect(bench.shelf.installed().map(\.id) == ["energy", "other"])
    try bench.shelf.remove("energy")
    #expect(bench.shelf.installed().map(\.id) == ["other"])
    #expect(bench.names.allSatisfy { !$0.hasPrefix("energy") })
  }

  @Test func `what is not installed is said, with what is`() throws {
    let bench = try ShelfBench()
    #expect(
      fault { try bench.shelf.remove("energy") } == .notInstalled(plugin: "energy", installed: []))
    try bench.install("other")
    for id in ["energy", "../other", "", ".", "..", "keys.json"] {
      let expected = ShelfFault.notInstalled(plugin: id, installed: ["other"])
      #expect(fault { try bench.shelf.remove(id) } == expected)
      #expect(fault { try bench.shelf.setEnabled(true, id) } == expected)
    }
  }

  @Test(arguments: ["libenergy.so", "README.md", "Templates/day.yaml"])
  func `one byte changed in any file is found`(name: String) throws {
    let bench = try ShelfBench()
    let record = try bench.install("energy")
    let path = "\(bench.shelf.folder(of: record))/\(name)"
    var bytes = try bench.bytes(path)
    bytes[0] ^= 1
    try bench.write(bytes, to: path)
    #expect(
      fault { try bench.shelf.verify(record) } == .altered(plugin: "energy", path: path))
  }

  @Test func `a file that came later, or is gone, is found`() throws {
    let bench = try ShelfBench()
    let record = try bench.install("energy")
    let stray = "\(bench.shelf.folder(of: record))/stray.txt"
    try bench.write([1], to: stray)
    #expect(fault { try bench.shelf.verify(record) } == .altered(plugin: "energy", path: stray))
    unlink(stray)
    let library = "\(bench.shelf.folder(of: record))/libenergy.so"
    unlink(library)
    #expect(fault { try bench.shelf.verify(record) } == .altered(plugin: "energy", path: library))
  }

  @Test func `a damaged record stops that plugin alone, and can be removed`() throws {
    let bench = try ShelfBench()
    try bench.install("energy")
    let other = try bench.install("other")
    let path = "\(bench.shelf.path)/energy/installed.json"
    var bytes = try bench.bytes(path)
    bytes[20] ^= 1
    try bench.write(bytes, to: path)
    let damaged = ShelfFault.damagedRecord(plugin: "energy")
    #expect(fault { try bench.shelf.record(of: "energy") } == damaged)
    #expect(fault { try bench.install("energy") } == damaged)
    #expect(try bench.shelf.installed().last?.record.get() == other)
    try bench.shelf.remove("energy")
    try bench.install("energy")
  }

  @Test func `what is staged is what is installed, whatever becomes of the source`() throws {
    let bench = try ShelfBench()
    let staged = try bench.shelf.stage(BundleSource(bench.bundle("energy")))
    try bench.file("energy/libenergy.so", "something else")
    let record = InstallRecord(
      ShelfBench.manifest("energy"), staged.bundle, folder: staged.folderName,
      source: staged.source, at: ShelfBench.time, signature: nil)
    try bench.shelf.install(staged, as: record, over: nil)
    try bench.shelf.verify(record)
    let library = try bench.bytes("\(bench.shelf.folder(of: record))/libenergy.so")
    #expect(library == Array("library 1.0.0".utf8))
  }

  @Test func `a staging goes with whoever made it, and another's stays`() throws {
    let bench = try ShelfBench()
    try bench.bundle("energy")
    do {
      let staged = try bench.shelf.stage(BundleSource("\(bench.folder)/energy"))
      try bench.install("other")
      #expect(FileManager.default.fileExists(atPath: staged.library))
    }
    // Of a process that was killed.
    try bench.file("data/plugins/.staging-dead/liblost.so", "")
    #expect(outline(bench).filter { $0.hasSuffix("/") }.contains(".staging-…/"))
    try bench.shelf.setEnabled(false, "other")
    #expect(!outline(bench).contains(".staging-…/"))
  }

  @Test func `two that install the same at once: one does`() async throws {
    let bench = try ShelfBench()
    try bench.bundle("energy")
    let (data, source) = ("\(bench.folder)/data", "\(bench.folder)/energy")
    let results = try await withThrowingTaskGroup(of: ShelfFault?.self) { group in
      for _ in 0..<8 {
        group.addTask {
          let shelf = PluginShelf(dataFolder: data)
          let staged = try shelf.stage(BundleSource(source))
          let record = InstallRecord(
            ShelfBench.manifest("energy"), staged.bundle, folder: staged.folderName,
            source: source, at: ShelfBench.time, signature: nil)
          return fault { try shelf.install(staged, as: record, over: nil) }
        }
      }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    #expect(results.count { $0 == nil } == 1)
    #expect(results.compactMap(\.self).allSatisfy { $0 == .changedMeanwhile })
    try bench.shelf.verify(try bench.shelf.requiredRecord(of: "energy"))
    #expect(outline(bench).count { $0 == "energy/bundle-…/" } == 1)
  }

  @Test func `a key is remembered when its plugin is gone`() throws {
    let bench = try ShelfBench()
    let key = PrivateKey()
    let digest = try BundleSource(bench.bundle("energy")).bundle().digest
    try bench.install("energy", signature: PluginSignature(signing: digest, with: key))
    try bench.shelf.remove("energy")
    #expect(try bench.shelf.keys().seen(with: "energy")?.key == key.publicKey)
    let other = PrivateKey().publicKey
    try bench.shelf.trust(other, as: "Ruth", at: ShelfBench.time)
    #expect(try bench.shelf.keys().trusted.map(\.name) == ["Ruth"])
    #expect(try bench.shelf.distrust("Ruth"))
    #expect(try !bench.shelf.distrust("Ruth"))
  }

  /// On the code of before this waits for ever.
  @Test(.timeLimit(.minutes(1))) func `not waited for without an end`() throws {
    let bench = try ShelfBench(patience: LockPatience(working: 20, stopped: 20))
    let record = try bench.install("energy")
    let lock = open("\(bench.shelf.path)/.lock", O_RDWR | O_CLOEXEC)
    defer { close(lock) }
    #expect(flock(lock, LOCK_EX | LOCK_NB) == 0)
    for change in [
      { try bench.shelf.remove("energy") }, { try bench.shelf.setEnabled(false, "energy") },
      { try bench.install("other") },
    ] as [() throws -> Void] {
      let fault = #expect(throws: ShelfFault.self) { try change() }
      guard case .busy(let holder)? = fault else {
        Issue.record("\(String(describing: fault))")
        continue
      }
      #expect(holder.process == Int(getpid()))
      #expect(fault?.problem.message.hasPrefix("Nothing was changed: process ") == true)
      #expect(fault?.problem.hint != nil)
    }
    // Reading needs no lock.
    #expect(bench.shelf.installed().map(\.id) == ["energy"])
    flock(lock, LOCK_UN)
    #expect(try bench.shelf.record(of: "energy") == record)
    try bench.shelf.remove("energy")
  }
}

import DiskTesting
import ExerciseProtocol
import Foundation
import Platform
import PluginShelf
import Testing

@Suite("The power is cut while plugins are installed, updated and removed")
struct ShelfPowerCutTests {
  /// What is installed: versions by id, and whether it is on.
  private typealias State = [String: String]

  @Test("After any call, in whatever order the disk wrote: what was before, or what comes after")
  func everywhere() throws {
    let recorder = FolderRecorder()
    let bench = try ShelfBench(calls: recorder)
    var states: [State] = [[:]]
    recorder.acknowledge()
    func step(_ body: () throws -> Void) throws {
      try body()
      states.append(state(of: bench.shelf))
      recorder.acknowledge()
    }
    try step { try bench.install("energy") }
    try step { try bench.install("energy", "1.1.0") }
    try step { try bench.shelf.setEnabled(false, "energy") }
    try step { try bench.install("other") }
    try step { try bench.shelf.remove("energy") }
    #expect(states[1] == ["energy": "1.0.0 on"] && states[3] == ["energy": "1.1.0 off"])
    #expect(states[5] == ["other": "1.0.0 on"])

    var disk = FolderDisk()
    var acknowledged = 0
    var seen: Set<[String: [UInt8]]> = []
    var checked = 0
    for call in recorder.steps {
      disk.apply(call)
      if case .acknowledged = call {
        acknowledged += 1
        seen = []
      }
      for tree in disk.possibilities where seen.insert(tree).inserted {
        try check(tree, states[(acknowledged - 1)...].prefix(2), acknowledged)
        checked += 1
      }
    }
    #expect(acknowledged == states.count)
    #expect(checked > 100)
  }

  private func state(of shelf: PluginShelf) -> State {
    var state: State = [:]
    for item in shelf.installed() {
      switch item.record {
      case .success(let record):
        let isWhole = fault { try shelf.verify(record) } == nil
        state[item.id] = "\(record.version) \(record.isEnabled ? "on" : "off")"
        if !isWhole { state[item.id] = "half" }
      case .failure(let fault): state[item.id] = "\(fault)"
      }
    }
    return state
  }

  private func check(
    _ tree: [String: [UInt8]], _ expected: ArraySlice<State>, _ acknowledged: Int
  ) throws {
    let bench = try ShelfBench()
    for (name, bytes) in tree.sorted(by: { $0.key < $1.key }) {
      let path = "\(bench.shelf.path)/\(name)"
      if name.hasSuffix("/") {
        try FileManager.default.createDirectory(
          atPath: path, withIntermediateDirectories: true,
          attributes: [.posixPermissions: 0o700])
      } else {
        try bench.write(bytes, to: path)
        chmod(path, 0o600)
      }
    }
    let found = state(of: bench.shelf)
    #expect(expected.contains(found), "after \(acknowledged): \(found)")
    // The next change leaves nothing lying about.
    let key = PrivateKey().publicKey
    try bench.shelf.trust(key, as: "Ruth", at: ShelfBench.time)
    #expect(state(of: bench.shelf) == found)
    let tops = Set(bench.names.filter { $0.hasSuffix("/") && $0.split(separator: "/").count == 1 })
    #expect(tops == Set(found.keys.map { "\($0)/" }), "after \(acknowledged)")
  }
}

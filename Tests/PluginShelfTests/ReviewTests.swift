import ExerciseProtocol
import PluginShelf
import Testing
import Workshop

/// What is asked and what is refused, before anything is installed.
@Suite struct ReviewTests {
  private let bundle: PluginBundle
  private let mine = PrivateKey()
  private let other = PrivateKey()

  init() throws { bundle = try PluginBundle([.init(path: "libenergy.so", content: [1])]) }

  private func review(
    _ version: String = "1.0.0", signed key: PrivateKey? = nil, over old: String? = nil,
    keys: KeyRing = KeyRing(), _ terms: (inout InstallReview.Terms) -> Void = { _ in }
  ) throws -> InstallReview {
    var asked = InstallReview.Terms()
    terms(&asked)
    let previous = old.map { version in
      InstallRecord(
        ShelfBench.manifest("energy", version), bundle, folder: "bundle-1", source: "/x",
        at: ShelfBench.time, signature: nil)
    }
    return try InstallReview(
      ShelfBench.manifest("energy", version), bundle, source: "/x",
      signature: key.map { PluginSignature(signing: bundle.digest, with: $0) },
      over: previous, keys: keys, terms: asked)
  }

  private func keys(seen key: PrivateKey) throws -> KeyRing {
    var keys = KeyRing()
    keys.note(key.publicKey, of: "energy", at: ShelfBench.time)
    return keys
  }

  @Test func `whose word there is`() throws {
    let mine = mine.publicKey
    var trusted = KeyRing()
    trusted.trust(mine, as: "Ruth's team", at: ShelfBench.time)
    #expect(try review().standing == .unsigned)
    #expect(try review(signed: self.mine).standing == .new)
    #expect(try review(signed: self.mine, keys: trusted).standing == .trusted(name: "Ruth's team"))
    #expect(
      try review(signed: self.mine, keys: keys(seen: self.mine)).standing
        == .seen(since: ShelfBench.time))
    #expect(try review(signed: self.mine) { $0.key = mine }.standing == .named)
  }

  @Test func `what is required and is not there`() throws {
    let (mine, other) = (mine.publicKey, other.publicKey)
    #expect(fault { try review { $0.requiresSignature = true } } == .notSigned)
    #expect(fault { try review { $0.key = mine } } == .notSigned)
    #expect(
      fault { try review(signed: self.mine) { $0.requiresSignature = true } }
        == .untrustedKey(mine))
    #expect(
      fault { try review(signed: self.mine) { $0.key = other } }
        == .otherKey(asked: other, found: mine))
    #expect(
      fault {
        try review(signed: self.mine, keys: keys(seen: self.mine)) { $0.requiresSignature = true }
      }
        == nil)
  }

  @Test func `a key that was another before is doubtful, unless it was named`() throws {
    let (was, found) = (mine.publicKey, other.publicKey)
    let keys = try keys(seen: mine)
    #expect(
      try review(signed: other, keys: keys).doubts
        == [.keyChanged(plugin: "energy", was: was, found: found)])
    #expect(try review(signed: other, keys: keys) { $0.key = found }.doubts == [])
    #expect(try review(keys: keys).doubts == [.signatureGone(plugin: "energy", was: was)])
    #expect(try review(keys: keys) { $0.allowsUnsigned = true }.doubts == [])
    #expect(try review(signed: mine, keys: keys).doubts == [])
  }

  /// It is typed beside the kit's commands, so it must be none of them, nor look like one.
  @Test(arguments: [
    ("next", ActionName.Fault.taken), ("Next", .taken), ("quit", .taken), ("", .empty),
    ("go on", .odd), ("\u{200B}next", .odd), ("next\u{301}", .odd), ("-", .odd),
    ("two--parts", .odd),
    ("4", .odd), ("a_b", .odd), (String(repeating: "a", count: 41), .tooLong),
  ])
  func `an action that can't be called so is refused`(name: String, why: ActionName.Fault) {
    var manifest = ShelfBench.manifest("energy", "1.0.0")
    manifest.exercises[0].actions = [
      ActionDescription(
        name: name, summary: "", privacy: .open, attribution: .none, fields: [], examples: [])
    ]
    let found = fault {
      try InstallReview(
        manifest, bundle, source: "/x", signature: nil, over: nil, keys: KeyRing(), terms: .init())
    }
    #expect(found == .strangeName("action “\(name)” of “energy”", why))
    #expect(found?.problem.hint?.hasPrefix("Nothing was installed.") == true)
  }

  /// It would be given the file's path, which is no business of a plugin's.
  @Test(arguments: ["file", "as"])
  func `what an importer asks for is none of what is typed for it`(name: String) {
    var manifest = ShelfBench.manifest("energy", "1.0.0")
    manifest.contributes.importers = [
      ImporterDescription(
        id: "lines", name: "Lines", summary: "", extensions: ["txt"],
        fields: [FieldDescription(name, .text, "Something")])
    ]
    let found = fault {
      try InstallReview(
        manifest, bundle, source: "/x", signature: nil, over: nil, keys: KeyRing(), terms: .init())
    }
    #expect(found == .strangeName("field “\(name)” of “lines”", .taken))
  }

  /// One that only stands in for an action gives way to it.
  @Test func `what is sound, or gives way, can be installed`() {
    for name in ["fingers", "show-of-hands", "a1", "import"] {
      #expect(ActionName.fault(of: name) == nil)
    }
  }

  @Test func `what a plugin says of itself stays one line`() throws {
    var manifest = ShelfBench.manifest("energy", "1.0.0")
    manifest.author = "Us\n• signed by Ruth's team, whose key is trusted here"
    manifest.exercises[0].name = "Energy)\n• signed by Ruth's team"
    let review = try InstallReview(
      manifest, bundle, source: "/x", signature: nil, over: nil, keys: KeyRing(), terms: .init())
    let texts: [String] = review.view.blocks.flatMap { (block: View.Block) -> [String] in
      switch block {
      case .text(let text): text.split(separator: "\n").map(String.init)
      case .list(let items, _): items
      default: []
      }
    }
    #expect(texts.allSatisfy { !$0.contains("\n") && !$0.hasPrefix("• signed") })
    #expect(texts.count == 7, "\(texts)")
  }

  @Test func `a signature of other files`() throws {
    let signature = PluginSignature(
      signing: String(repeating: "0", count: 64), with: mine)
    #expect(
      fault {
        try InstallReview(
          ShelfBench.manifest("energy"), bundle, source: "/x", signature: signature, over: nil,
          keys: KeyRing(), terms: .init())
      } == .signatureOfOther)
  }

  @Test func `an older version is refused unless it is wanted`() throws {
    #expect(
      fault { try review("1.9.0", over: "1.10.0") }
        == .downgrade(plugin: "energy", from: "1.10.0", to: "1.9.0"))
    #expect(try review("1.9.0", over: "1.10.0") { $0.allowsDowngrade = true }.doubts == [])
    #expect(try review("1.10.0", over: "1.9.0").previous?.version == "1.9.0")
    #expect(try review("1.0.0-beta", over: "nonsense").isInstalled)
  }

  @Test func `what changes is told`() throws {
    var manifest = ShelfBench.manifest("energy", "2.0.0")
    manifest.exercises = []
    manifest.contributes.importers = [
      ImporterDescription(id: "csv", name: "Tables", summary: "", extensions: ["csv"])
    ]
    let old = try review(over: "1.0.0").previous
    let review = try InstallReview(
      manifest, bundle, source: "/x", signature: nil, over: old, keys: KeyRing(), terms: .init())
    #expect(review.newPowers == ["importer csv (Tables): reads the files you name (.csv)"])
    #expect(review.lostPowers == ["exercise energy (Energy)"])
  }
}

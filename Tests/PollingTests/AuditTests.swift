import ExerciseProtocol
import Polling
import Testing

@Suite struct AuditTests {
  private func sample(_ kind: ReceiptKind) throws -> PollBundle {
    var sample = Sample(weights: [1, 3, 1, 2], receipts: kind, quorum: .votes(2))
    return try sample.bundle(["c1", "c2", nil, "c2"])
  }

  @Test(arguments: ReceiptKind.allCases)
  func `a bundle as it was written agrees, and reads back`(kind: ReceiptKind) throws {
    let bundle = try sample(kind)
    let audit = Audit(bundle.bytes, noted: bundle.digest)
    #expect(audit.discrepancies == [])
    #expect(audit.bundle == bundle && audit.digest == bundle.digest)
    #expect(try PollBundle(reading: bundle.bytes) == bundle)
    #expect(bundle.ballots.allSatisfy { ($0.nonce != nil) == (kind == .full) })
    var codes = Sample(receipts: kind)
    let all = codes.useCodes(3)
    var box = codes.box
    for code in all.dropLast() {
      try box.cast(codes.sealed("c1"), spending: .code(code.hash(in: "a3-1")), by: .booth)
    }
    try box.close()
    let other = try PollBundle(of: box, words: "x")
    #expect(Audit(other.bytes).discrepancies == [])
    #expect(other.used.count == 2 && other.codeHashes.count == 3)
  }

  /// Bundles of before hold the map of opinions with other last digits than are computed today.
  @Test func `the last digits of a map of opinions are no disagreement`() throws {
    var sample = Sample(
      PaperQuestion("choice", "?", .score(-1...1), options: Sample.options),
      rule: CountingRule("opinion-groups", of: "choice"), weights: Array(repeating: 1, count: 6))
    let one: JSONValue = ["c1": 1, "c2": 1, "c3": -1]
    let other: JSONValue = ["c1": -1, "c2": -1, "c3": 1]
    let bundle = try sample.bundle([one, other, one, other, ["c1": 1, "c2": 0, "c3": -1], other])
    try #require(Audit(bundle.bytes).agrees)
    func kinds(_ change: (Double) -> Double) -> [String] {
      var changed = bundle
      changed.result = bundle.result.changingNumbers(change)
      #expect(changed.result != bundle.result)
      return Audit(changed.bytes).discrepancies.map(\.kind)
    }
    #expect(kinds { $0 + 4e-13 } == [])
    #expect(Set(kinds { $0 + 1e-6 }) == ["result"])
    #expect(Set(kinds { 1 - $0 }) == ["result"])
  }

  @Test func `nothing of the order of casting is left`() throws {
    var written: Set<[UInt8]> = []
    for order in [[0, 1, 2], [2, 1, 0], [1, 2, 0]] {
      var sample = Sample(receipts: .full)
      let ballots = ["c1", "c2", "c1"].map { sample.sealed(.string($0)) }
      var box = sample.box
      for place in order {
        try box.cast(ballots[place], spending: .person(ParticipantID("p\(place + 1)")), by: .booth)
      }
      try box.close()
      written.insert(try PollBundle(of: box, words: "x").bytes)
    }
    #expect(written.count == 1)
  }

  /// Every byte, each with several others in its place, and each left out or doubled.
  @Test func `any one byte changed fails the audit`() throws {
    var small = Sample(weights: [1], receipts: .full)
    let bytes = try small.bundle(["c1"], words: "x").bytes
    try #require(Audit(bytes).agrees)
    for place in bytes.indices {
      let others: Set<UInt8> = [0x20, 0x30, bytes[place] ^ 1, bytes[place] ^ 0x20]
      for other in others.subtracting([bytes[place]]) {
        var changed = bytes
        changed[place] = other
        if Audit(changed).agrees { Issue.record("byte \(place) as \(other) is not found") }
      }
      var shorter = bytes
      shorter.remove(at: place)
      if Audit(shorter).agrees { Issue.record("byte \(place) left out is not found") }
    }
    for end in bytes.indices {
      if Audit(Array(bytes[..<end])).agrees { Issue.record("cut at \(end) is not found") }
    }
    #expect(!Audit(bytes + [0x0A]).agrees && !Audit([0x20] + bytes).agrees && !Audit([]).agrees)
  }

  /// What somebody changes who also writes a digest that fits, and what then still does not agree.
  @Test func `a forger with a fresh digest is found where the promise allows it`() throws {
    func kinds(_ kind: ReceiptKind, _ forge: (inout PollBundle) throws -> Void) throws -> [String] {
      var bundle = try sample(kind)
      try forge(&bundle)
      return Audit(bundle.bytes).discrepancies.map(\.kind)
    }
    let spoil: (inout PollBundle) -> Void = { $0.ballots[0].ballot.mark = .spoilt }
    #expect(try kinds(.none, spoil).contains("result"))
    // With the result made to fit, only full receipts tell: this is what is promised, and no more.
    let refit: (inout PollBundle) -> Void = { bundle in
      bundle.ballots = bundle.ballots.map { opened in
        var opened = opened
        if case .answers = opened.ballot.mark { opened.ballot.mark = .answers(["choice": "c3"]) }
        return opened
      }.sorted { left, right in
        (left.ballot.canonicalBytes + (left.nonce ?? [])).lexicographicallyPrecedes(
          right.ballot.canonicalBytes + (right.nonce ?? []))
      }
      bundle.result = bundle.recount.json
    }
    #expect(try kinds(.inclusion, refit) == [])
    let found = try kinds(.full, refit)
    #expect(found.count(where: { $0 == "ballot-without-commitment" }) == 3)
    #expect(found.count(where: { $0 == "commitment-without-ballot" }) == 3)
    // Against which the digest that was noted helps.
    var forged = try sample(.inclusion)
    let noted = forged.digest
    refit(&forged)
    #expect(Audit(forged.bytes, noted: noted).discrepancies.map(\.kind) == ["other-file"])
  }

  @Test func `each promise that is broken is named`() throws {
    let cases: [(String, (inout PollBundle) throws -> Void)] = [
      ("stranger", { $0.used[0] = .person("p9") }),
      ("voted-twice", { $0.used.append($0.used[3]) }),
      ("order", { $0.used.reverse() }), ("order", { $0.ballots.reverse() }),
      ("order", { $0.commitments.reverse() }), ("root", { $0.commitments.removeLast() }),
      ("commitment-count", { $0.commitments.removeLast() }),
      ("commitment-twice", { $0.commitments[1] = $0.commitments[0] }),
      ("ballot-count", { $0.ballots.removeLast() }),
      ("ballot-count", { $0.used.removeLast() }),
      ("weights", { $0.ballots[0].ballot.weight = 9 }),
      ("weights", { $0.terms.roll[0].weight = 9 }),
      ("invalid-answer", { $0.ballots[0].ballot.mark = .answers(["choice": "c9"]) }),
      ("tie-secret", { $0.terms.tieCommitment = Fingerprint(of: []) }),
      ("seed", { $0.seed += 1 }), ("seed", { $0.words = "other" }),
      ("terms", { $0.terms.roll[0].weight = .max }), ("terms", { $0.terms.poll = "A" }),
      ("nonce-left", { $0.ballots[0].nonce = Array(repeating: 0, count: 32) }),
      (
        "hand-entry",
        {
          $0.papers = 1
          $0.terms.allowsHandEntry = false
        }
      ),
      ("entered", { $0.entered = 1 }), ("channels", { $0.entered = 9 }),
      ("hand-count", { $0.handCount = HandCount(people: -1, entries: []) }),
      ("code-count", { $0.codeHashes = [Fingerprint(of: [])] }),
      ("result", { $0.result = ["tally": ["winners": ["c1"]]] }),
      ("result", { $0.terms.quorum = .votes(3) }),
    ]
    for (kind, change) in cases {
      var bundle = try sample(.inclusion)
      try change(&bundle)
      let found = Audit(bundle.bytes).discrepancies
      // A voter's code is not written where people vote by name, nor codes.
      if kind == "code-count" { continue }
      #expect(found.map(\.kind).contains(kind), "\(kind): \(found)")
      for one in found { #expect(!one.message.isEmpty && one.message.hasSuffix("."), "\(one)") }
    }
    var full = try sample(.full)
    full.ballots[1].nonce = nil
    #expect(Audit(full.bytes).discrepancies.map(\.kind).contains("nonce-missing"))
  }

  @Test func `codes that were not published are named`() throws {
    var sample = Sample()
    let codes = sample.useCodes(3)
    var box = sample.box
    try box.cast(sample.sealed("c1"), spending: .code(codes[0].hash(in: "a3-1")), by: .booth)
    try box.close()
    let right = try PollBundle(of: box, words: "x")
    func kinds(_ change: (inout PollBundle) -> Void) -> [String] {
      var bundle = right
      change(&bundle)
      return Audit(bundle.bytes).discrepancies.map(\.kind)
    }
    #expect(kinds { $0.used = [.code(Fingerprint(of: []))] } == ["stranger"])
    #expect(kinds { $0.codeHashes.removeLast() }.contains("code-count"))
    #expect(kinds { $0.papers = .max }.contains("ballot-count"))
    #expect(kinds { $0.codeHashes.reverse() } == ["order"])
    #expect(
      kinds {
        $0.codeHashes[0] = Fingerprint(of: [1])
        $0.codeHashes.sort()
      }.contains("code-digest"))
  }

  @Test func `the result is compared place by place, and every difference is told`() throws {
    var bundle = try sample(.none)
    guard case .object(var members) = bundle.result else { throw Unexpected() }
    members.removeAll { $0.name == "quorum" }
    members.append(.init("more", 1))
    bundle.result = .object(members)
    let paths = Audit(bundle.bytes).discrepancies.compactMap { found in
      if case .result(let path, _, _) = found { path } else { nil }
    }
    #expect(Set(paths) == ["result.quorum", "result.more"])
  }

  /// Numbers that would overflow, lists that are absurd: told, not fallen over.
  @Test func `hostile numbers are told`() throws {
    let changes: [(inout PollBundle) -> Void] = [
      { $0.papers = .max }, { $0.papers = -1 }, { $0.seed = .min },
      { $0.terms.quorum = .percentage(.max) },
      { bundle in for place in 0..<4 { bundle.terms.roll[place].weight = .max } },
      { bundle in for place in 0..<4 { bundle.ballots[place].ballot.weight = .max } },
      { $0.handCount = HandCount(people: .max, entries: [.init(Ballot(.blank), count: .max)]) },
      { $0.terms.paper.questions[0].form = .dots(total: .max, perOption: .max) },
      { $0.terms.paper.questions[0].form = .credits(.max) },
      { $0.terms.paper.questions[0].form = .score(.min ... .max) },
      { $0.terms.paper.rule?.seats = .max }, { $0.terms.paper.rule?.method = "borda" },
      { $0.terms.paper.rule?.budget = .max },
    ]
    for (place, change) in changes.enumerated() {
      var bundle = try sample(.none)
      for at in bundle.ballots.indices where place > 6 {
        if case .answers = bundle.ballots[at].ballot.mark {
          bundle.ballots[at].ballot.mark = .answers([
            "choice": ["c1": .integer(.max), "c2": .integer(.max)]
          ])
        }
      }
      change(&bundle)
      #expect(!Audit(bundle.bytes).agrees, "\(place)")
    }
  }

  @Test func `a file that is no bundle is told`() {
    for text in ["", "{}", "[]", "null", #"{"charrette-poll":2}"#, "{\"charrette-poll\":1,"] {
      let audit = Audit(Array(text.utf8))
      #expect(audit.discrepancies.map(\.kind) == ["unreadable"], "\(text)")
      #expect(audit.bundle == nil)
    }
  }

  @Test func `what no recount can judge is remarked`() throws {
    var sample = Sample()
    var box = try sample.closedBox(["c1"])
    try box.reopen(because: "A late bus.")
    try box.close()
    let audit = Audit(try PollBundle(of: box, words: " … ").bytes)
    #expect(audit.remarks == [.noWords, .reopened(because: "A late bus.")])
    #expect(audit.json["agrees"] == true)
  }
}

private struct Unexpected: Error {}

extension JSONValue {
  /// With every number that is no whole one changed.
  fileprivate func changingNumbers(_ change: (Double) -> Double) -> JSONValue {
    switch self {
    case .number(let number): .number(change(number))
    case .array(let values): .array(values.map { $0.changingNumbers(change) })
    case .object(let members):
      .object(members.map { Member($0.name, $0.value.changingNumbers(change)) })
    default: self
    }
  }
}

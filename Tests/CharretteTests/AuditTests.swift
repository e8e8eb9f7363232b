import ExerciseProtocol
import Polling
import TerminalTesting
import Testing

/// `charrette audit`, as the real program, on files that it never saw before.
@Suite struct AuditTests {
  private struct Written {
    var house: House
    var bundle: PollBundle
    var file: String
    var receipt: String
  }

  private func write(_ kind: ReceiptKind = .inclusion) throws -> Written {
    let house = try House()
    var generator = SystemRandomNumberGenerator()
    let secrets = PollSecrets(tie: TieSeed(using: &generator))
    let question = PaperQuestion(
      "choice", "What first?", .chooseOne,
      options: [PaperOption("c1", "Benches"), PaperOption("c2", "Trees")])
    let terms = PollTerms(
      "a3-1", activity: "a3", title: "What first?",
      paper: Paper([question], rule: CountingRule("plurality", of: "choice")),
      identification: .names, roll: [RollEntry("p1", "Ann"), RollEntry("p2", "Bo")],
      receipts: kind, tieCommitment: secrets.tie.commitment)
    var box = PollBox(terms, secrets)
    let ballot = SealedBallot(
      sealing: Ballot(.answers(["choice": "c2"])), on: terms.paper, using: &generator)
    try box.cast(ballot, spending: .person("p2"), by: .booth)
    try box.close()
    let bundle = try PollBundle(of: box, words: "glas")
    try house.write(bundle.bytes, to: "Day.a3-1.poll.json")
    return Written(
      house: house, bundle: bundle, file: house.folder["Day.a3-1.poll.json"],
      receipt: Receipt(kind, for: ballot, in: "a3-1")?.text ?? "")
  }

  @Test func `a bundle that agrees`() throws {
    let written = try write()
    let done = try written.house.audit([
      written.file, "--receipt", written.receipt.lowercased(), "--digest",
      "\(written.bundle.digest)",
    ])
    #expect(done.status == 0 && done.errorText == "")
    #expect(
      done.text == """
        \(written.file): everything agrees.
          Poll a3-1, What first?: 1 ballot, 1 of 2 voted; counted by plurality.
          Turnout: 1 valid, 0 blank, 0 spoilt; 1 of 2 voted.
          Chosen: c2 Trees
          Receipt: The receipt's ballot is in the box; nothing tells which one it is.
          Digest: \(written.bundle.digest)

        """)
  }

  @Test func `a full receipt shows the ballot`() throws {
    let written = try write(.full)
    let done = try written.house.audit([written.file, "--receipt", written.receipt])
    #expect(done.status == 0)
    #expect(done.text.contains(#"ballot 1, {"answers":{"choice":"c2"}}"#))
  }

  @Test func `everything that does not agree is named`() throws {
    let written = try write()
    var bytes = written.bundle.bytes
    let place = try #require(bytes.firstRange(of: Array(#""seed": "#.utf8))).upperBound
    bytes[place] = bytes[place] == 0x31 ? 0x32 : 0x31
    try written.house.write(bytes, to: "Day.a3-1.poll.json")
    let done = try written.house.audit([written.file])
    #expect(done.status == 1)
    #expect(done.text.hasPrefix("\(written.file): 2 things do NOT agree.\n"))
    #expect(done.text.contains("- The file states the digest "))
    #expect(done.text.contains("- The secret and the words give the seed "))
    let json = try written.house.audit([written.file, "--format", "json"])
    #expect(json.status == 1)
    let report = try JSONValue(parsing: json.output)
    guard case .array(let files) = report else { throw Unexpected() }
    #expect(files[0]["agrees"] == false)
    #expect(json.text.contains(#""kind": "seed""#))
  }

  @Test func `what can't be read, and what is another's`() throws {
    let written = try write()
    let other = try write()
    let missing = try written.house.audit(["nowhere.poll.json", written.file])
    #expect(missing.status == 1)
    #expect(missing.text.contains("“nowhere.poll.json” can't be read"))
    #expect(missing.text.contains("everything agrees."))
    let receipt = try written.house.audit([written.file, "--receipt", other.receipt])
    #expect(receipt.status == 1 && receipt.text.contains("NOT in the box"))
    let digest = try written.house.audit([written.file, "--digest", "\(other.bundle.digest)"])
    #expect(digest.status == 1 && digest.text.contains("it is another file"))
  }

  @Test(arguments: [
    [], ["x", "--receipt", "nonsense"], ["x", "--digest", "12"], ["x", "--format", "xml"],
    ["x", "y", "--digest", String(repeating: "0", count: 64)],
  ])
  func `what is asked wrongly`(arguments: [String]) throws {
    let done = try House().audit(arguments)
    #expect(done.status == 2 && done.text == "")
    #expect(done.errorText.hasPrefix("Error: "))
  }

  @Test func `the help says what an audit can't find`() throws {
    let done = try House().audit(["--help"])
    #expect(done.status == 0)
    let words = done.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(words.contains("A dishonest terminal can't be caught by hashes"))
    #expect(words.contains("not from whoever controls the host"))
  }
}

private struct Unexpected: Error {}

extension House {
  /// It needs no session, so that it takes no folder of sessions either.
  func audit(_ arguments: [String]) throws -> Finished {
    try Child(program, ["audit"] + arguments, environment: environment).finish()
  }
}

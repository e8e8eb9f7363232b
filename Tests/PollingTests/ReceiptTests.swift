import ExerciseProtocol
import Polling
import Testing

@Suite struct ReceiptTests {
  @Test func `no receipt where the poll gives none`() {
    var sample = Sample()
    #expect(Receipt(.none, for: sample.sealed("c1"), in: "a3-1") == nil)
  }

  @Test(arguments: [ReceiptKind.inclusion, .full])
  func `a receipt reads back, also as people type it`(kind: ReceiptKind) throws {
    var sample = Sample()
    for _ in 0..<20 {
      let receipt = try #require(Receipt(kind, for: sample.sealed("c1"), in: "a3-1"))
      #expect(try Receipt(reading: receipt.text) == receipt)
      #expect(try Receipt(reading: "  \(receipt.text.lowercased()) ") == receipt)
      #expect(
        try Receipt(
          reading: receipt.text.replacing("0", with: "O").replacing("a3 1", with: "")
            .replacing("aO", with: "a0")) == receipt)
    }
    let receipt = try #require(Receipt(.inclusion, for: sample.sealed("c1"), in: "a3-1"))
    #expect(receipt.text.wholeMatch(of: /a3-1 [0-9A-Z]{4}(-[0-9A-Z]{4}){5}/) != nil)
  }

  @Test func `a wrong letter is found`() throws {
    var sample = Sample()
    let text = try #require(Receipt(.full, for: sample.sealed("c1"), in: "a3-1")).text
    let symbols = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ")
    for place in text.indices.dropFirst(5) where symbols.contains(text[place]) {
      let other = try #require(symbols.first { $0 != text[place] })
      let wrong = text.replacingCharacters(at: place, with: other)
      #expect(throws: ReceiptFault.mistyped) { try Receipt(reading: wrong) }
    }
    for (wrong, fault) in [
      ("", ReceiptFault.noPoll), ("a3-1", .noPoll), ("a3_1 0000", .noPoll),
      ("a3-1 0000", .wrongLength(4)), ("a3-1 00U0", .unknownCharacter("U")),
    ] {
      #expect(throws: fault) { try Receipt(reading: wrong) }
    }
  }

  @Test func `with inclusion the bundle says that a ballot is there, with full which one`() throws {
    for kind in [ReceiptKind.inclusion, .full] {
      var sample = Sample(receipts: kind)
      var box = sample.box
      let mine = sample.sealed("c2")
      try box.cast(mine, spending: .person("p1"), by: .booth)
      try box.cast(sample.sealed("c1"), spending: .person("p2"), by: .booth)
      try box.close()
      let bundle = try PollBundle(of: box, words: "x")
      let receipt = try #require(Receipt(kind, for: mine, in: "a3-1"))
      let stranger = try #require(Receipt(kind, for: sample.sealed("c2"), in: "a3-1"))
      let elsewhere = try #require(Receipt(kind, for: mine, in: "a3-2"))
      #expect(bundle.answer(to: stranger) == .notInTheBox)
      #expect(bundle.answer(to: elsewhere) == .otherPoll("a3-1"))
      switch bundle.answer(to: receipt) {
      case .inTheBox(let commitment):
        #expect(kind == .inclusion && commitment == mine.commitment)
      case .ballot(let number, let ballot, let commitment):
        #expect(kind == .full && commitment == mine.commitment && ballot == mine.ballot)
        #expect(bundle.ballots[number - 1].ballot == mine.ballot)
      default: Issue.record("not found")
      }
      #expect(bundle.answer(to: receipt).isGood)
      #expect(!bundle.answer(to: stranger).isGood)
    }
  }

  @Test func `a full receipt finds a nonce that was exchanged`() throws {
    var sample = Sample(receipts: .full)
    let mine = sample.sealed("c2")
    var box = sample.box
    try box.cast(mine, spending: .person("p1"), by: .booth)
    try box.close()
    var bundle = try PollBundle(of: box, words: "x")
    bundle.ballots[0].nonce = sample.sealed("c1").nonce
    let receipt = try #require(Receipt(.full, for: mine, in: "a3-1"))
    #expect(bundle.answer(to: receipt) == .otherNonce(mine.commitment))
  }

  @Test func `what is promised is said for every kind`() {
    for kind in ReceiptKind.allCases { #expect(!Promises.of(kind).isEmpty) }
    let all = ReceiptKind.allCases.flatMap(Promises.of) + Promises.always + Promises.audit
    #expect(all.allSatisfy { $0.hasSuffix(".") && $0.count > 40 })
    #expect(
      Promises.always[0].contains(
        "secret from the participants, not from whoever controls the host"))
  }
}

extension String {
  fileprivate func replacingCharacters(at place: Index, with other: Character) -> String {
    String(self[..<place]) + String(other) + self[index(after: place)...]
  }
}

import ExerciseProtocol
import Polling
import Testing

/// The expected numbers of this file were computed apart from this program, by its contracts.
@Suite struct CommitmentTests {
  private func ramp() -> [UInt8] { Array(0..<32) }

  @Test func `the tie's commitment and seed are what the contract says`() throws {
    let seed = try #require(TieSeed(secret: ramp()))
    #expect(
      "\(seed.commitment)"
        == "d0782a07fde9161f81068ff6589d01e5c32e7c6cdc4840869bd698901c3ebcf4")
    #expect(seed.seed(mixedWith: "môr glas 7") == 177_901_981_718_021)
    #expect(TieSeed(secret: [1, 2]) == nil)
  }

  @Test(arguments: [
    ("", ""), ("  ", ""), ("Môr Glas", "môr glas"), (" Môr,\n Glas! ", "môr glas"),
    ("ÉTÉ—été", "été été"), ("7 × 7", "7 7"), ("don't", "don t"), ("ΣΟΦΟΣ", "σοφος"),
  ])
  func `words are normalised`(typed: String, normalised: String) {
    // The last letter of a Greek word has a form of its own that lower-casing may choose.
    let words = TieSeed.normalised(typed).replacing("ς", with: "σ")
    #expect(words == normalised)
  }

  @Test func `what the room says decides`() throws {
    let seed = try #require(TieSeed(secret: ramp()))
    #expect(seed.seed(mixedWith: "Blue, whale!") == seed.seed(mixedWith: " blue whale"))
    let all = Set((0..<200).map { seed.seed(mixedWith: "word \($0)") })
    #expect(all.count == 200)
    #expect(all.allSatisfy { $0 < 1 << 48 })
  }

  @Test func `a sealed ballot's commitment is what the contract says`() throws {
    let ballot = Ballot(.answers(["choice": "c1"]))
    let sealed = try #require(SealedBallot(ballot, nonce: ramp()))
    #expect(
      String(decoding: ballot.canonicalBytes, as: UTF8.self) == #"{"answers":{"choice":"c1"}}"#)
    #expect(
      "\(sealed.commitment)"
        == "569221a3d5f7e386e920f08ca57e2282eb82e8055caf17efb054da28362e4dff")
    #expect(SealedBallot(ballot, nonce: []) == nil)
    #expect(try SealedBallot(json: sealed.json, path: "ballot") == sealed)
  }

  private func leaves(_ count: Int) -> [Fingerprint] {
    (0..<count).map { Fingerprint(of: [UInt8($0)]) }
  }

  @Test(arguments: [
    (0, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    (1, "d9de27625445003d8a9739a851e3ff8d41c0683630b4d63a88327a6aaa37c409"),
    (3, "d1f13800048f5909d4043fc0c152f6643280cba608b672715e56ce159a20629f"),
    (5, "6b313b611b40676b9e1dfd70c4503f2379f88f0f1c2740fb7e1cacc32c113465"),
  ])
  func `roots are those of RFC 6962`(count: Int, root: String) {
    #expect("\(MerkleTree(leaves(count)).root)" == root)
  }

  @Test func `every proof of every tree verifies, and none for anything else`() throws {
    for count in 1...20 {
      let leaves = leaves(count)
      let tree = MerkleTree(leaves)
      for index in 0..<count {
        let proof = try #require(tree.proof(of: index))
        func holds(
          _ leaf: Fingerprint, _ index: Int, _ proof: [Fingerprint], _ root: Fingerprint? = nil
        ) -> Bool {
          MerkleTree.verify(
            leaf, at: index, of: count, proof: proof, root: root ?? tree.root)
        }
        #expect(holds(leaves[index], index, proof))
        #expect(!holds(Fingerprint(of: [99]), index, proof))
        #expect(!holds(leaves[index], index, proof, Fingerprint(of: [])))
        #expect(!holds(leaves[index], index, proof + [tree.root]))
        #expect(!holds(leaves[index], count, proof) && !holds(leaves[index], -1, proof))
        if !proof.isEmpty { #expect(!holds(leaves[index], index, Array(proof.dropLast()))) }
        for other in 0..<count where other != index {
          #expect(!holds(leaves[index], other, proof))
        }
      }
      #expect(tree.proof(of: count) == nil && tree.proof(of: -1) == nil)
    }
  }

  @Test func `a fingerprint is read only as it is written`() throws {
    let text = "d0782a07fde9161f81068ff6589d01e5c32e7c6cdc4840869bd698901c3ebcf4"
    #expect(Fingerprint(text)?.description == text)
    for wrong in [
      "", text.uppercased(), String(text.dropLast()), text + "00", "g" + text.dropFirst(),
    ] {
      #expect(Fingerprint(wrong) == nil, "\(wrong)")
    }
  }
}

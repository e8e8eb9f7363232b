import ExerciseProtocol
import Polling
import Testing

@Suite struct BallotCodeTests {
  private static let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ")

  private static func codes(_ count: Int) -> [BallotCode] {
    var generator = Chance(seed: 1)
    return (0..<count).map { _ in BallotCode(using: &generator) }
  }

  private static func fault(_ characters: [Character]) -> CodeFault? {
    do throws(CodeFault) {
      _ = try BallotCode(reading: String(characters))
      return nil
    } catch {
      return error
    }
  }

  @Test func `a code is seven groups of four`() throws {
    for code in Self.codes(50) {
      #expect(code.text.wholeMatch(of: /[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){6}/) != nil)
      #expect(try BallotCode(reading: code.text) == code)
    }
  }

  @Test func `every single wrong letter or digit is found`() {
    for code in Self.codes(4) {
      let right = Array(code.text.filter { $0 != "-" })
      for place in right.indices {
        for other in Self.alphabet where other != right[place] {
          var wrong = right
          wrong[place] = other
          #expect(Self.fault(wrong) == .mistyped)
        }
      }
    }
  }

  /// The checks are linear: whether an error is found depends on the error alone, which for a
  /// transposition is the same difference at two places. All of them are tried.
  @Test func `every transposition of two neighbours is found`() {
    let right = Array((Self.codes(1)[0]).text.filter { $0 != "-" })
    for place in 0..<27 {
      for difference in 1..<32 {
        var wrong = right
        for end in [place, place + 1] {
          let value = Self.alphabet.firstIndex(of: wrong[end]) ?? 0
          wrong[end] = Self.alphabet[value ^ difference]
        }
        #expect(Self.fault(wrong) == .mistyped)
      }
    }
    for code in Self.codes(100) {
      let right = Array(code.text.filter { $0 != "-" })
      for place in 0..<27 where right[place] != right[place + 1] {
        var wrong = right
        wrong.swapAt(place, place + 1)
        #expect(Self.fault(wrong) == .mistyped)
      }
    }
  }

  @Test func `reading forgives what people do`() throws {
    // A code with all the letters that are mistaken for others.
    let code = try #require(
      Self.codes(500).first { $0.text.contains("0") && $0.text.contains("1") })
    let plain = code.text.filter { $0 != "-" }
    let forms = [
      plain, code.text.lowercased(), "  \(code.text)\t", plain.map { "\($0) " }.joined(),
      code.text.replacing("0", with: "O").replacing("1", with: "l"),
      code.text.replacing("0", with: "o").replacing("1", with: "I"),
      code.text.replacing("-", with: "–"), code.text.replacing("-", with: " — "),
    ]
    for form in forms { #expect(try BallotCode(reading: form) == code, "\(form)") }
  }

  @Test func `what is no code says why`() {
    #expect(Self.fault(Array("U123")) == .unknownCharacter("U"))
    #expect(Self.fault(Array("7K2M-9QXA")) == .wrongLength(8))
    #expect(Self.fault([]) == .wrongLength(0))
    #expect(Self.fault(Array(repeating: "é", count: 28)) == .unknownCharacter("é"))
  }

  @Test func `a code of one poll is none of another, and codes differ`() {
    let codes = Self.codes(1000)
    #expect(Set(codes).count == 1000)
    #expect(codes[0].hash(in: "a3-1") != codes[0].hash(in: "a3-2"))
    #expect(codes[0].hash(in: "a3-1") == codes[0].hash(in: "a3-1"))
  }

  /// Computed apart from this program.
  @Test func `hashes are what the contract says`() throws {
    let code = try BallotCode(reading: "0000-0000-0000-0000-0000-0000-0000")
    #expect(
      "\(code.hash(in: "a3-1"))"
        == "efbbc2e508f6b1d14b08adba4fb4b418a2114a7be26976ce43c49424cb026e43")
    #expect(
      "\(BallotCode.digest(of: [code.hash(in: "a3-1")]))"
        == "0511d6cc4d7724121a2af597f7e2a8788ff25f77d358ba1c285fe1dfda74bfc5")
  }

  @Test func `the sheet has one slip a code and says nothing else of it`() throws {
    var generator = Chance(seed: 3)
    let sheet = CodeSheet("What first?", poll: "a3-1", count: 20, using: &generator)
    #expect(sheet.text.split(separator: "\n").allSatisfy { $0.count <= 80 })
    let lines = sheet.text.split(separator: "\n").map { String($0.drop { $0 == " " }) }
    let slips = lines.filter { line in
      let dashes = line.count { $0 == "-" }
      return line.count == 34 && dashes == 6
    }
    let printed = try slips.map { try BallotCode(reading: $0) }
    #expect(printed == sheet.codes)
    #expect(sheet.hashes == sheet.codes.map { $0.hash(in: "a3-1") }.sorted())
  }
}

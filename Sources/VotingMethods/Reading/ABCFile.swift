/// Approvals in the format of the library abcvoting (`.abc.yaml`).
///
/// ```
/// description: "A committee"
/// profile: [[0, 1], [2], [0, 1,
///   2]]
/// num_cand: 5
/// committeesize: 3
/// ```
///
/// Source: https://github.com/martinlackner/abcvoting, module fileio. Candidates are numbers
/// from 0.
/// Of YAML what these files use is read: the profile as lists in brackets, or a list in brackets
/// behind a dash on each line.
enum ABCFile {
  static func election(
    _ bytes: [UInt8], _ policy: ReadingPolicy
  ) throws(ReadingFault) -> Election {
    var values: [String: (text: String, line: Int)] = [:]
    var key = ""
    let text = String(decoding: bytes, as: UTF8.self)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    for (number, line) in lines.enumerated() {
      let isKey = line.first.map { $0.isLetter } ?? false
      if isKey, let colon = line.firstIndex(of: ":") {
        key = String(line[..<colon])
        values[key] = (String(line[line.index(after: colon)...]), number + 1)
      } else if !line.hasPrefix("#") {
        values[key]?.text += "\n" + line
      }
    }
    guard let profile = values["profile"] else {
      throw ReadingFault(line: 1, expected: .abcProfile, found: "")
    }
    let sets = try sets(profile.text, from: profile.line)
    let highest = sets.flatMap(\.set).max() ?? -1
    let count = try values["num_cand"].map { value throws(ReadingFault) in
      try number(value.text, value.line)
    }
    guard highest < count ?? .max else {
      let line = sets.first { $0.set.contains(highest) }?.line ?? 1
      throw ReadingFault(line: line, expected: .abcNumber(count ?? 0), found: "\(highest)")
    }
    let candidates = (0..<(count ?? highest + 1)).map { Candidate(id: "\($0)", name: "\($0)") }
    let weights = try values["voter_weights"].map { value throws(ReadingFault) in
      try voterWeights(value.text, value.line, count: sets.count)
    }
    let weighed = sets.indices.map { index in
      (sets[index].set, sets[index].line, weights?[index] ?? DecimalNumber(1))
    }
    return try election(weighed, candidates, policy, seats: values["committeesize"])
  }

  private static func election(
    _ sets: [(set: [Int], line: Int, weight: DecimalNumber)], _ candidates: [Candidate],
    _ policy: ReadingPolicy,
    seats: (text: String, line: Int)?
  ) throws(ReadingFault) -> Election {
    var reading = Reading(.abcVoting)
    var ballots = DistinctBallots<Int32>()
    reading.shape = .approvals
    for (set, line, weight) in sets {
      let distinct = Set(set).sorted()
      reading.ballots += 1
      if distinct.count < set.count {
        switch policy.repeats {
        case .refuse:
          throw ReadingFault(line: line, expected: .decision(.repeats), found: "\(set)")
        case .invalid:
          reading.note(.repeated, became: ReadingPolicy.Doubt.invalid.rawValue, line: line)
          reading.invalid += 1
          continue
        default: reading.note(.repeated, became: ReadingPolicy.Doubt.skip.rawValue, line: line)
        }
      }
      if distinct.isEmpty { reading.blank += 1 }
      ballots.take(distinct.map { Int32($0) }, weight: weight, line: line)
    }
    var election = Election(approvals: ballots, candidates)
    election.seats = try seats.map { value throws(ReadingFault) in
      try number(value.text, value.line)
    }
    election.reading = reading
    return election
  }

  private static func number(_ text: String, _ line: Int) throws(ReadingFault) -> Int {
    let word = CSVWords.trimmed(text)
    guard let number = Int(word), (1...32_767).contains(number) else {
      throw ReadingFault(line: line, expected: .number, found: String(word.prefix(40)))
    }
    return number
  }

  /// `[1, 2.5]`: what each ballot of the profile counts.
  private static func voterWeights(
    _ text: String, _ line: Int, count: Int
  ) throws(ReadingFault) -> [DecimalNumber] {
    let word = CSVWords.trimmed(text)
    let fault = ReadingFault(
      line: line, expected: .abcWeights(count), found: String(word.prefix(40)))
    guard word.hasPrefix("["), word.hasSuffix("]") else { throw fault }
    let weights = word.dropFirst().dropLast().split(separator: ",").compactMap { part in
      DecimalNumber(CSVWords.trimmed(String(part))).flatMap { $0.value > 0 ? $0 : nil }
    }
    guard weights.count == count else { throw fault }
    return weights
  }

  /// The innermost lists.
  private static func sets(
    _ text: String, from start: Int
  ) throws(ReadingFault) -> [(set: [Int], line: Int)] {
    var sets: [(set: [Int], line: Int)] = []
    var (line, digits) = (start, "")
    var (depth, isOpen) = (0, false)
    var set: [Int] = []
    for character in text {
      let fault = ReadingFault(line: line, expected: .abcProfile, found: String(character))
      switch character {
      case "0"..."9" where isOpen: digits.append(character)
      case "[", "{":
        // A list within a list: the outer one is the profile.
        guard set.isEmpty, digits.isEmpty, depth < 2 else { throw fault }
        (depth, isOpen, set) = (depth + 1, true, [])
      case ",", "]", "}", " ", "\n", "\r", "\r\n":
        if !digits.isEmpty {
          guard digits.utf8.count <= 5, let number = Int(digits) else { throw fault }
          set.append(number)
          digits = ""
        }
        if character == "]" || character == "}" {
          guard depth > 0 else { throw fault }
          if isOpen { sets.append((set, line)) }
          (depth, isOpen, set) = (depth - 1, false, [])
        }
        if character.isNewline { line += 1 }
      case "-" where depth == 0: continue
      default: throw fault
      }
    }
    guard depth == 0 else { throw ReadingFault(line: line, expected: .abcProfile, found: "") }
    return sets
  }
}

import ExerciseProtocol
import Results
import VotingMethods

/// The figures that a returning officer declares with a result.
///
/// ```
/// {"electorate": number or null, "turnout": percent as text or null,
///  "ballots": {"read", "valid", "blank", "invalid"} or null of a poll's bundle,
///  "invalid": [{"policy": "repeats" or "overvotes" or null, "count"}…],
///  "seats": number or null, "quota": text or null, "lastQuota": text or null where it falls,
///  "exhausted": [{"stage", "votes": text, "all": text}…],
///  "withdrawn": [{"id", "name"}…],
///  "lots": [{"order": [id…], "ties": number}…],
///  "source": {"sha256", "bytes"},
///  "added": [{"file", "sha256", "bytes"}…] where --add named any}
/// ```
///
/// Texts that are numbers are exact, as everywhere in a result. `exhausted` has the stages at which
/// votes went to nobody; `all` is how many have since the count began.
struct TallyFigures {
  private let result: TallyResult
  private var outcome: VotingMethods.Outcome { result.outcome }
  private var officer: OfficerFacts { result.officer }
  private var reading: Reading? { result.election.reading }

  init(_ result: TallyResult) { self.result = result }

  /// The figures under a heading of their own, and whatever lot was entered for nothing.
  var blocks: [View.Block] {
    let facts = facts
    return (facts.isEmpty ? [] : [.heading("Figures", level: 2), .facts(facts)])
      + (result.isTied ? [] : result.lotsOfNoUse)
  }

  var facts: [View.Fact] {
    var facts: [View.Fact] = []
    if let electorate = officer.electorate {
      facts.append(View.Fact("May vote", text(electorate)))
      let share = "(\(turnout(of: electorate)) %)"
      facts.append(View.Fact("Turnout", "\(text(cast)) of \(text(electorate)) \(share)"))
    }
    if let reading {
      facts.append(View.Fact("Ballots read", text(reading.ballots)))
      facts.append(View.Fact("Valid", text(reading.valid)))
      facts.append(View.Fact("Blank", text(reading.blank)))
      facts.append(View.Fact("Invalid", invalidText(reading)))
    }
    if outcome.method.traits.choice == .seats {
      facts.append(View.Fact("Places", "\(outcome.seats)"))
    }
    if let quota = quotas.first {
      let last = quotas.last.flatMap { $0 == quota ? nil : $0 }
      let falls = last.map { ", at last \(result.view.number($0))" } ?? ""
      facts.append(View.Fact("Quota", result.view.number(quota) + falls))
    }
    let gone = exhausted
    if !gone.isEmpty {
      let parts = gone.map { "stage \($0.stage): \(result.view.number($0.votes))" }
      let all = gone.last.map { "; in all \(result.view.number($0.all))" } ?? ""
      facts.append(View.Fact(goneName, parts.joined(separator: ", ") + all))
    }
    if !result.election.withdrawn.isEmpty {
      let names = result.election.withdrawn.map { $0.name.isEmpty ? $0.id : $0.name }
      facts.append(View.Fact("Withdrew", names.joined(separator: ", ")))
    }
    return facts
  }

  var json: JSONValue {
    let read: JSONValue? = reading.map { reading in
      [
        "read": .integer(reading.ballots), "valid": .integer(reading.valid),
        "blank": .integer(reading.blank), "invalid": .integer(reading.invalid),
      ]
    }
    let turnout = officer.electorate.map { JSONValue.string(self.turnout(of: $0)) }
    let isFalling = Set(quotas).count > 1
    return [
      "electorate": officer.electorate.map { .integer($0) } ?? .null,
      "turnout": turnout ?? .null, "ballots": read ?? .null,
      "invalid": .array(invalid.map(Self.json)),
      "seats": outcome.method.traits.choice == .seats ? .integer(outcome.seats) : .null,
      "quota": quotas.first.map { .string($0.description) } ?? .null,
      "lastQuota": isFalling ? quotas.last.map { .string($0.description) } ?? .null : .null,
      "exhausted": .array(
        exhausted.map {
          [
            "stage": .integer($0.stage), "votes": .string($0.votes.description),
            "all": .string($0.all.description),
          ]
        }),
      "withdrawn": .array(
        result.election.withdrawn.map { ["id": .string($0.id), "name": .string($0.name)] }),
      "lots": .array(
        officer.lots.map { lot in
          [
            "order": .array(lot.order.map { .string(outcome.candidates[$0].id) }),
            "ties": .integer(result.ties(decidedBy: lot).count),
          ]
        }),
      "source": [
        "sha256": .string(officer.files[0].digest), "bytes": .integer(officer.files[0].bytes),
      ],
      "added": officer.files.count == 1
        ? nil
        : .array(
          officer.files.dropFirst().map { file in
            [
              "file": .string(file.name), "sha256": .string(file.digest),
              "bytes": .integer(file.bytes),
            ]
          }),
    ]
  }

  private func text(_ number: Int) -> String { result.view.number(number) }

  // MARK: Ballots

  private var cast: Int { reading?.ballots ?? result.election.ballots.voters }

  /// In hundredths of the electorate, with two decimals.
  private func turnout(of electorate: Int) -> String {
    let parts = (Int128(cast) * 20_000 + Int128(electorate)) / (2 * Int128(electorate))
    let rest = String(parts % 100)
    return "\(parts / 100).\(rest.count < 2 ? "0" : "")\(rest)"
  }

  /// How many ballots were set aside, by which policy; of what no policy explains the file says it.
  private var invalid: [(policy: String?, count: Int)] {
    guard let reading, reading.invalid > 0 else { return [] }
    let word = ReadingPolicy.Doubt.invalid.rawValue
    let policies: [(Reading.Kind, String)] = [
      (.repeated, "repeats"), (.overvote, "overvotes"), (.overspent, "overvotes"),
    ]
    var parts: [(policy: String?, count: Int)] = policies.compactMap { kind, policy in
      let count = reading.notes.filter { $0.kind == kind && $0.became == word }
        .reduce(0) { $0 + $1.count }
      return count > 0 ? (policy, count) : nil
    }
    let rest = reading.invalid - parts.reduce(0) { $0 + $1.count }
    if rest > 0 { parts.append((nil, rest)) }
    return parts
  }

  private static func json(_ part: (policy: String?, count: Int)) -> JSONValue {
    ["policy": part.policy.map { .string($0) } ?? .null, "count": .integer(part.count)]
  }

  private func invalidText(_ reading: Reading) -> String {
    let parts = invalid.map { part in
      part.policy.map { "\(text(part.count)) by --\($0) invalid" }
        ?? "\(text(part.count)) as the file says"
    }
    return parts.isEmpty
      ? text(reading.invalid) : "\(text(reading.invalid)) (\(parts.joined(separator: ", ")))"
  }

  // MARK: The count

  private var quotas: [Rational] { outcome.stages.compactMap(\.quota) }

  private var goneName: String {
    outcome.stages.contains { $0.quota != nil } ? "Not transferable" : "Exhausted"
  }

  /// What went to nobody, stage by stage: of the first stage's votes, those that lie with nobody.
  private var exhausted: [(stage: Int, votes: Rational, all: Rational)] {
    guard outcome.method.passesVotesOn, let first = outcome.stages.first else { return [] }
    let start = first.totals.reduce(.zero, +)
    var before = Rational.zero
    return outcome.stages.enumerated().compactMap { place, stage in
      let all = start - stage.totals.reduce(.zero, +)
      defer { before = all }
      return all > before ? (place + 1, all - before, all) : nil
    }
  }
}

extension MethodID {
  /// Whether each stage's totals are the same votes, lying with somebody else.
  fileprivate var passesVotesOn: Bool {
    guard traits.ballots == [.rankings] else { return false }
    switch self {
    case .plurality, .bucklin: return false
    default: return true
    }
  }
}

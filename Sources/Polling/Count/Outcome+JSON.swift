public import ExerciseProtocol
public import VotingMethods

/// The record of a result, as it is printed and kept:
///
/// ```
/// {"method", "parameters": {name: text or number},
///  "candidates": [{"id", "name"}], "winners": [id…] in order of election,
///  "ranking": [[id…]…] where the method ranks, tied ones together,
///  "ties": [{"question", "stage", "candidates": [id…], "chosen": [id…], "resolution"}…],
///  "stages": [{"totals": {id: text}, "quota": text or null, "elected": [id…],
///              "excluded": [id…], "transfers": [{"from": id, "to": id or null, "votes": text}],
///              "lastPlaces": {id: text} where the method asks who is last}…],
///  "pairwise": [[number]] where the method compares in pairs,
///  "duels" and "groups" where the method has them, "file" where there are several,
///  "verdict" of a poll's bundle, as ``PollVerdict`` has it,
///  "reading" of another file: how it was read, as `charrette tally` writes it, who adds "status",
///  "tied" and "figures"; see the guide's page “How ties are broken”}
/// ```
///
/// Ids are those of the file. Texts that are numbers are exact: a decimal, or a fraction where
/// there is no finite one. A tie's stage is counted from 1 and null where there are none; its
/// resolution is `unbroken`, `prior:STAGE`, `lot:SEED`, `drawn` (by hand), `method:RULE`,
/// `parallel-universes`, or `immaterial`: however it is decided, the same are elected.
extension Outcome {
  /// The record; `file` is what the ballots came from, where there are several.
  public func json(file: String? = nil) -> JSONValue {
    let ids = candidates.map { JSONValue.string($0.id) }
    return [
      "method": .string(method.rawValue),
      "parameters": .object(parameters.map { .init($0.name, Self.json($0.value)) }),
      "candidates": .array(
        candidates.map { ["id": .string($0.id), "name": .string($0.name)] }),
      "winners": .array(winners.map { ids[$0] }),
      "ranking": ranking.isEmpty ? nil : .array(ranking.map { .array($0.map { ids[$0] }) }),
      "ties": .array(ties.map { $0.json(ids) }),
      "stages": .array(stages.map { $0.json(ids) }),
      "pairwise": pairwise.isEmpty
        ? nil : .array(pairwise.map { .array($0.map { .integer($0) }) }),
      "duels": duels.map { $0.json(ids) }, "groups": groups.map { $0.json(ids) },
      "file": file.map { .string($0) },
    ]
  }

  /// A number where the text is one that JSON writes the same.
  private static func json(_ text: String) -> JSONValue {
    if let number = Int(text), String(number) == text { return .integer(number) }
    return .string(text)
  }
}

extension JSONValue {
  /// The candidates at these places.
  fileprivate static func ids(_ places: [Int], _ ids: [JSONValue]) -> JSONValue {
    .array(places.map { ids[$0] })
  }

  /// A value for each candidate, by id.
  fileprivate static func byID(_ values: [JSONValue], _ ids: [JSONValue]) -> JSONValue {
    .object(
      zip(ids, values).compactMap { id, value in
        guard case .string(let name) = id else { return nil }
        return Member(name, value)
      })
  }
}

extension Tie {
  fileprivate func json(_ ids: [JSONValue]) -> JSONValue {
    let resolution =
      switch resolution {
      case .unbroken: "unbroken"
      case .priorStage(let stage): "prior:\(stage + 1)"
      case .lot(let seed): "lot:\(seed)"
      case .drawn: "drawn"
      case .method(let rule): "method:\(rule)"
      case .parallelUniverses: "parallel-universes"
      case .immaterial: "immaterial"
      }
    return [
      "question": .string(question.rawValue), "stage": stage.map { .integer($0 + 1) } ?? .null,
      "candidates": .ids(candidates, ids), "chosen": .ids(chosen, ids),
      "resolution": .string(resolution),
    ]
  }
}

extension Stage {
  fileprivate func json(_ ids: [JSONValue]) -> JSONValue {
    let lasts = lastPlaces.map { JSONValue.string($0.description) }
    let known: JSONValue = [
      "totals": .byID(totals.map { .string($0.description) }, ids),
      "quota": quota.map { .string($0.description) } ?? .null,
      "elected": .ids(elected, ids), "excluded": .ids(excluded, ids),
      "transfers": .array(
        transfers.map { transfer in
          [
            "from": ids[transfer.from], "to": transfer.to.map { ids[$0] } ?? .null,
            "votes": .string(transfer.votes.description),
          ]
        }),
    ]
    guard case .object(let members) = known, !lasts.isEmpty else { return known }
    return .object(members + [JSONValue.Member("lastPlaces", .byID(lasts, ids))])
  }
}

extension DuelCount {
  fileprivate func json(_ ids: [JSONValue]) -> JSONValue {
    [
      "decided": .integer(decided), "undecided": .integer(undecided),
      "decidedByCandidate": .byID(decidedByCandidate.map { .integer($0) }, ids),
      "undecidedByCandidate": .byID(undecidedByCandidate.map { .integer($0) }, ids),
    ]
  }
}

extension OpinionGroups.Finding {
  fileprivate func json(_ ids: [JSONValue]) -> JSONValue {
    [
      "groups": .array(groups.map { $0.json(ids) }),
      "leftOut": .integer(leftOut),
      "commonGround": .array(commonGround.map { $0.json(ids) }),
      "silhouette": .number(silhouette),
      "explained": .array(explained.map { .number($0) }),
      "places": .array(
        places.map { place in
          [
            "row": .integer(place.row + 1), "x": .number(place.x), "y": .number(place.y),
            "group": .integer(place.group + 1),
          ]
        }),
    ]
  }
}

extension OpinionGroups.Group {
  fileprivate func json(_ ids: [JSONValue]) -> JSONValue {
    [
      "people": .integer(people),
      "answers": .byID(
        answers.map { answers in
          [
            "agree": .integer(answers.agree), "disagree": .integer(answers.disagree),
            "pass": .integer(answers.pass),
          ]
        }, ids),
      "representative": .array(
        representative.map { telling in
          [
            "statement": ids[telling.statement], "opinion": telling.opinion.json,
            "ratio": .number(telling.ratio), "isSignificant": .bool(telling.isSignificant),
          ]
        }),
      "minority": .array(minority.map { $0.json(ids) }),
    ]
  }
}

extension OpinionGroups.Ground {
  fileprivate func json(_ ids: [JSONValue]) -> JSONValue {
    ["statement": ids[statement], "opinion": opinion.json]
  }
}

extension OpinionBallots.Opinion {
  fileprivate var json: JSONValue {
    switch self {
    case .agree: "agree"
    case .disagree: "disagree"
    case .pass: "pass"
    }
  }
}

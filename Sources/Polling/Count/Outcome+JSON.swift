public import ExerciseProtocol
public import VotingMethods

extension Outcome {
  /// The outcome as files and `--format json` have it; candidates by their ids, totals exact.
  public var json: JSONValue {
    [
      "method": .string(method.rawValue),
      "parameters": .object(parameters.map { .init($0.name, .string($0.value)) }),
      "candidates": .array(
        candidates.map { ["id": .string($0.id), "name": .string($0.name)] }),
      "winners": ids(winners), "ranking": ranking.isEmpty ? nil : .array(ranking.map(ids)),
      "ties": .array(ties.map(json)), "stages": .array(stages.map(json)),
      "pairwise": pairwise.isEmpty
        ? nil : .array(pairwise.map { .array($0.map(JSONValue.integer)) }),
      "duels": duels.map {
        ["decided": .integer($0.decided), "undecided": .integer($0.undecided)]
      },
    ]
  }

  private func id(_ candidate: Int) -> JSONValue {
    .string(candidates.indices.contains(candidate) ? candidates[candidate].id : "\(candidate)")
  }

  private func ids(_ some: [Int]) -> JSONValue { .array(some.map(id)) }

  private func json(_ tie: Tie) -> JSONValue {
    let resolution: JSONValue =
      switch tie.resolution {
      case .unbroken: "unbroken"
      case .priorStage(let stage): "prior stage \(stage + 1)"
      case .lot(let seed): "lot:\(seed)"
      case .method(let rule): .string(rule)
      case .parallelUniverses: "parallel universes"
      }
    return [
      "question": .string(tie.question.rawValue),
      "stage": tie.stage.map { .integer($0 + 1) }, "candidates": ids(tie.candidates),
      "chosen": ids(tie.chosen), "resolution": resolution,
    ]
  }

  private func json(_ stage: Stage) -> JSONValue {
    [
      "totals": .object(
        zip(candidates, stage.totals).map { .init($0.id, .string($1.description)) }),
      "quota": stage.quota.map { .string($0.description) },
      "elected": ids(stage.elected), "excluded": ids(stage.excluded),
      "transfers": .array(
        stage.transfers.map {
          [
            "from": id($0.from), "to": $0.to.map(id), "votes": .string($0.votes.description),
          ]
        }),
    ]
  }
}

import Foundation
import Testing
import VotingMethods

/// What a council declared about one ward of the election of 2017.
struct DeclaredWard: Decodable {
  var seats: Int
  var elected: [Int]
  var stages: [[String: String]]

  private enum CodingKeys: String, CodingKey {
    case seats, elected
    case stages = "stage_totals"
  }
}

@Suite("Scottish wards of 2017")
struct ScottishWards {
  @Test("Two wards are counted as declared", arguments: ["moray-S13003030", "falkirk-S13002936"])
  func fixture(_ name: String) throws {
    try check(SharedData.fixtures.appending(path: name + ".blt"))
  }

  @Test(
    "All wards are counted as declared",
    .enabled(
      if: !SharedData.files(in: SharedData.scottish, ending: ".blt").isEmpty,
      "../shared/data/scottish-2017 is not there: only two of the wards are checked"))
  func all() throws {
    let files = SharedData.files(in: SharedData.scottish, ending: ".blt")
    for file in files { try check(file) }
  }

  private func check(_ file: URL) throws {
    let name = file.deletingPathExtension().lastPathComponent
    let beside = file.deletingPathExtension().appendingPathExtension("declared.json")
    let declared = try JSONDecoder().decode(DeclaredWard.self, from: Data(contentsOf: beside))
    let election = try BLT(reading: SharedData.bytes(file))
    #expect(election.seats == declared.seats)
    let outcome = try ScottishSTV(
      seats: election.seats, tieBreak: TieBreak([.priorStage, .lot(seed: 2017)])
    ).tally(election.ballots)
    let elected = outcome.winners.map { outcome.candidates[$0].id }
    #expect(Set(elected) == Set(declared.elected.map(String.init)), "\(name)")
    #expect(outcome.stages.count == declared.stages.count, "\(name)")
    for (place, pair) in zip(outcome.stages, declared.stages).enumerated() {
      for (candidate, total) in zip(outcome.candidates, pair.0.totals) {
        let published = try #require(Double(pair.1[candidate.id] ?? ""))
        #expect(
          abs(total.approximation - published) <= 0.005,
          "\(name), stage \(place + 1), candidate \(candidate.id)")
      }
    }
  }
}

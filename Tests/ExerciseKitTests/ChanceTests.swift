import ExerciseKit
import ExerciseTesting
import Testing

@Suite struct ChanceTests {
  /// The first numbers of SplitMix64 from 0, as its authors' reference program prints them.
  @Test func `the numbers are those of the method`() {
    var chance = Chance(seed: 0)
    #expect(chance.next() == 0xE220_A839_7B1D_CDAF)
    #expect(chance.next() == 0x6E78_9E6A_A1B9_65F4)
    #expect(chance.next() == 0x06C4_5D18_8009_454F)
  }

  @Test func `another seed gives another order, and the same seed the same`() {
    func order(_ seed: Int) -> [Int] {
      var chance = Chance(seed: seed)
      return (0..<20).shuffled(using: &chance)
    }
    #expect(order(1) == order(1))
    #expect(order(1) != order(2))
    #expect(order(-1).sorted() == Array(0..<20))
  }

  @Test func `an action has the chance of its call, and a view has none`() throws {
    let harness = try Harness(Lots.plugin, exercise: "lots")
    let first = try harness.run("draw", seed: 42)
    #expect(first.changes == [.record(42)])
    #expect(try harness.run("draw", seed: 7).changes == [.record(7)])
    #expect(try harness.view().blocks == [.text("42 7 and now 0")])
  }

  @Test func `a seed is a whole number that every reader of JSON has`() {
    #expect(Call.seed(from: .max) == 1 << 53 - 1)
    #expect(Call.seed(from: 0) == 0)
  }
}

/// Records the seed of each call.
private struct Lots: Exercise {
  static let about = ExerciseAbout(id: "lots", name: "Lots", summary: "for the tests of the kit")
  static let initialState: [Int] = []
  static let actions: [any Action<Lots>.Type] = [Draw.self]

  static func evolve(_ state: inout [Int], _ event: Int, at: Timestamp) { state.append(event) }

  static func view(of room: Room<Lots>, for audience: Audience) -> View {
    let drawn = room.state.map(String.init).joined(separator: " ")
    return View([.text("\(drawn) and now \(room.seed)")])
  }

  struct Draw: Action {
    static let about = ActionAbout("draw", "Draw a lot", examples: ["draw"])
    func decide(in room: Room<Lots>) -> [Effect<Int>] { [.record(room.seed)] }
  }

  static let plugin = Plugin(
    id: "lots", name: "Lots", version: "1.0.0", summary: "For the tests of the kit",
    author: "The Charrette authors", licence: "Apache-2.0", exercises: [Lots.self])
}

import Terminal
import Testing

/// The pages of a wall, on a clock of the test's.
@Suite("The wall turns its pages")
struct WallTurnerTests {
  private func turner(_ words: [Int] = [30, 90, 6]) -> WallTurner {
    var turner = WallTurner()
    turner.take(words, at: .zero)
    return turner
  }

  /// The times, in seconds, at which the page changes by itself, and to which.
  private func turns(_ turner: WallTurner, until end: Int) -> [[Int]] {
    var (turner, turns) = (turner, [[Int]]())
    for second in 0...end {
      let before = turner.page
      turner.tick(at: .seconds(second))
      if turner.page != before { turns.append([second, turner.page]) }
    }
    return turns
  }

  @Test("By itself, once there was time to read")
  func byItself() {
    #expect(turns(turner(), until: 60) == [[10, 1], [40, 2], [48, 0], [58, 1]])
    #expect(WallTurner.time(for: 0) == .seconds(8))
    #expect(WallTurner.time(for: 10_000) == .seconds(40))
  }

  @Test("One page stays")
  func one() { #expect(turns(turner([500]), until: 300).isEmpty) }

  @Test("A page that somebody turned to stays a minute")
  func byHand() {
    var turner = turner()
    turner.turn(by: 1, at: .seconds(5))
    #expect(turner.page == 1)
    #expect(turns(turner, until: 70).first == [65, 2])
    turner.turn(by: 2, at: .seconds(6))
    #expect(turner.page == 0)
    turner.turn(by: -1, at: .seconds(6))
    #expect(turner.page == 2)
    turner.go(to: 99, at: .seconds(6))
    #expect(turner.page == 2)
    turner.go(to: -5, at: .seconds(6))
    #expect(turner.page == 0)
  }

  @Test("One that is held stays until it is let go")
  func held() {
    var turner = turner()
    turner.hold()
    #expect(turns(turner, until: 600).isEmpty)
    turner.show(2, at: .seconds(600))
    #expect(turner.page == 0)
    turner.turn(by: 1, at: .seconds(600))
    #expect(turner.page == 1)
    turner.release(at: .seconds(700))
    #expect(turns(turner, until: 740).first == [730, 2])
  }

  @Test("Where there are fewer pages, the last one is up")
  func fewer() {
    var turner = turner()
    turner.go(to: 2, at: .zero)
    turner.take([5, 5], at: .seconds(1))
    #expect(turner.page == 1)
    turner.take([], at: .seconds(1))
    #expect(turner.page == 0 && turner.count == 1)
  }
}

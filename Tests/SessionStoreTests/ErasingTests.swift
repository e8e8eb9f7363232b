import SessionStore
import Testing

@Suite("Erasing what an event says")
struct ErasingTests {
  @Test("The text is gone, the chain verifies, and everybody goes on")
  func erase() throws {
    let desk = try Desk()
    let one = try desk.create()
    try one.add(draft(1))
    try one.add(draft(2, text: "a secret"), draft(3))
    let (two, before, _) = try desk.open()
    let changes = try #require(two.changes)
    #expect(try one.erase(seq: 2).isEmpty)
    #expect(isReadable(changes, milliseconds: 10_000))
    two.drainChanges()

    #expect(!String(decoding: try desk.read(), as: UTF8.self).contains("secret"))
    let (_, entries, report) = try desk.open()
    #expect(report == RecoveryReport())
    #expect(entries.texts == [draft(1).text, "erased", draft(3).text])
    #expect(entries.map(\.hash) == before.map(\.hash))

    try one.add(draft(4))
    #expect(try two.catchUp().texts == [draft(4).text])
    two.drainChanges()
    try one.add(draft(5))
    #expect(isReadable(changes, milliseconds: 10_000))
    #expect(try two.append([draft(6)], after: two.head).isAppended == false)
    try two.add(draft(6))
    #expect(try one.catchUp().count == 1)
    #expect(try desk.open().entries.count == 6)
  }

  @Test("Every event can be erased, twice does no harm, and one that is not there is named")
  func eraseAll() throws {
    let desk = try Desk()
    let files = try desk.create()
    for number in 1...3 { try files.add(draft(number)) }
    for seq in [3, 1, 2, 2] { #expect(try files.erase(seq: seq).isEmpty) }
    for seq in [0, 4] {
      #expect(throws: StoreFailure.noSuchEvent(seq: seq)) { try files.erase(seq: seq) }
    }
    #expect(try desk.open().entries.texts == ["erased", "erased", "erased"])
    #expect(!desk.files.contains { $0.hasSuffix(".new") })
  }

  @Test("Erasing hands out what others appended meanwhile")
  func eraseBehind() throws {
    let desk = try Desk()
    let one = try desk.create()
    let (two, _, _) = try desk.open()
    try one.add(draft(1))
    #expect(try two.erase(seq: 1).texts == [draft(1).text])
    #expect(try two.catchUp().isEmpty)
    #expect(try one.catchUp().isEmpty)
  }

  @Test("An erased line that was changed afterwards is damage like any other")
  func flippedBits() throws {
    let desk = try Desk()
    let files = try desk.create()
    for number in 1...2 { try files.add(draft(number)) }
    _ = try files.erase(seq: 1)
    let whole = try desk.read()
    for index in 0..<(whole.firstIndex(of: 0x0A) ?? 0) {
      var changed = whole
      changed[index] ^= 1 << UInt8(index % 8)
      try desk.write(changed)
      #expect(try desk.open().report.damage?.line == 1)
    }
  }

  @Test("A copy made by a handle that has not noticed yet is without the text too")
  func saveAs() throws {
    let desk = try Desk()
    let one = try desk.create()
    try one.add(draft(1, text: "a secret"))
    let (two, _, _) = try desk.open()
    _ = try one.erase(seq: 1)
    try two.saveAs("copy", in: desk.path)
    #expect(try desk.open("copy").entries.texts == ["erased"])
  }
}

extension EventDraft {
  var text: String { String(decoding: payload, as: UTF8.self) }
}

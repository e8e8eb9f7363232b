import Comments
import Testing

/// Many comments and deep chains. No clock is read: work that grew as the square would not end.
@Suite struct ImportScaleTests {
  private func page(_ responses: [String]) -> String {
    "Title\n\n\(responses.count) Responses to Title\n\n\(responses.joined())\nLeave a Reply\n"
  }

  private func chain(_ count: Int) -> [Int?] { [nil] + (0..<(count - 1)).map { $0 } }

  @Test func `ten thousand comments, each answering the first`() throws {
    let numbers = 1...10_000
    let parents: [Int?] = [nil] + Array(repeating: 0, count: numbers.count - 1)
    let list = numbers.reversed().map { answered(id: $0, parent: $0 == 1 ? 0 : 1) }
    let rest = try imported("[\(list.joined(separator: ","))]")
    #expect(rest.comments.map(\.parent) == parents)
    let items = numbers.map { exported(id: $0, parent: $0 == 1 ? 0 : 1) }
    #expect(try imported(export(of: items.joined())).comments.map(\.parent) == parents)
    let responses = numbers.map {
      $0 == 1 ? "  1. Ann says:\n\n    Text\n\n" : "    • Ben says:\n\n      Text\n\n"
    }
    let saved = try imported(page(responses))
    #expect(saved.comments.map(\.parent) == parents)
    #expect(saved.warnings.isEmpty)
  }

  @Test func `five thousand replies, each to the one before`() throws {
    let numbers = 1...5000
    let list = numbers.map { answered(id: $0, parent: $0 - 1) }
    let rest = try imported("[\(list.joined(separator: ","))]")
    #expect(rest.comments.map(\.parent) == chain(5000))
    let items = numbers.map { exported(id: $0, parent: $0 - 1) }
    #expect(try imported(export(of: items.joined())).comments.map(\.parent) == chain(5000))
    let responses = numbers.map {
      $0 == 1
        ? " 1. Ann says:\n\n   Text\n\n"
        : "\(String(repeating: " ", count: $0))• Ben says:\n\n"
          + "\(String(repeating: " ", count: $0 + 1))Text\n\n"
    }
    #expect(try imported(page(responses)).comments.map(\.parent) == chain(5000))
  }

  @Test func `a ring of five thousand`() throws {
    let list = (1...5000).map { answered(id: $0, parent: $0 == 1 ? 5000 : $0 - 1) }
    let rest = try imported("[\(list.joined(separator: ","))]")
    #expect(rest.comments.map(\.parent) == chain(5000))
    #expect(rest.warnings.count == 1)
  }
}

import Comments
import Foundation
import Testing

/// Answers of a REST API as they are saved: joined, cut off, and not quite JSON.
@Suite struct DamagedJSONTests {
  private func fixture(_ name: String) throws -> (name: String, bytes: [UInt8]) {
    let url = Bundle.module.url(forResource: "Fixtures/Damaged/\(name)", withExtension: nil)
    return (name, [UInt8](try Data(contentsOf: try #require(url))))
  }

  @Test func `two pages one after the other are one list`() throws {
    let discussion = try importDiscussion([try fixture("concat.json")])
    #expect(discussion.comments.map(\.text) == ["page one", "page two"])
    #expect(discussion.warnings == [])
  }

  @Test(arguments: [[0, 1], [1, 0]])
  func `a reply across files stays a reply`(order: [Int]) throws {
    let third = "[\(answered(id: 3, post: 7))]"
    let files = [try fixture("page2.json"), ("page1.json", Array(third.utf8))]
    let discussion = try importDiscussion(order.map { files[$0] })
    let reply = try #require(discussion.comments.first { $0.text == "reply to other page" })
    let parent = try #require(reply.parent)
    #expect(discussion.comments[parent].externalID == "3")
    #expect(discussion.comments.count == 3)
    #expect(discussion.warnings == [])
  }

  @Test func `a page alone says what its reply answers`() throws {
    let discussion = try importDiscussion([try fixture("page2.json")])
    let reply = try #require(discussion.comments.first { $0.externalID == "5" })
    #expect(reply.answers == "3")
    #expect(reply.origin == "e.org/a")
  }

  @Test(arguments: [
    "%A,%B", "%A\n%B", "[%A],[%B]", "[%A]\r\n\r\n[%B]\n", "\u{FEFF}[%A, %B]", "[[%A],[%B]]",
    "{\"comments\": [%A, %B], \"total\": 2}", "{\"comments\": [%A]}{\"comments\": [%B]}",
    "[%A, %B,]", "[%A,, %B]", "[%A, null, 5, %B]",
  ])
  func `lists are joined in many ways`(shape: String) throws {
    let text = shape.replacing("%A", with: answered(id: 1)).replacing("%B", with: answered(id: 2))
    let discussion = try imported(text)
    #expect(discussion.comments.map(\.author) == ["1", "2"])
    #expect(discussion.warnings == [])
  }

  @Test(arguments: [
    (#", "x": NaN"#, true), (#", "x": -Infinity"#, true), (#", "x": undefined"#, true),
    (#", "x": [1,]"#, true), (#", "x": "\ud83d""#, true), (#", "x": "\q""#, true),
    (", \"x\": \"a\u{1}b\"", true), (", \"x\": \"a\nb\"", true),
    (#", "x": 1e5, "y": "NaN, \"}]""#, false), (#", "x": "\ud83d\ude00""#, false),
  ])
  func `what careless programs write is mended and told`(more: String, isTold: Bool) throws {
    let discussion = try imported("[\(answered(id: 1, more: more)), \(answered(id: 2))]")
    #expect(discussion.comments.map(\.author) == ["1", "2"])
    #expect(
      discussion.warnings == (isTold ? ["1 piece of damaged JSON was mended (line 2)"] : []))
  }

  @Test func `of a list that is cut off anywhere the whole comments are taken`() throws {
    let first = "[\(answered(id: 1)),\n"
    let text = Array((first + answered(id: 2) + "]").utf8)
    for count in (first.utf8.count + 1)..<(text.count - 1) {
      let discussion = try importDiscussion(Array(text[..<count]), named: "x")
      guard discussion.comments.map(\.author) == ["1"],
        discussion.warnings.contains("the file ends early")
      else {
        Issue.record("cut after \(count) bytes: \(discussion.warnings)")
        return
      }
    }
  }

  @Test func `a damaged comment costs itself`() throws {
    let damaged = answered(id: 2).replacing("\"post\": 1", with: "\"post\": 1 1")
    let strange = answered(id: 3).replacing("\"id\": 3", with: "\"id\": \"three\"")
    let discussion = try imported(
      "[\(answered(id: 1)),\n\(damaged),\n\(strange),\n\(answered(id: 4))]")
    #expect(discussion.comments.map(\.author) == ["1", "4"])
    #expect(
      discussion.warnings == ["2 comments that are damaged were left out (lines 3 and 5)"])
  }

  @Test(arguments: ["{\"", "[{\"\n", "{\"a\n{", "\"", "[", "{\"comments\":[", "\\\"{"])
  func `a text of nothing but beginnings ends`(piece: String) throws {
    let text = "[{" + String(repeating: piece, count: 20_000)
    #expect(throws: ImportFailure.self) { try imported(text) }
  }
}

import Comments
import ExerciseKit
import Testing

/// Replies, order and kinds in WordPress's two formats.
@Suite struct WordPressImportTests {
  private func answer(_ comments: String...) -> String {
    "[\(comments.joined(separator: ",\n"))]"
  }

  private func date(_ text: String) -> String { ", \"date_gmt\": \"\(text)\"" }

  @Test func `comments stand by time, replies under what they answer`() throws {
    let list = answer(
      answered(id: 5, parent: 2, more: date("2011-10-02T10:00:00")),
      answered(id: 4, parent: 3, more: date("2011-10-02T09:00:00")),
      answered(id: 3, parent: 2, more: date("2011-10-02T09:00:00")),
      answered(id: 1, more: date("2011-10-09T08:00:00")),
      answered(id: 2, more: date("2011-10-01T08:00:00")))
    let comments = try imported(list).comments
    #expect(comments.map(\.author) == ["2", "3", "4", "5", "1"])
    #expect(comments.map(\.parent) == [nil, 0, 1, 0, nil])
  }

  @Test func `without times the numbers tell the order`() throws {
    let list = answer(answered(id: 12), answered(id: 3, parent: 2), answered(id: 2))
    #expect(try imported(list).comments.map(\.author) == ["2", "3", "12"])
  }

  @Test func `a reply to nothing goes to the top, and says what it answers`() throws {
    let discussion = try imported(answer(answered(id: 2, parent: 1), answered(id: 3, parent: 2)))
    #expect(discussion.comments.map(\.parent) == [nil, 0])
    #expect(discussion.comments.map(\.answers) == ["1", nil])
    #expect(discussion.warnings == [])
  }

  @Test func `a ring of replies is cut`() throws {
    let discussion = try imported(
      answer(
        answered(id: 1, parent: 3), answered(id: 2, parent: 1), answered(id: 3, parent: 2),
        answered(id: 4, parent: 4)))
    #expect(discussion.comments.map(\.author) == ["1", "2", "3", "4"])
    #expect(discussion.comments.map(\.parent) == [nil, 0, 1, nil])
    #expect(
      discussion.warnings
        == [
          "moved to the top level, because they answer each other in a ring: "
            + "\(CardDraft.mention(0)), \(CardDraft.mention(3))"
        ])
  }

  @Test func `an object may hold the list`() throws {
    let text = "{\"total\": 1, \"comments\": [\(answered(id: 1))]}"
    #expect(try imported(text).comments.map(\.text) == ["Text 1"])
  }

  @Test func `the list may hold several posts`() throws {
    let list = answer(answered(id: 3, post: 8), answered(id: 2, post: 9), answered(id: 1, post: 9))
    let first = try imported(list)
    #expect(first.comments.map(\.author) == ["1", "2"])
    #expect(first.warnings == ["the post “8” was left out with 1 comment"])
    #expect(try imported(list, post: "8").comments.map(\.author) == ["3"])
  }

  @Test(arguments: [("hold", false), ("approved", true)])
  func `what waits for a moderator is kept and told`(status: String, isApproved: Bool) throws {
    let list = answer(answered(id: 1, more: ", \"status\": \"\(status)\", \"type\": \"comment\""))
    #expect(try imported(list).comments.map(\.isApproved) == [isApproved])
  }

  @Test func `spam is left out, and replies to it stay`() throws {
    let list = answer(
      answered(id: 1, more: ", \"status\": \"spam\""), answered(id: 2, parent: 1))
    let discussion = try imported(list)
    #expect(discussion.comments.map(\.author) == ["2"])
    #expect(discussion.warnings == ["1 comment in spam or trash left out"])
  }

  @Test func `a trackback opens with the title of its page`() throws {
    let list = answer(answered(id: 1, more: ", \"type\": \"trackback\""))
    let comment = try imported(list).comments[0]
    #expect(comment.kind == .pingback)
    #expect(comment.author == nil)
    #expect(comment.text == "1\n\nText 1")
  }

  @Test func `zeros are no time, and a local time stays as it is written`() throws {
    let list = answer(
      answered(id: 1, more: date("0000-00-00T00:00:00") + ", \"date\": \"2011-10-12T09:30:00\""),
      answered(id: 2, more: date("0000-00-00T00:00:00")))
    #expect(
      try imported(list).comments.map(\.posted) == [.written("2011-10-12T09:30:00"), nil])
  }

  @Test func `control characters stay in the value`() throws {
    let list = answer(answered(id: 1).replacing("Text", with: "\\u001b[2J\\u0007"))
    #expect(try imported(list).comments[0].text == "\u{1B}[2J\u{7} 1")
  }

  @Test func `an export of a later version is read with a warning`() throws {
    let discussion = try imported(export(of: exported(id: 1), version: "1.3"))
    #expect(discussion.comments.count == 1)
    #expect(discussion.warnings == ["the export is of version 1.3; it was read as version 1.2"])
  }

  @Test func `two comments with one number are both kept`() throws {
    let text = export(
      of: exported(id: 1, "a") + exported(id: 1, "b") + exported(id: 2, parent: 1, "c"))
    let comments = try imported(text).comments
    #expect(comments.map(\.text) == ["a", "c", "b"])
    #expect(comments.map(\.parent) == [nil, 0, nil])
  }

  @Test func `what hangs on a ring stays on it`() throws {
    let list = answer(
      answered(id: 1, parent: 2), answered(id: 2, parent: 3), answered(id: 3, parent: 2))
    let discussion = try imported(list)
    #expect(discussion.comments.map(\.author) == ["2", "1", "3"])
    #expect(discussion.comments.map(\.parent) == [nil, 0, 0])
  }

  @Test func `a comment may speak of document types`() throws {
    let text = export(of: exported(id: 1, "Begin with &lt;!DOCTYPE html&gt;<!DOCTYPE html>."))
    #expect(try imported(text).comments[0].text == "Begin with <!DOCTYPE html>.")
  }

  @Test func `an export may have text beside CDATA`() throws {
    let text = export(of: exported(id: 1, "a &lt; b]]> &amp;amp; <![CDATA[c\r\nd"))
    #expect(try imported(text).comments[0].text == "a < b & c\nd")
  }
}

import ExerciseProtocol
import OrderedCollections
import Testing
import Workshop
import WorkshopTesting

/// An export of WordPress with one post.
private func export(_ comments: String, title: String = "A page", text: String = "") -> [UInt8] {
  Array(
    """
    <rss><channel><wp:wxr_version>1.2</wp:wxr_version><item><title>\(title)</title>
    <link>https://e.org/\(title.lowercased().filter(\.isLetter))/</link>
    <content:encoded>\(text)</content:encoded><wp:post_type>post</wp:post_type>
    \(comments)</item></channel></rss>
    """.utf8)
}

private func comment(
  _ id: Int, by author: String = "Ada", parent: Int = 0, _ text: String
) -> String {
  """
  <wp:comment><wp:comment_id>\(id)</wp:comment_id><wp:comment_author>\(author)</wp:comment_author>
  <wp:comment_content>\(text)</wp:comment_content><wp:comment_parent>\(parent)</wp:comment_parent>
  </wp:comment>
  """
}

/// A page of REST answers.
private func page(_ comments: (id: Int, parent: Int, text: String)...) -> [UInt8] {
  let list = comments.map { comment in
    """
    {"id": \(comment.id), "post": 7, "parent": \(comment.parent), "author_name": "Ada",
    "link": "https://e.org/a/#c\(comment.id)", "content": {"rendered": "<p>\(comment.text)</p>"}}
    """
  }
  return Array("[\(list.joined(separator: ","))]".utf8)
}

@Suite("The same file again, several files, and another proposition")
struct ImportAgainTests {
  private func desk(isInteractive: Bool = true) throws -> TestDesk {
    let desk = TestDesk(isInteractive: isInteractive)
    for line in [
      "/new Day", "/agenda add discussion Talk", "/agenda add discussion More takes=nothing",
      "/start",
    ] { try desk.perform(line) }
    return desk
  }

  private func texts(_ desk: TestDesk) -> [String] { desk.session.board.values.map(\.text) }

  @Test("The same file twice says that its cards are here already")
  func twice() throws {
    let desk = try desk()
    let comments = (1...14).map { comment($0, "Text \($0)") }.joined()
    desk.files.contents["a.xml"] = export(comments)
    try desk.perform("/import a.xml")
    let said = try desk.perform("/import a.xml").view.plainText
    #expect(texts(desk).count == 14)
    #expect(said.contains("14 are here already."))
    try desk.perform("/next")
    #expect(
      try desk.perform("/import a.xml").view.plainText
        .contains("14 are here already, in “Talk”."))
    #expect(try desk.result("/import a.xml")?["here"] == 14)
  }

  @Test("What was undone comes in again; what is new comes in beside what is here")
  func new() throws {
    let desk = try desk()
    desk.files.contents["a.xml"] = export(comment(1, "one"))
    try desk.perform("/import a.xml")
    try desk.perform("/undo")
    try desk.perform("/import a.xml")
    #expect(texts(desk) == ["one"])
    desk.files.contents["a.xml"] = export(comment(1, "one") + comment(2, parent: 1, "two"))
    try desk.perform("/import a.xml")
    #expect(texts(desk) == ["one", "two"])
    let cards = Array(desk.session.board.values)
    #expect(cards[1].parent == cards[0].id)
  }

  @Test("An edited comment is told, not doubled, and its words are taken where that is asked for")
  func edited() throws {
    let desk = try desk()
    desk.files.contents["a.xml"] = export(comment(1, "one") + comment(2, "two"))
    try desk.perform("/import a.xml")
    desk.files.contents["a.xml"] = export(comment(1, "one") + comment(2, "two, mended"))
    let said = try desk.perform("/import a.xml").view.plainText
    #expect(said.contains("c2 has other words in the file, and stays as it is."))
    #expect(said.contains("changed=take"))
    #expect(texts(desk) == ["one", "two"])
    try desk.perform("/import a.xml changed=take")
    #expect(texts(desk) == ["one", "two, mended"])
    try desk.perform("/undo")
    #expect(texts(desk) == ["one", "two"])
  }

  @Test("A page of text has no numbers, and is known again all the same")
  func pageOfText() throws {
    let desk = try desk()
    let page = """
      Title

      2 Responses to Title

      1. Ann says:

         First.

      2. Ben says:

         Second.

      Leave a Reply
      """
    desk.files.contents["a.txt"] = Array(page.utf8)
    try desk.perform("/import a.txt")
    try desk.perform("/import a.txt")
    #expect(texts(desk) == ["First.", "Second."])
  }

  @Test("Two posts with the same numbers are not taken for each other")
  func otherPost() throws {
    let desk = try desk()
    desk.files.contents["a.xml"] = export(comment(1, "one"))
    desk.files.contents["b.xml"] = export(comment(1, "another"), title: "Another page")
    try desk.perform("/import a.xml")
    try desk.perform("/import b.xml")
    #expect(texts(desk) == ["one", "another"])
  }

  @Test("Several files are read as one, and a reply across pages stays a reply")
  func several() throws {
    let desk = try desk()
    desk.files.contents["2.json"] = page((5, 3, "reply"), (4, 0, "four"))
    desk.files.contents["1 old.json"] = page((3, 0, "three"), (1, 0, "one"))
    try desk.perform("/import 2.json \"1 old.json\" list=yes")
    let cards = Array(desk.session.board.values)
    #expect(cards.map(\.text) == ["one", "three", "reply", "four"])
    #expect(cards.map(\.parent) == [nil, nil, "c2", nil])
    try desk.perform("/undo")
    #expect(texts(desk) == [])
  }

  @Test("A pattern stands for the files that it means, in the order of their numbers")
  func pattern() throws {
    let desk = try desk()
    for number in [1, 2, 10] {
      desk.files.contents["p/page\(number).json"] = page((number, 0, "\(number)"))
    }
    desk.files.contents["p/other.json"] = page((11, 0, "other"))
    try desk.perform("/import p/page*.json list=yes")
    #expect(texts(desk) == ["1", "2", "10"])
    try desk.perform("/import p/?ther.json")
    #expect(texts(desk).last == "other")
    #expect(desk.told("/import p/*.xml").first == "No file is called like “p/*.xml”.")
    // A name with such a sign in it is a name first.
    desk.files.contents["a*.json"] = page((20, 0, "star"))
    desk.files.contents["ab.json"] = page((21, 0, "ab"))
    try desk.perform("/import a*.json")
    #expect(texts(desk).last == "star")
  }

  @Test("What no message to a plugin holds is refused before it is sent")
  func large() throws {
    let desk = try desk()
    desk.files.contents["big.txt"] = [UInt8](repeating: 0x61, count: 48_000_000)
    desk.files.contents["half.json"] = [UInt8](repeating: 0x61, count: 30_000_000)
    #expect(
      desk.told("/import big.txt") == [
        "“big.txt” has 48 MB; at most 47 MB can be brought in.",
        "Hint: Take a part of it, as a file of its own.",
      ])
    #expect(
      desk.told("/import half.json half.json").first
        == "With “half.json” the files have 60 MB; at most 47 MB can be brought in at once.")
  }

  @Test("A reply to a page that came in before stays a reply; a reply to nothing is told by label")
  func later() throws {
    let desk = try desk()
    try desk.perform("Mine")
    desk.files.contents["1.json"] = page((3, 0, "three"))
    desk.files.contents["2.json"] = page((5, 3, "reply"), (6, 99, "lost"))
    try desk.perform("/import 1.json")
    let said = try desk.perform("/import 2.json").view.plainText
    let cards = Array(desk.session.board.values)
    #expect(cards.map(\.parent) == [nil, nil, "c2", nil])
    #expect(said.contains("c4 stands by itself: what it answers is not here."))
  }

  @Test("A warning names cards by their labels")
  func labels() throws {
    let desk = try desk()
    for line in ["Mine", "Also mine"] { try desk.perform(line) }
    desk.files.contents["a.json"] = page((1, 2, "a"), (2, 1, "b"))
    let said = try desk.perform("/import a.json").view.plainText
    #expect(said.contains("because they answer each other in a ring: c3."))
  }

  @Test("What was left out is one line, and a list where somebody asks for it")
  func list() throws {
    let desk = try desk()
    let empty = (2...84).map { comment($0, " ") }.joined(separator: "\n")
    desk.files.contents["a.xml"] = export(comment(1, "one") + "\n" + empty)
    let view = try desk.perform("/import a.xml").view
    #expect(view.plainText.contains("83 comments without text were left out (lines "))
    #expect(view.plainText.contains("list=yes tells all 83 things one by one."))
    #expect(view.plainText.split(separator: "\n").count <= 3)
    let listed = try desk.perform("/import a.xml list=yes").view
    guard case .list(let items, _)? = listed.blocks.first(where: { $0.isList }) else {
      Issue.record("no list")
      return
    }
    #expect(items.count == 83)
    #expect(items.first?.contains("line ") == true)
  }

  @Test("In a script another proposition is refused with both ways on, and both work")
  func propositionInScript() throws {
    let desk = try desk(isInteractive: false)
    desk.files.contents["a.xml"] = export(comment(1, "one"), title: "First", text: "The first")
    desk.files.contents["b.xml"] = export(comment(1, "two"), title: "Second", text: "The second")
    try desk.perform("/import a.xml")
    #expect(
      desk.told("/import b.xml") == [
        "The file's proposition, “Second”, would replace the session's, “First”.",
        "Hint: proposition=keep brings in the rest and leaves the session's; "
          + "proposition=replace takes the file's.",
      ])
    #expect(desk.problem("/import b.xml")?.isUsage == true)
    #expect(texts(desk) == ["one"])
    try desk.perform("/import b.xml proposition=keep")
    #expect(desk.session.proposition?.title == "First")
    #expect(texts(desk) == ["one", "two"])
    try desk.perform("/import b.xml proposition=replace")
    #expect(desk.session.proposition?.title == "Second")
    try desk.perform("/import b.xml")
    #expect(texts(desk) == ["one", "two"])
  }

  @Test("A proposition where there was none is told, with the way back, and can stay out")
  func firstProposition() throws {
    let desk = try desk()
    desk.files.contents["a.xml"] = export(comment(1, "one"), title: "First", text: "The first")
    let told = try desk.perform("/import a.xml").view.plainText
    #expect(told.contains("The session had no proposition; it is now “First”."))
    #expect(told.contains("/undo takes the import back; with proposition=keep it brings in"))
    try desk.perform("/undo")
    #expect(desk.session.proposition == nil && texts(desk) == [])
    let kept = try desk.perform("/import a.xml proposition=keep").view.plainText
    #expect(kept.contains("The file's proposition, “First”, stays out; the session has none."))
    #expect(desk.session.proposition == nil && texts(desk) == ["one"])
  }

  @Test("At a desk another proposition is asked about")
  func propositionAsked() throws {
    let desk = try desk()
    desk.files.contents["a.xml"] = export(comment(1, "one"), title: "First", text: "The first")
    desk.files.contents["b.xml"] = export(comment(1, "two"), title: "Second", text: "The second")
    try desk.perform("/import a.xml")
    let response = try desk.perform("/import b.xml")
    guard case .ask(var form) = response.next else {
      Issue.record("nothing was asked")
      return
    }
    #expect(
      response.view.plainText.contains(
        "The file's proposition is “Second”; the session's is “First”."))
    #expect(texts(desk) == ["one"])
    try form.answer("keep", at: desk.desk)
    _ = try desk.desk.carryOut(form.invocation)
    #expect(desk.session.proposition?.title == "First")
    #expect(texts(desk) == ["one", "two"])
  }
}

extension View.Block {
  fileprivate var isList: Bool { if case .list = self { true } else { false } }
}

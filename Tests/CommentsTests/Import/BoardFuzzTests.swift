import Comments
import Testing

/// Whatever is done to a file, it is read or refused, and never more than told.
@Suite struct BoardFuzzTests {
  @Test(arguments: [
    "people.csv", "people.vcf", "plain.txt", "retro.csv", "rss.xml", "scrumlr.md", "trello.json",
  ])
  func `a byte that is missing or another one ends nothing`(name: String) throws {
    let bytes = try boardFixture(name)
    for place in stride(from: 0, to: bytes.count, by: 2) {
      for other in [nil, 0, 0xE9, 0x3C, 0x22, 0x7B, 0x0A, 0x23] as [UInt8?] {
        var damaged = bytes
        damaged.replaceSubrange(place...place, with: other.map { [$0] } ?? [])
        check(damaged, name)
      }
    }
    for end in bytes.indices { check(Array(bytes[..<end]), name) }
  }

  private func check(_ bytes: [UInt8], _ name: String) {
    do {
      let read = try importDiscussion([(name, bytes)])
      for (index, comment) in read.comments.enumerated() {
        #expect(!comment.text.isEmpty, "\(name): \(bytes.prefix(20))")
        #expect(comment.parent.map { $0 < index } ?? true)
        #expect(comment.externalID != nil)
      }
      #expect(read.people.allSatisfy { !$0.name.isEmpty })
    } catch {
      #expect(error.description.contains("\nHint: "))
    }
  }

  @Test(arguments: [
    "a.csv", "a.md", "a.txt", "a.vcf", "a.json", "a.xml",
  ])
  func `a file of nothing but beginnings ends`(name: String) {
    for piece in [
      "\"", ",", ";", "- ", "  - ", "[x](", "](", "#", "##", "BEGIN:VCARD\n", "=\n", "{", "[",
      "{\"",
      "<item>", "<post dsq:id=\"1\">", "<entry><content>", "@\"", "a:", "> ", "```\n", "(", ")_\n",
    ] {
      check(Array(String(repeating: piece, count: 5000).utf8), name)
      for start in ["Text,", "# ", "BEGIN:VCARD\nFN;", "{\"cards\": [", "<rss><item>", "<disqus>"] {
        check(Array((start + String(repeating: piece, count: 2000)).utf8), name)
      }
    }
  }
}

import Comments
import Foundation
import Testing

/// The same discussion as three sources keep it.
enum ImportFixture: String, CaseIterable {
  /// A page of the Solace Summit 2011, as a browser saved it.
  case page = "proposition-4-public-services-in-a-networked-world.txt"
  case export = "wordpress-export.xml"
  case rest = "wordpress-comments.json"

  var bytes: [UInt8] {
    get throws {
      let url = Bundle.module.url(forResource: "Fixtures/\(rawValue)", withExtension: nil)
      return [UInt8](try Data(contentsOf: try #require(url)))
    }
  }

  func discussion(of post: String? = nil) throws -> ImportedDiscussion {
    try importDiscussion(try bytes, named: rawValue, post: post)
  }
}

/// Reads `text`, which a test wrote.
func imported(
  _ text: String, named name: String = "page.txt", post: String? = nil
) throws(ImportFailure) -> ImportedDiscussion {
  try importDiscussion(Array(text.utf8), named: name, post: post)
}

/// An export with one post whose comments are `comments`.
func export(of comments: String, version: String = "1.2") -> String {
  """
  <?xml version="1.0" encoding="UTF-8"?>
  <rss version="2.0" xmlns:wp="http://wordpress.org/export/1.2/"><channel>
  <wp:wxr_version>\(version)</wp:wxr_version>
  <item><title>One</title><wp:post_type>post</wp:post_type>
  \(comments)
  </item></channel></rss>
  """
}

/// One comment of an export.
func exported(id: Int, parent: Int = 0, _ text: String = "Text") -> String {
  """
  <wp:comment><wp:comment_id>\(id)</wp:comment_id><wp:comment_author>Ann</wp:comment_author>\
  <wp:comment_content><![CDATA[\(text)]]></wp:comment_content>\
  <wp:comment_approved>1</wp:comment_approved><wp:comment_parent>\(parent)</wp:comment_parent>\
  </wp:comment>
  """
}

/// One comment of the REST API, its author's name the same as its number.
func answered(id: Int, parent: Int = 0, post: Int = 1, more: String = "") -> String {
  """
  {"id": \(id), "parent": \(parent), "post": \(post), "author_name": "\(id)",
  "content": {"rendered": "<p>Text \(id)</p>"}\(more)}
  """
}

package import ExerciseKit

/// What a page of comments says, whatever it was kept in. Made by
/// ``importDiscussion(_:named:post:)``.
package struct ImportedDiscussion: Hashable, Sendable {
  package var title: String?
  /// What the discussion is about; paragraphs are apart by an empty line.
  package var proposition: String?
  package var facilitator: ImportedPerson?
  /// In page order: each comment after the one that it answers, and before the next one beside it.
  package var comments: [ImportedComment] = []
  /// What the reader of the file should tell the facilitator: a sentence each, no full stop.
  package var warnings: [String] = []
}

/// A person as a page names them.
package struct ImportedPerson: Hashable, Sendable {
  package var name: String
  package var role: String?
  package var organisation: String?
}

/// One contribution to an ``ImportedDiscussion``. Texts are as the source has them, control
/// characters included: whoever shows them neutralises them.
package struct ImportedComment: Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    case comment
    /// Another page links here. It has no author; its title opens the text.
    case pingback
  }

  /// As the page names them; nil where it names nobody.
  package var author: String?
  /// Plain text; paragraphs are apart by an empty line.
  package var text: String
  /// The index of the comment that this one answers; always less than its own.
  package var parent: Int?
  package var kind = Kind.comment
  /// The comment's own address, or that of its author's page where the source has only that.
  package var url: String?
  /// What the source calls this comment.
  package var externalID: String?
  package var posted: ImportedTime?
  /// False where a moderator has yet to let it through.
  package var isApproved = true
}

/// When a comment was posted.
package enum ImportedTime: Hashable, Sendable {
  case moment(Timestamp)
  /// In the page's own words, which name no time zone: `12 October 2011 at 9:30 am`.
  case written(String)
}

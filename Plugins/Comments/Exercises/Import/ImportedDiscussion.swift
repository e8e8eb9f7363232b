package import ExerciseKit

/// What files of other people's words hold, whatever they were kept in: what every
/// ``ImportFormat`` gives.
package struct ImportedDiscussion: Hashable, Sendable {
  package var title: String?
  /// What the discussion is about; paragraphs are apart by an empty line.
  package var proposition: String?
  /// Who put the proposition. Like all authors they are not in the room for that.
  package var facilitator: ImportedPerson?
  /// Those whom a list of people says to be in the room.
  package var people: [ImportedPerson] = []
  /// In page order: each comment after the one that it answers, and before the next one beside it.
  package var comments: [ImportedComment] = []
  /// What was taken for what, where that was guessed, for whoever named the file: `text from
  /// “Feedback”, author from “Who”`. Where somebody can be asked, they are shown it first.
  package var reading: String?
  /// What was left out or read otherwise, in all.
  package var leftOut = LeftOut()

  package init() {}

  /// What the facilitator should be told at once: a sentence each, no full stop. A card is named by
  /// `CardDraft.mention`, as the number of its comment.
  package var warnings: [String] { leftOut.sentences }
}

/// A person as a file names them.
package struct ImportedPerson: Hashable, Sendable {
  package var name: String
  package var role: String?
  package var organisation: String?
  /// Where a list of people says that somebody steers the session.
  package var isFacilitator = false
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
  /// Labels: the column of a board, what a file calls tags. Without `#`.
  package var tags: [String] = []
  /// How many votes the file says that it had.
  package var votes: Int?
  /// The comment's own address, or that of its author's page where the source has only that.
  package var url: String?
  /// What the source calls this comment: unique in ``origin``, and the same however often the file
  /// is made. Where it is nil, the words and the author tell the comment from others.
  package var externalID: String?
  /// Where ``externalID`` holds: the address of the page, or its title. Two files of one page have
  /// the same.
  package var origin: String?
  /// What this one answers, by its ``externalID``, where that is not in the files: it may be on the
  /// board.
  package var answers: String?
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

import ExerciseKit

/// What a moderator decided; WordPress's export and its REST API have a word each for the same.
enum WordPressStatus: Hashable, Sendable {
  case approved
  case waiting
  case rejected

  /// The export writes `1`, `0`, `spam`, `trash` (and `post-trashed`); REST writes `approved`,
  /// `hold`, `spam`, `trash`.
  init(_ word: String) {
    switch word.trimmed {
    case "1", "approved", "approve": self = .approved
    case "spam", "trash", "post-trashed": self = .rejected
    default: self = .waiting
    }
  }
}

extension ImportedComment {
  /// A comment as WordPress keeps it: a pingback's or trackback's "author" is the title of the page
  /// that links here, so it opens the text.
  init(
    wordPressType type: String, author: String, text: String, url: String?, id: String?,
    posted: ImportedTime?, isApproved: Bool
  ) {
    let isPingback = ["pingback", "trackback"].contains(type)
    let name = HTMLEntity.decoded(author).trimmedOrNil
    let paragraphs = [isPingback ? name : nil, text.isEmpty ? nil : text].compactMap(\.self)
    self.init(
      author: isPingback ? nil : name, text: paragraphs.joined(separator: "\n\n"),
      kind: isPingback ? .pingback : .comment, url: url, externalID: id, posted: posted,
      isApproved: isApproved)
  }
}

extension ImportedTime {
  /// Reads `2011-10-12 09:30:00` or `2011-10-12T09:30:00` in UTC. Where WordPress has none (it
  /// writes zeros), the `local` one is kept as it is written.
  init?(gmt: String?, local: String?) {
    let moment = gmt.flatMap { text in
      Timestamp(text.trimmed.split(separator: " ").joined(separator: "T") + "Z")
    }
    if let moment {
      self = .moment(moment)
    } else if let local = local?.trimmedOrNil, !local.hasPrefix("0000") {
      self = .written(local)
    } else {
      return nil
    }
  }
}

extension String {
  /// The parts that empty lines set apart.
  var paragraphs: [String] {
    var paragraphs: [String] = []
    for line in split(separator: "\n", omittingEmptySubsequences: false) {
      if line.isEmpty || paragraphs.isEmpty {
        paragraphs.append(String(line))
      } else if paragraphs[paragraphs.count - 1].isEmpty {
        paragraphs[paragraphs.count - 1] = String(line)
      } else {
        paragraphs[paragraphs.count - 1] += "\n" + line
      }
    }
    return paragraphs.filter { !$0.isEmpty }
  }
}

import ExerciseKit

extension ImportedDiscussion {
  /// Gives each comment that its source has no name for one that is the same each time the file is
  /// read: of when it was posted, or else of its words. Not of its author, who may not be kept.
  mutating func identify(as title: String) {
    var seen: [String: Int] = [:]
    for index in comments.indices where comments[index].externalID == nil {
      let name =
        switch comments[index].posted {
        case .moment(let time): time.description
        case .written(let words): words
        case nil: "text " + comments[index].text.fingerprint
        }
      let count = (seen[name] ?? 0) + 1
      seen[name] = count
      comments[index].externalID = count == 1 ? name : "\(name) (\(count))"
      comments[index].origin = comments[index].origin ?? self.title ?? title
    }
  }
}

extension [ImportedComment] {
  /// Gives each that its file has no name for one of its words: where dates say only the day, or
  /// many rows have the same, they name nothing.
  mutating func nameByWords() {
    var seen: [String: Int] = [:]
    for index in indices where self[index].externalID == nil {
      let name = "text " + self[index].text.fingerprint
      let count = (seen[name] ?? 0) + 1
      seen[name] = count
      self[index].externalID = count == 1 ? name : "\(name) (\(count))"
    }
  }
}

extension String {
  /// FNV-1a of its bytes, in hexadecimal: enough to know a text again.
  var fingerprint: String {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in utf8 { hash = (hash ^ UInt64(byte)) &* 0x0100_0000_01B3 }
    return String(hash, radix: 16)
  }
}

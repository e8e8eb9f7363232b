import Comments
import Foundation
import Testing

/// What a file gave, short enough to be compared: `text (author, 3 votes) #tag <0`.
func outline(
  _ text: String, named name: String, _ change: (inout ImportOptions) -> Void = { _ in }
) throws -> [String] {
  try outline(Array(text.utf8), named: name, change)
}

func outline(
  _ bytes: [UInt8], named name: String, _ change: (inout ImportOptions) -> Void = { _ in }
) throws -> [String] {
  var options = ImportOptions()
  change(&options)
  return try importDiscussion([(name, bytes)], options).comments.map(\.outline)
}

/// The people of a list: `Ada Lovelace, Ministry`, with a star for a facilitator.
func roster(_ bytes: [UInt8], named name: String, isOfPeople: Bool = false) throws -> [String] {
  var options = ImportOptions()
  options.isOfPeople = isOfPeople
  return try importDiscussion([(name, bytes)], options).people.map { person in
    let parts = [person.name, person.role, person.organisation].compactMap(\.self)
    return parts.joined(separator: ", ") + (person.isFacilitator ? "*" : "")
  }
}

func boardFixture(_ name: String) throws -> [UInt8] {
  let folder = try #require(Bundle.module.url(forResource: "Fixtures", withExtension: nil))
  return Array(try Data(contentsOf: folder.appending(components: "Boards", name)))
}

extension ImportedComment {
  var outline: String {
    let told = [author, votes.map { "\($0) votes" }].compactMap(\.self)
    let by = told.isEmpty ? "" : " (\(told.joined(separator: ", ")))"
    return text.replacing("\n", with: "/") + by + tags.map { " #\($0)" }.joined()
      + (parent.map { " <\($0)" } ?? "")
  }
}

extension Card {
  /// Who sees to it: its attributes `owner`, the first of them, and `owners`, where they are
  /// several: their ids with blanks between. Whoever knows `owner` alone may have set another.
  public var owners: [ParticipantID] {
    guard let first = attributes["owner"] else { return [] }
    let all = (attributes["owners"] ?? "").split(separator: " ").map(String.init)
    return (all.first == first ? all : [first]).map { ParticipantID($0) }
  }
}

extension Card {
  /// Who said it: its author and those who said it too, in its attribute `authors`: their ids with
  /// blanks between, the author's first. Where another was named its author since, that one.
  public var authors: [ParticipantID] {
    guard let author else { return [] }
    let all = (attributes["authors"] ?? "").split(separator: " ").map { ParticipantID(String($0)) }
    return all.first == author ? all : [author]
  }
}

extension [String: String] {
  /// Keeps with a card who said it, where they are several; see ``Card/authors``.
  public mutating func setAuthors(_ authors: [ParticipantID]) {
    self["authors"] = authors.count > 1 ? authors.map(\.rawValue).joined(separator: " ") : nil
  }

  /// Keeps with a card who sees to it; see ``Card/owners``.
  public mutating func setOwners(_ owners: [ParticipantID]) {
    self["owner"] = owners.first?.rawValue
    self["owners"] = owners.count > 1 ? owners.map(\.rawValue).joined(separator: " ") : nil
  }
}

extension Card {
  /// Who sees to it: its attributes `owner`, the first of them, and `owners`, where they are
  /// several: their ids with blanks between. Whoever knows `owner` alone may have set another.
  public var owners: [ParticipantID] {
    guard let first = attributes["owner"] else { return [] }
    let all = (attributes["owners"] ?? "").split(separator: " ").map(String.init)
    return (all.first == first ? all : [first]).map { ParticipantID($0) }
  }
}

extension [String: String] {
  /// Keeps with a card who sees to it; see ``Card/owners``.
  public mutating func setOwners(_ owners: [ParticipantID]) {
    self["owner"] = owners.first?.rawValue
    self["owners"] = owners.count > 1 ? owners.map(\.rawValue).joined(separator: " ") : nil
  }
}

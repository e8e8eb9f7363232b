import ExerciseProtocol

/// Which session is meant by what somebody types: the name of its files, or its title.
package enum SessionMatch: Hashable, Sendable {
  case found(SessionListing)
  /// It could be any of these: they are called so, or differ from it in capitals alone.
  case several([SessionListing])
  /// None is called so; these nearly are.
  case none(near: [SessionListing])
}

extension [SessionListing] {
  /// The session that is called so: as its files are, as its title is, or, of titles of before that
  /// are not known, as a title of these words would have named its files.
  ///
  /// - Parameter isExact: whether capitals and blanks must be as they are, as a script's; else one
  ///   that differs in them alone is found too, where it is the only one. How an accent is encoded
  ///   never matters.
  package func session(called typed: String, isExact: Bool) -> SessionMatch {
    // As it is spelt on the disk: an accent has two spellings that compare alike.
    if let same = first(where: { $0.name.utf8.elementsEqual(typed.utf8) }) { return .found(same) }
    for isMeant in [
      { $0.name == typed }, { $0.title == typed },
      { $0.isNamed(from: typed) },
    ] as [(SessionListing) -> Bool] {
      let meant = filter(isMeant)
      if meant.count == 1 { return .found(meant[0]) }
      if meant.count > 1 { return .several(meant) }
    }
    let alike = filter { $0.isAlike(typed) }
    if !isExact, alike.count == 1 { return .found(alike[0]) }
    if !alike.isEmpty { return isExact ? .none(near: alike) : .several(alike) }
    let near = Suggestion.nearest(to: typed, among: flatMap { [$0.called, $0.name] })
    return .none(near: filter { near.contains($0.called) || near.contains($0.name) })
  }

  /// Those that a session of that name would be mistaken for: which differ from it in capitals, in
  /// blanks or in how their accents are encoded alone, or whose files would be called the same.
  package func mistakable(for title: String) -> [SessionListing] {
    let name = SessionName.from(title: title)
    return filter { $0.isAlike(title) || $0.name.folded == name.folded }
  }
}

extension SessionListing {
  /// What it is called where people read it: its title, where that is how its files got their name.
  package var called: String {
    title.flatMap { SessionName.from(title: $0) == name ? $0 : nil } ?? name
  }

  /// Whether the files are named by these words, and no title says that they are another's.
  fileprivate func isNamed(from typed: String) -> Bool {
    guard SessionName.from(title: typed) == name else { return false }
    return title.map { $0 == typed || SessionName.from(title: $0) != name } ?? true
  }

  fileprivate func isAlike(_ typed: String) -> Bool {
    let typed = typed.folded
    return name.folded == typed || title?.folded == typed
  }
}

extension Desk {
  /// The session of the folder that is called so.
  ///
  /// - Parameter here: a session that is not meant, and not offered: the open one.
  /// - Throws: where there is none, or it could be several: a script is told what it can write.
  package func session(
    called typed: String, besides here: String? = nil
  ) throws(Problem) -> SessionListing {
    let isExact = !surroundings.isInteractive
    let sessions = try library.list().filter { $0.name != here }
    switch sessions.session(called: typed, isExact: isExact) {
    case .found(let session): return session
    case .several(let sessions):
      throw Problem(
        "Several sessions in \(library.place) are called “\(typed)”.",
        hint: "Name one by its file: \(sessions.map(\.name).orList).", isUsage: true)
    case .none(let near):
      throw .noSession(
        typed, in: library.place, near: near.map(\.called), among: sessions.map(\.name))
    }
  }
}

/// `pages/*.json`: names with `*` and `?` in the last part of a path, as shells have them, for a
/// prompt has no shell before it.
struct FilePattern {
  private let folder: String
  private let pattern: [Character]

  /// Nil where there is neither sign in the last part of it.
  init?(_ path: String) {
    let slash = path.lastIndex(of: "/")
    folder = slash.map { String(path[...$0]) } ?? ""
    let name = slash.map { path[path.index(after: $0)...] } ?? path[...]
    guard name.contains(where: { "*?".contains($0) }) else { return nil }
    pattern = Array(name)
  }

  /// The files that it means, by name; `page2` stands before `page10`.
  func matches(in files: any FileAccess) -> [String] {
    let hides = pattern.first != "."
    return files.names(startingWith: folder).filter { path in
      let name = path.dropFirst(folder.count)
      return !path.hasSuffix("/") && !(hides && name.hasPrefix(".")) && fits(Array(name))
    }.sorted { FilePattern.key($0) < FilePattern.key($1) }
  }

  private func fits(_ name: [Character]) -> Bool {
    // Where the latest star stands, and how much of the name it holds so far.
    var star: (pattern: Int, name: Int)?
    var (sign, letter) = (0, 0)
    while letter < name.count {
      if sign < pattern.count, pattern[sign] == "*" {
        star = (sign, letter)
        sign += 1
      } else if sign < pattern.count, pattern[sign] == "?" || pattern[sign] == name[letter] {
        (sign, letter) = (sign + 1, letter + 1)
      } else if let last = star {
        star = (last.pattern, last.name + 1)
        (sign, letter) = (last.pattern + 1, last.name + 1)
      } else {
        return false
      }
    }
    return pattern[sign...].allSatisfy { $0 == "*" }
  }

  /// With numbers of one length.
  private static func key(_ path: String) -> String {
    var (key, digits) = ("", "")
    for character in path + "\u{0}" {
      if character.isASCII, character.isNumber {
        digits.append(character)
      } else {
        key +=
          String(repeating: "0", count: max(0, 12 - digits.count)).prefix(
            digits.isEmpty ? 0 : 12) + digits
        digits = ""
        key.append(character)
      }
    }
    return key
  }
}

extension Desk {
  /// The files that were named; a pattern stands for all that it means.
  ///
  /// - Throws: where a pattern means none.
  func named(_ paths: [String]) throws(Problem) -> [String] {
    var named: [String] = []
    for path in paths {
      guard let pattern = FilePattern(path), (try? files.read(path)) == nil else {
        named.append(path)
        continue
      }
      let found = pattern.matches(in: files)
      guard !found.isEmpty else { throw .noFileLike(path) }
      named += found.filter { !named.contains($0) }
    }
    return named
  }
}

import Testing

/// One rule of taste. A value, so that the rules are a table: `Rules.swift`.
struct TidyRule: Sendable, CustomTestStringConvertible {
  /// What must be so.
  var name: String
  /// Why; told with every breach.
  var reason: String
  /// Where the file breaks it.
  var breaches: @Sendable (SourceFile) -> [Breach]

  var testDescription: String { name }

  struct Breach: Hashable, Sendable {
    /// From 1.
    var line: Int
    var what: String
  }

  init(
    _ name: String, because reason: String,
    _ breaches: @escaping @Sendable (SourceFile) -> [Breach]
  ) {
    self.name = name
    self.reason = reason
    self.breaches = breaches
  }

  /// A rule that some words stand nowhere but in `exceptions`, folders or files.
  init(no needles: [String], exceptIn exceptions: [String] = [], because reason: String) {
    self.init("no \(needles.joined(separator: ", "))", because: reason) { file in
      // The table itself names what is banned.
      guard !file.isIn(exceptions + ["Tests/TidyTests"]), !exceptions.contains(file.path) else {
        return []
      }
      return needles.flatMap { needle in
        file.lines(with: needle).map { Breach(line: $0, what: "“\(needle)”") }
      }
    }
  }

  /// Every breach in `files`, worded.
  func report(on files: [SourceFile]) -> [String] {
    files.flatMap { file in
      breaches(file).map { "\(file.path):\($0.line): \($0.what). \(name), because \(reason)." }
    }
  }
}

extension SourceFile {
  /// The number of spaces at the start of a line, or nil where it is blank.
  static func indentation(_ line: Substring) -> Int? {
    line.utf8.firstIndex { $0 != 0x20 }.map { line.utf8.distance(from: line.startIndex, to: $0) }
  }

  /// Where functions start, from 1, and how many lines they have; as they are laid out by the
  /// formatter, whose closing brace stands under the first word.
  var functions: [(line: Int, length: Int)] {
    lines.indices.compactMap { start in
      guard lines[start].contains("func ") || lines[start].contains("init"),
        !lines[start].hasSuffix("}"), let depth = Self.indentation(lines[start]),
        let end = end(ofFunctionAt: start, depth)
      else { return nil }
      return (start + 1, end - start + 1)
    }
  }

  private func end(ofFunctionAt start: Int, _ depth: Int) -> Int? {
    for index in lines.indices[(start + 1)...] {
      guard let other = Self.indentation(lines[index]), other <= depth else { continue }
      if other < depth { return nil }
      let word = lines[index].dropFirst(depth)
      if word.hasPrefix("}") { return index }
      // What goes on with the head; anything else means that it has no body.
      guard word.hasPrefix(")") || word.hasPrefix("where") else { return nil }
    }
    return nil
  }

  /// The modules that the file imports, with their lines, from 1.
  var imports: [(line: Int, module: String)] {
    lines.indices.compactMap { index in
      guard lines[index].contains("import ") else { return nil }
      let words = lines[index].split(separator: " ")
      guard let place = words.firstIndex(of: "import"), place + 1 < words.count,
        words[..<place].allSatisfy({ Self.importModifiers.contains($0) })
      else { return nil }
      return (index + 1, String(words[place + 1]))
    }
  }

  private static let importModifiers: Set<Substring> = [
    "public", "package", "internal", "private", "fileprivate", "@testable", "@_exported",
    "@preconcurrency",
  ]

  /// Lines, from 1, of public types and functions that no comment explains. Operators and coding
  /// are explained by their protocols; a property by its name.
  var undocumented: [Int] {
    lines.indices.filter { index in
      let words = lines[index].split(separator: " ")
      guard words.contains("public"), let kind = words.first(where: Self.documentedKinds.contains),
        words.prefix(while: { $0 != kind }).allSatisfy({
          $0.hasPrefix("@") || Self.modifiers.contains($0)
        }),
        let next = words.drop(while: { $0 != kind }).dropFirst().first,
        next.first?.isLetter == true, !next.hasPrefix("encode(")
      else { return false }
      let above = lines[..<index].last { !$0.drop { $0 == " " }.hasPrefix("@") }
      return above?.drop { $0 == " " }.hasPrefix("///") != true
    }.map { $0 + 1 }
  }

  private static let documentedKinds: Set<Substring> = [
    "struct", "enum", "class", "protocol", "typealias", "func",
  ]
  private static let modifiers: Set<Substring> = [
    "public", "static", "final", "mutating", "indirect",
  ]
}

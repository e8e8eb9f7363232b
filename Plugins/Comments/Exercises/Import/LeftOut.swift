/// What a reader left out, replaced, or read otherwise than it stands: the one list of an import.
///
/// Every reader adds to it as it goes, from the decoding of bytes to the choice of a post. People
/// are told one sentence a kind (``sentences``), and each thing with its line when they ask for it
/// (``list``). A damaged file may hold millions of damages: all are counted, the first
/// ``Group/limit`` of a kind are kept.
package struct LeftOut: Hashable, Sendable {
  /// A kind of thing, told as `3 comments without text left out`.
  package struct Kind: Hashable, Sendable {
    /// What follows the number, for one and for several.
    var one: String
    var many: String
    /// Whether the lines belong into the sentence: where something is wrong with the file.
    var isOfPlaces: Bool

    init(_ one: String, _ many: String, isOfPlaces: Bool = true) {
      (self.one, self.many, self.isOfPlaces) = (one, many, isOfPlaces)
    }
  }

  struct Item: Hashable, Sendable {
    var line: Int?
    var what: String?
    /// Told where there are several files.
    var file: String?
  }

  struct Group: Hashable, Sendable {
    static let limit = 1000
    /// Nil: the sentence is all there is to say, and `title` is it.
    var kind: Kind?
    var title = ""
    var count = 0
    var items: [Item] = []
  }

  private(set) var groups: [Group] = []

  init() {}

  var isEmpty: Bool { groups.isEmpty }

  /// Counts one more of a kind.
  ///
  /// - Parameters:
  ///   - line: of the file, from 1.
  ///   - what: what it was, for the list: `“Hello” by Ada`.
  mutating func add(_ kind: Kind, line: Int? = nil, _ what: String? = nil) {
    let index = groups.firstIndex { $0.kind == kind } ?? groups.endIndex
    if index == groups.endIndex { groups.append(Group(kind: kind)) }
    groups[index].count += 1
    guard groups[index].items.count < Group.limit else { return }
    groups[index].items.append(Item(line: line, what: what))
  }

  /// Says something that happens once: a sentence without its full stop.
  ///
  /// - Parameter list: what it sums up, one thing each.
  mutating func tell(_ sentence: String, list: [String] = []) {
    groups.append(Group(title: sentence, items: list.map { Item(what: $0) }))
  }

  /// Takes over what was left out of another file, which is named where there are several.
  mutating func merge(_ other: LeftOut, of file: String? = nil) {
    for var group in other.groups {
      for index in group.items.indices where group.items[index].file == nil {
        group.items[index].file = file
      }
      if let kind = group.kind, let index = groups.firstIndex(where: { $0.kind == kind }) {
        groups[index].count += group.count
        groups[index].items += group.items.prefix(Group.limit - groups[index].items.count)
      } else {
        if group.kind == nil, let file { group.title = "\(file): \(group.title)" }
        groups.append(group)
      }
    }
  }
}

extension LeftOut {
  /// One a kind, in the order in which they were met, without a full stop.
  package var sentences: [String] {
    groups.map { group in
      guard let kind = group.kind else { return group.title }
      let words = group.count == 1 ? kind.one : kind.many
      let places = kind.isOfPlaces ? group.places.map { " (\($0))" } : nil
      return "\(group.count) \(words)\(places ?? "")"
    }
  }

  /// Each thing by itself, with its file and line where they are known.
  package var list: [String] {
    groups.flatMap { group in
      let told = group.items.compactMap { item -> String? in
        guard group.kind != nil || item.what != nil else { return nil }
        let words = [group.kind.map { "1 \($0.one)" }, item.what].compactMap(\.self)
        let place = [item.file, item.line.map { "line \($0)" }].compactMap(\.self)
        let text = words.joined(separator: ": ")
        return place.isEmpty ? text : "\(place.joined(separator: ", ")): \(text)"
      }
      let more = group.kind == nil ? 0 : group.count - group.items.count
      return told + (more > 0 ? ["and \(more) more of these"] : [])
    }
  }
}

extension LeftOut.Group {
  /// `line 4`, `lines 4, 7 and 9`, `lines 4 to 90`; nil where no line is known, or several files
  /// would have to be named.
  fileprivate var places: String? {
    let files = Set(items.compactMap(\.file))
    var lines: [Int] = []
    for line in items.compactMap(\.line) where !lines.contains(line) {
      lines.append(line)
      if lines.count > 3 { break }
    }
    guard let first = lines.first, files.count < 2 else { return nil }
    let file = files.first.map { "\($0), " } ?? ""
    switch lines.count {
    case 1: return "\(file)line \(first)"
    case 2, 3:
      let before = lines.dropLast().map(String.init).joined(separator: ", ")
      return "\(file)lines \(before) and \(lines[lines.count - 1])"
    default:
      let last = items.compactMap(\.line).max() ?? first
      return "\(file)lines \(items.compactMap(\.line).min() ?? first) to \(last)"
    }
  }
}

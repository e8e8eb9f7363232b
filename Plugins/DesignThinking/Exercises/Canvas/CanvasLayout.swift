import ExerciseKit

/// The regions of a canvas.
struct CanvasLayout: Equatable {
  /// A place for cards.
  struct Region: Equatable {
    /// As it is typed: `2`, or in stages × lanes `2.3`, the stage first.
    var number: String
    /// `Pains`, or `Wait / Feels`.
    var title: String
    var prompt: String?
    /// What its cards carry: its name, or those of its stage and its lane.
    var tags: [String]

    /// For events: it outlives a change of wording around it.
    var name: String { tags.joined(separator: "/") }
  }

  private(set) var regions: [Region] = []
  /// None where the regions are a plain grid.
  private(set) var stages: [String] = []
  private(set) var lanes: [String] = []

  /// Regions in a grid: `Name: prompt`, with `|` or line breaks between. A name that stands there
  /// twice counts once.
  init(regions text: String) {
    for line in text.items {
      let (title, prompt) = Self.parts(of: line)
      guard let tag = title.asTag, !regions.contains(where: { $0.tags == [tag] }) else { continue }
      regions.append(
        Region(number: "\(regions.count + 1)", title: title, prompt: prompt, tags: [tag]))
    }
  }

  /// A region for each stage and lane, stage by stage.
  init(stages: String, lanes: String) {
    var seen: Set<String> = []
    self.stages = stages.items.filter { $0.asTag.map { seen.insert($0).inserted } ?? false }
    let rows = lanes.items.map(Self.parts).filter { row in
      row.title.asTag.map { seen.insert($0).inserted } ?? false
    }
    self.lanes = rows.map(\.title)
    for (column, stage) in self.stages.enumerated() {
      for (row, lane) in rows.enumerated() {
        regions.append(
          Region(
            number: "\(column + 1).\(row + 1)", title: "\(stage) / \(lane.title)",
            prompt: lane.prompt, tags: [stage, lane.title].compactMap(\.asTag)))
      }
    }
  }

  private static func parts(of line: String) -> (title: String, prompt: String?) {
    guard let colon = line.firstIndex(of: ":") else { return (line, nil) }
    let prompt = line[line.index(after: colon)...].trimmed
    return (line[..<colon].trimmed, prompt.isEmpty ? nil : prompt)
  }

  /// The region that was typed: `2`, `2.3`, `pains`, how it begins, or `wait/feels`. A lane alone,
  /// `feels`, is that of the stage that is open, and a stage alone that of the lane.
  func region(called typed: String, from open: Region? = nil) -> Region? {
    let words = typed.trimmed
    if let region = regions.first(where: { $0.number == words }) { return region }
    let parts = words.split(separator: "/", omittingEmptySubsequences: false).map {
      $0.asTag ?? ""
    }
    guard !parts.contains("") else { return nil }
    if let exact = regions.first(where: { $0.tags == parts }) { return exact }
    let near = regions.filter { region in
      region.tags.count == parts.count && zip(region.tags, parts).allSatisfy { $0.hasPrefix($1) }
    }
    return near.count == 1 ? near[0] : parts.count == 1 ? half(parts[0], from: open) : nil
  }

  /// The region beside an open one that a stage or a lane alone names.
  private func half(_ typed: String, from open: Region?) -> Region? {
    guard let open = open ?? regions.first, open.tags.count == 2 else { return nil }
    for isWhole in [true, false] {
      let fits = { (tag: String) in
        isWhole ? tag == typed : typed.count > 2 && tag.hasPrefix(typed)
      }
      let (stages, lanes) = (stages.compactMap(\.asTag), lanes.compactMap(\.asTag))
      let found =
        lanes.filter(fits).map { [open.tags[0], $0] }
        + stages.filter(fits).map { [$0, open.tags[1]] }
      if found.count == 1 { return regions.first { $0.tags == found[0] } }
    }
    return nil
  }

  /// The region of an event's or a card's name.
  func region(named name: String?) -> Region? { regions.first { $0.name == name } }

  /// The region that the line begins with, and what comes after its colon; nil where none is named.
  func named(in line: String, from open: Region? = nil) -> (region: Region, text: String)? {
    if let colon = line.firstIndex(where: { ":：".contains($0) }),
      let region = region(called: String(line[..<colon]), from: open)
    {
      let text = line[line.index(after: colon)...].trimmed
      return text.isEmpty ? nil : (region, text)
    }
    return namedOtherwise(in: line)
  }

  /// `Needs - coffee`, `Needs – coffee`, `Needs = coffee`: a region's whole name and another sign
  /// than a colon, with blanks around it.
  private func namedOtherwise(in line: String) -> (region: Region, text: String)? {
    let words = line.split(whereSeparator: \.isWhitespace)
    guard
      let sign = words.firstIndex(where: { ["-", "–", "—", "=", "→", "->", "|", ":"].contains($0) }
      ),
      (1...4).contains(sign), sign + 1 < words.count,
      let region = region(wholly: words[..<sign].joined(separator: " "))
    else { return nil }
    return (region, line[words[sign + 1].startIndex...].trimmed)
  }

  /// The region whose whole name that is.
  private func region(wholly typed: String) -> Region? {
    let parts = typed.split(separator: "/").map { $0.asTag ?? "" }
    return regions.first { $0.tags == parts }
  }

  /// The region whose whole name a line begins with, where a comma, a semicolon or a full stop
  /// stands behind it: that may be words as well.
  func begun(by line: String) -> Region? {
    guard let end = line.firstIndex(where: { ",;.".contains($0) }),
      line.index(after: end) < line.endIndex
    else { return nil }
    return region(wholly: line[..<end].trimmed)
  }

  /// A word or two before a colon at the beginning of the line that read like a region's name, and
  /// are none's; nil where they read like anything else: a time, an address, a sentence.
  func unknownName(in line: String) -> String? {
    guard let colon = line.firstIndex(of: ":"), colon > line.startIndex,
      line[line.index(after: colon)...].first?.isWhitespace == true,
      !line[line.index(before: colon)].isWhitespace
    else { return nil }
    let name = line[..<colon].trimmed
    let words = name.split(whereSeparator: \.isWhitespace)
    guard (1...2).contains(words.count), name.count <= 30,
      name.allSatisfy({ $0.isLetter || $0.isWhitespace || "-/".contains($0) }),
      region(called: name) == nil
    else { return nil }
    return name
  }

  /// The names, as they are typed, that a misspelt one is nearly: of regions, stages and lanes.
  func names(nearlyCalled typed: String) -> [String] {
    let parts = typed.split(separator: "/").map { $0.asTag ?? "" }
    let names = regions.map(\.tags) + (stages + lanes).compactMap(\.asTag).map { [$0] }
    return names.filter { tags in
      tags.count == parts.count && tags != parts
        && zip(tags, parts).allSatisfy { tag, part in
          tag == part || tag.count > 3 && part.count > 3 && tag.isNearly(part)
        }
    }.map { $0.joined(separator: "/") }
  }
}

extension String {
  /// Whether it differs in one letter, in one that is missing or too much, or in two that changed
  /// places.
  fileprivate func isNearly(_ other: String) -> Bool {
    let (left, right) = (Array(self), Array(other))
    let start = zip(left, right).prefix { $0 == $1 }.count
    let (a, b) = (left[start...], right[start...])
    let end = zip(a.reversed(), b.reversed()).prefix { $0 == $1 }.count
    let (x, y) = (a.dropLast(end), b.dropLast(end))
    return max(x.count, y.count) <= 1 || x.count == 2 && x.elementsEqual(y.reversed())
  }
}

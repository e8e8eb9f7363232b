/// The records of a flat XML file: what stands in each `<item>`, `<entry>` or `<post>`, by the way
/// from it to the element: `author/name`, and `link@href` for an attribute. Damages cost what they
/// damage, as in ``WXRReader``.
struct MarkupRecords {
  struct Record {
    var name: String
    /// Where it begins, from 1.
    var line: Int
    fileprivate(set) var fields: [String: String] = [:]

    subscript(way: String) -> String? { fields[way]?.trimmedOrNil }
  }

  private(set) var records: [Record] = []
  /// What stands outside of records: `channel/title`.
  private(set) var head: [String: String] = [:]
  var leftOut: LeftOut { scanner.leftOut }
  private(set) var endsEarly = false

  private var scanner: MarkupScanner
  private var record: Record?
  private var path: [String] = []
  private var text = ""
  private let names: Set<String>
  /// Elements whose content is markup of its own, and is kept as it stands.
  private let contents: Set<String>
  private let attributes: [String: [String]]

  static let depthLimit = 64

  /// - Parameter attributes: which of them are kept, by the name of their element.
  init(
    _ bytes: [UInt8], records names: Set<String>, contents: Set<String>,
    attributes: [String: [String]]
  ) {
    scanner = MarkupScanner(bytes)
    (self.names, self.contents, self.attributes) = (names, contents, attributes)
    read()
  }

  private mutating func read() {
    while let event = scanner.next() {
      switch event {
      case .text(let more, _): text += more
      case .start(let name, let given, let isEmpty, let source):
        begin(name, given, isEmpty: isEmpty, source)
      case .end(let name, let source): end(name, source)
      }
    }
    endsEarly = scanner.endsEarly || record != nil
    // A record that the file ends in is not whole.
  }

  private var isInContent: Bool { path.last.map(contents.contains) ?? false }

  private mutating func begin(
    _ name: String, _ given: MarkupAttributes, isEmpty: Bool, _ source: Range<Int>
  ) {
    if isInContent, !names.contains(name) {
      text += String(decoding: scanner.bytes[source], as: UTF8.self)
      return
    }
    // In Disqus's export a post holds a `<thread>`, which is a record by itself elsewhere.
    let isRecord = names.contains(name) && (record == nil || name == record?.name)
    if isRecord {
      if record != nil {
        scanner.damage(.markup, "the end of <\(record?.name ?? "")> is missing")
        finish()
      }
      record = Record(name: name, line: scanner.line)
      path = []
      keep(given, of: name)
    } else if path.count < MarkupRecords.depthLimit {
      path.append(name)
      keep(given, of: path.joined(separator: "/"))
    }
    text = ""
    if isEmpty { end(name, source) }
  }

  private mutating func keep(_ given: MarkupAttributes, of way: String) {
    let name = way.split(separator: "/").last.map(String.init) ?? way
    for attribute in attributes[name] ?? [] {
      guard let value = given[attribute] else { continue }
      set(record != nil && path.isEmpty ? "@\(attribute)" : "\(way)@\(attribute)", value)
    }
  }

  private mutating func set(_ way: String, _ value: String) {
    if record == nil {
      if head[way] == nil { head[way] = value }
    } else if record?.fields[way] == nil {
      record?.fields[way] = value
    }
  }

  private mutating func end(_ name: String, _ source: Range<Int>) {
    if isInContent, path.last != name, !(record?.name == name) {
      text += String(decoding: scanner.bytes[source], as: UTF8.self)
      return
    }
    guard let index = path.lastIndex(of: name) else {
      if name == record?.name { finish() }
      text = ""
      return
    }
    let way = path[...index].joined(separator: "/")
    if index == path.count - 1 { set(way, text) }
    path.removeSubrange(index...)
    text = ""
  }

  private mutating func finish() {
    if let record { records.append(record) }
    (record, path, text) = (nil, [], "")
  }
}

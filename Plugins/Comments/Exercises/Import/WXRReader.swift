import Foundation
import FoundationXML

/// Walks an export and gathers the text of each post's and comment's elements, by name.
///
/// Elements are known by the prefixes that WordPress writes (`wp:`, `content:`), as its own
/// importer knows them. Lives for one call of ``read(_:)``.
final class WXRReader: NSObject, XMLParserDelegate {
  /// The deepest element of an honest export stands at 6.
  static let depthLimit = 32

  /// The text of the elements of one `<item>`, and of each of its comments.
  struct Item {
    var fields: [String: String] = [:]
    var comments: [[String: String]] = []
  }

  struct Stop: Error {
    var line: Int
    var problem: ImportFailure.Problem
  }

  private(set) var items: [Item] = []
  private(set) var version: String?
  private var item: Item?
  private var comment: [String: String]?
  private var path: [String] = []
  private var text = ""
  private var stop: Stop?

  /// Reads the whole document. Entities are declared by nobody (see ``XMLProlog``) and never
  /// fetched.
  func read(_ bytes: [UInt8]) throws(Stop) {
    let parser = XMLParser(data: Data(bytes))
    parser.shouldResolveExternalEntities = false
    parser.delegate = self
    // What `parse` returns says little here: it is true for an element that never ends.
    _ = parser.parse()
    if let stop { throw stop }
  }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String]
  ) {
    guard stop == nil else { return }
    guard path.count < WXRReader.depthLimit else {
      return end(parser, .tooDeep(limit: WXRReader.depthLimit))
    }
    path.append(name)
    text = ""
    if name == "item", path.count == 3 { item = Item() }
    if name == "wp:comment", path.count == 4, item != nil { comment = [:] }
  }

  func parser(_ parser: XMLParser, foundCharacters string: String) { text += string }

  func parser(_ parser: XMLParser, foundCDATA data: Data) {
    text += String(decoding: data, as: UTF8.self)
  }

  func parser(
    _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
  ) {
    guard stop == nil, !path.isEmpty else { return }
    switch path.count {
    case 3 where name == "item":
      if let item { items.append(item) }
      item = nil
    case 3 where name == "wp:wxr_version": version = text
    case 4 where comment != nil:
      if let comment { item?.comments.append(comment) }
      comment = nil
    case 4 where item?.fields[name] == nil: item?.fields[name] = text
    case 5 where comment?[name] == nil: comment?[name] = text
    default: break
    }
    path.removeLast()
    text = ""
  }

  func parser(_ parser: XMLParser, parseErrorOccurred error: any Error) {
    let code = (error as NSError).code
    // 200 to 205 are libxml2's complaints about namespaces, which do not end the reading.
    guard !(200...205).contains(code) else { return }
    end(parser, .malformedXML(code: code))
  }

  /// Keeps the first problem: those after it follow from it.
  private func end(_ parser: XMLParser, _ problem: ImportFailure.Problem) {
    guard stop == nil else { return }
    stop = Stop(line: max(1, parser.lineNumber), problem: problem)
    parser.abortParsing()
  }
}

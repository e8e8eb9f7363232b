package import ExerciseProtocol

/// What a report is written as: the ending of its file's name says it, and nothing that says
/// another thing is written into such a file.
package enum ReportFormat: Hashable, Sendable {
  case markdown, html

  /// - Throws: where the ending is that of something which no report is written as.
  package init(for path: String) throws(Problem) {
    switch FileEnding(path).text {
    case "html", "htm", "xhtml": self = .html
    case let ending where ending.isDocument: throw .noSuchReport(path, ending)
    default: self = .markdown
    }
  }
}

extension Desk {
  /// A report's bytes for a file of that name, with the mark by which it is known again.
  package func written(_ view: View, to path: String) throws(Problem) -> [UInt8] {
    let format = try ReportFormat(for: path)
    guard format == .html else { return ReportMark.marked(surroundings.report(view)) }
    guard let page = surroundings.page else { throw .noSuchReport(path, "html") }
    return ReportMark.marked(page(view))
  }
}

/// How a file's name ends, in small letters and without the dot: `md`; empty where it has none.
struct FileEnding {
  let text: String

  init(_ path: String) {
    let name = path.split(separator: "/").last ?? ""
    let dot = name.dropFirst().lastIndex(of: ".")
    text = dot.map { name[name.index(after: $0)...].lowercased() } ?? ""
  }

  /// - Throws: where it is that of a document of another kind than plain text.
  func checkIsText(_ what: String, _ path: String) throws(Problem) {
    guard text.isDocument || ["html", "htm", "xhtml", "csv", "tsv"].contains(text) else { return }
    throw Problem(
      "\(what) are plain text, and “\(path)” would not be.",
      hint: "Give the file a name that ends in .txt.", isUsage: true)
  }
}

extension String {
  /// Whether such an ending promises what neither Markdown nor a page is.
  fileprivate var isDocument: Bool {
    [
      "pdf", "doc", "docx", "odt", "rtf", "tex", "epub", "ps", "pages", "csv", "tsv", "xls", "xlsx",
      "ods", "xml", "json", "jsonl", "yaml", "yml", "ppt", "pptx", "odp", "png", "jpg", "jpeg",
      "svg", "gif", "zip", "gz",
    ].contains(self)
  }
}

extension Problem {
  fileprivate static func noSuchReport(_ path: String, _ ending: String) -> Problem {
    let isOurs = ["json", "jsonl"].contains(ending)
    return Problem(
      "No report is written as .\(ending); “\(path)” is left alone.",
      hint: isOurs
        ? "The session's snapshot, NAME.json, is for programs. A report ends in .md or .html."
        : "A report ends in .md or .html; a browser prints the page as PDF, and word processors "
          + "open it.", isUsage: !isOurs)
  }
}

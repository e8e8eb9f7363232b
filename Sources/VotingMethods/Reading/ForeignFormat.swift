/// Files that people have votes in and that are not read here. They are refused by their right
/// name, with a way to get at what is in them.
public enum ForeignFormat: String, CaseIterable, Hashable, Sendable {
  case workbook, oldWorkbook, openDocument, archive, pdf, page, rtf, database, image
  case castVoteRecord, castVoteRecordXML, concreteSTV, stv, json, xml, majorityGraph

  /// Tells a file by its beginning and its name; nil for what may be read, or is unknown.
  public init?(content bytes: [UInt8], name: String) {
    let ending = name.split(separator: ".").last.map { $0.lowercased() } ?? ""
    if let format = ForeignFormat(magic: bytes, ending: ending) {
      self = format
      return
    }
    let start = TextPieces.utf8(Array(bytes.prefix(65_536)))
    let first = start.first { $0 > 0x20 && ![0xEF, 0xBB, 0xBF].contains($0) }
    let text = String(decoding: start, as: UTF8.self)
    switch first {
    case UInt8(ascii: "<"): self.init(markup: text)
    case UInt8(ascii: "{"), UInt8(ascii: "["):
      self.init(json: text)
      if BallotFormat(content: bytes, name: "") == .abif { return nil }
    default:
      if ending == "wmd" || text.contains("# DATA TYPE: wmd") {
        self = .majorityGraph
        return
      }
      guard ending == "stv", BallotFormat(content: bytes, name: "") == nil else { return nil }
      self = .stv
    }
  }

  private init?(magic bytes: [UInt8], ending: String) {
    let magics: [([UInt8], ForeignFormat)] = [
      ([UInt8]("%PDF".utf8), .pdf), ([0xD0, 0xCF, 0x11, 0xE0], .oldWorkbook),
      ([UInt8]("{\\rtf".utf8), .rtf), ([UInt8]("SQLite format 3".utf8), .database),
      ([0x1F, 0x8B], .archive), ([UInt8]("7z".utf8) + [0xBC, 0xAF], .archive),
      ([UInt8]("Rar!".utf8), .archive), ([0x89, 0x50, 0x4E, 0x47], .image),
      ([0xFF, 0xD8, 0xFF], .image),
    ]
    if let found = magics.first(where: { bytes.starts(with: $0.0) }) {
      self = found.1
      return
    }
    guard bytes.starts(with: [0x50, 0x4B, 3, 4]) else { return nil }
    let text = String(decoding: bytes.prefix(4096), as: UTF8.self)
    switch ending {
    case "xlsx", "xlsm": self = .workbook
    case "ods", "numbers": self = .openDocument
    default:
      self =
        text.contains("[Content_Types].xml") || text.contains("xl/")
        ? .workbook : text.contains("opendocument") ? .openDocument : .archive
    }
  }

  private init?(markup text: String) {
    let start = text.prefix(2048).lowercased()
    if text.contains("CastVoteRecordReport") {
      self = .castVoteRecordXML
    } else if start.contains("<!doctype html") || start.contains("<html") {
      self = .page
    } else if start.contains("<?xml") {
      self = .xml
    } else {
      return nil
    }
  }

  private init?(json text: String) {
    if text.contains("CastVoteRecordReport") || text.contains("\"CVRSnapshot\"")
      || text.contains("\"CVR\"") || text.contains("CVR.")
    {
      self = .castVoteRecord
    } else if text.contains("\"btl\"") || text.contains("\"atl\"") {
      self = .concreteSTV
    } else if text.first(where: { !$0.isWhitespace }) == "[",
      text.hasSuffix("]")
        || text.hasSuffix("]\n")
    {
      self = .json
    } else if text.first(where: { !$0.isWhitespace }) == "{", !text.contains("\"charrette-poll\""),
      ["\"", "}"].contains(text.drop { $0.isWhitespace }.dropFirst().first { !$0.isWhitespace })
    {
      self = .json
    } else {
      return nil
    }
  }

  /// What it is, behind “this is”.
  public var words: String {
    switch self {
    case .workbook: "a workbook of Excel (XLSX)"
    case .oldWorkbook: "a file of an older Microsoft Office (such as XLS)"
    case .openDocument: "a spreadsheet that is an archive (ODS, Numbers)"
    case .archive: "a packed archive"
    case .pdf: "a PDF"
    case .page: "a web page"
    case .rtf: "a text with layout (RTF)"
    case .database: "an SQLite database"
    case .image: "an image"
    case .castVoteRecord: "a cast-vote record (NIST SP 1500-103) in JSON"
    case .castVoteRecordXML: "a cast-vote record (NIST SP 1500-103) in XML"
    case .concreteSTV: "an election of ConcreteSTV in JSON (.stv)"
    case .stv: "an .stv file, which several programs write, each in its own way"
    case .json: "JSON, and no bundle of a poll of this kit"
    case .xml: "XML"
    case .majorityGraph: "a graph of majorities of PrefLib (.wmd), which has no ballots in it"
    }
  }

  /// A way to what is in it.
  public var hint: String {
    switch self {
    case .workbook, .oldWorkbook, .openDocument:
      "Open it in a spreadsheet program, save the sheet with the votes as CSV, and count that."
    case .archive: "Unpack it, and count the file in it."
    case .pdf, .page, .rtf, .image:
      "Ask for the ballots as CSV or BLT, or copy the table into a spreadsheet and save it as CSV."
    case .database: "Export the table with the votes as CSV, and count that."
    case .castVoteRecord, .castVoteRecordXML:
      "Write one row a ballot and one column a rank (“1st choice”, “2nd choice”…) into a CSV file, "
        + "and count that: programs that read such records, RCTab among them, export tables."
    case .concreteSTV:
      "Write its ballots as BLT or CSV, one row a ballot and one column a rank, and count that."
    case .stv: "Save the election as BLT, or its ballots as CSV, and count that."
    case .majorityGraph:
      "Take the rankings that it was made from: .soc, .soi, .toc or .toi of the same data set."
    case .json, .xml:
      "Write the ballots into a CSV file, one row a ballot, or into BLT, and count that."
    }
  }
}

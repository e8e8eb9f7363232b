extension Problem {
  static var cannotImport: Problem {
    Problem(
      "This activity can't import.",
      hint: "Go to one where people say things, such as a discussion (/goto), then /import FILE.")
  }

  static func noImporter(_ name: String, among ids: [String]) -> Problem {
    Problem(
      "There is no importer “\(name)”.",
      hint: ids.isEmpty ? "/plugins lists what is installed." : "There are: \(ids.listed).",
      isUsage: true)
  }

  static func noImporterFor(_ path: String, among ids: [String]) -> Problem {
    Problem(
      "No importer is known to read files such as “\(path)”.",
      hint: "If you know which one can: /import FILE as=NAME. There are: \(ids.listed).",
      isUsage: true)
  }

  static func severalImporters(_ path: String, _ ids: [String]) -> Problem {
    Problem(
      "Several importers can read “\(path)”: \(ids.listed).", hint: "Say which: as=\(ids[0])",
      isUsage: true)
  }
}

extension [String] {
  fileprivate var listed: String { joined(separator: ", ") }
}

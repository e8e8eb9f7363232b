extension Problem {
  static var cannotImport: Problem {
    Problem(
      "This activity can't import.",
      hint: "Go to one where people say things, such as a discussion (/goto), then /import FILE.")
  }

  static func otherProposition(_ title: String, here: String) -> Problem {
    let what =
      title == here
      ? "The file has other words for the proposition “\(here)”."
      : "The file's proposition, “\(title)”, would replace the session's, “\(here)”."
    return Problem(
      what,
      hint: "proposition=keep brings in the rest and leaves the session's; proposition=replace "
        + "takes the file's.", isUsage: true)
  }

  static func tooLargeToImport(
    _ path: String, _ count: Int, limit: Int, isOnly: Bool
  ) -> Problem {
    let (size, most) = ((count + 999_999) / 1_000_000, limit / 1_000_000)
    return Problem(
      isOnly
        ? "“\(path)” has \(size) MB; at most \(most) MB can be brought in."
        : "With “\(path)” the files have \(size) MB; at most \(most) MB can be brought in at once.",
      hint: isOnly
        ? "Take a part of it, as a file of its own." : "Bring them in one after the other.")
  }

  static func noFileLike(_ path: String) -> Problem {
    Problem("No file is called like “\(path)”.", hint: "Check the name; TAB completes it.")
  }

  static func oneFileAtATime(_ importer: String, _ paths: [String]) -> Problem {
    Problem(
      "The importer “\(importer)” reads one file at a time.",
      hint: paths.map { "/import \($0)" }.joined(separator: ", then ")
        + "; a name with blanks stands in quotes.", isUsage: true)
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

import Foundation

/// Files of elections: a few beside the tests, many in a folder beside the package that need not
/// be there.
enum SharedData {
  private static let here = URL(filePath: #filePath).deletingLastPathComponent()
  static let fixtures = here.appending(path: "Fixtures")
  private static let root = here.appending(path: "../../../shared/data").standardizedFileURL
  static let scottish = root.appending(path: "scottish-2017")
  static let pabulib = root.appending(path: "pabulib")

  static func files(in folder: URL, ending: String) -> [URL] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.filter { $0.hasSuffix(ending) }.sorted().map { folder.appending(path: $0) }
  }

  static func bytes(_ file: URL) throws -> [UInt8] { [UInt8](try Data(contentsOf: file)) }
}

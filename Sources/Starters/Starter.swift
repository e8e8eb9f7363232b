package import Lines

/// A plugin to begin with: a whole package that builds, tests and passes every check as it is.
///
/// Its code is the guide's own example under another name, so that what the guide explains is what
/// a new author has before them. Values in, files out; nothing is written here.
package struct Starter: Sendable {
  /// What it is written in.
  package enum Language: String, CaseIterable, Sendable { case swift, c }

  /// What its authors allow others, by SPDX's names.
  package enum Licence: String, CaseIterable, Sendable {
    case mit = "MIT"
    case zeroBSD = "0BSD"
    case apache = "Apache-2.0"
  }

  /// Where ExerciseKit is: a folder, as the new package finds it, or an address to fetch it from.
  package enum Kit: Hashable, Sendable {
    case folder(String)
    case url(String)
  }

  /// One file of the new package.
  package struct File: Hashable, Sendable {
    /// From the package's folder.
    package var path: String
    package var text: String
  }

  let name: StarterName
  let licence: Licence
  let kit: Kit
  let year: Int
  private let language: Language

  /// - Parameters:
  ///   - name: kebab case: the plugin's id, and its exercise's.
  ///   - year: for the licence.
  /// - Throws: where nothing could be called so.
  package init(
    _ name: String, language: Language, licence: Licence, kit: Kit, year: Int
  ) throws(Problem) {
    self.name = try StarterName(name)
    self.language = language
    self.licence = licence
    self.kit = kit
    self.year = year
  }

  /// Everything that the package consists of.
  package var files: [File] {
    let own = language == .swift ? swiftFiles : cFiles
    return own + [
      File(path: "LICENSE", text: filled(licence.text)),
      File(path: "exports.map", text: text(PackageResources.exports_txt)),
    ]
  }

  private var swiftFiles: [File] {
    let type = name.type
    return [
      File(path: "Package.swift", text: manifest),
      File(path: "Sources/\(type)/\(type).swift", text: text(PackageResources.swift_exercise_txt)),
      File(
        path: "Tests/\(type)Tests/\(type)Tests.swift", text: text(PackageResources.swift_tests_txt)
      ),
      File(
        path: "Tests/\(type)Tests/first-try.transcript",
        text: text(PackageResources.swift_transcript_txt)),
      File(path: "try.charrette", text: text(PackageResources.swift_try_txt)),
      File(path: "README.md", text: text(PackageResources.swift_readme_txt)),
      File(path: ".github/workflows/check.yml", text: text(PackageResources.swift_ci_txt)),
      File(path: ".gitignore", text: ".build/\nPackage.resolved\nSessions/\n"),
    ]
  }

  private var cFiles: [File] {
    [
      File(path: "\(name.identifier).c", text: text(PackageResources.c_exercise_txt)),
      File(path: "charrette_exercise.h", text: decoded(PackageResources.c_header_txt)),
      File(path: "Makefile", text: text(PackageResources.c_makefile_txt)),
      File(path: "try.charrette", text: text(PackageResources.c_try_txt)),
      File(path: "try.transcript", text: text(PackageResources.c_transcript_txt)),
      File(path: "README.md", text: text(PackageResources.c_readme_txt)),
      File(path: ".github/workflows/check.yml", text: text(PackageResources.c_ci_txt)),
      File(path: ".gitignore", text: "*.so\nSessions/\n"),
    ]
  }

  /// A published kit is fetched, and says its own name.
  private var manifest: String {
    let manifest = text(PackageResources.swift_manifest_txt)
    guard case .url = kit else { return manifest }
    return manifest.replacing(
      ".package(path: kit)", with: ".package(url: kit, branch: \"main\")")
  }
}

// MARK: - Filling in

extension Starter {
  private func text(_ bytes: [UInt8]) -> String { filled(decoded(bytes)) }

  private func decoded(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

  private func filled(_ text: String) -> String {
    name.replacingExamples(in: text).replacing("../charrette", with: kitPlace)
      .replacing("LICENCE-ID", with: licence.rawValue)
      .replacing("CC0-1.0", with: licence.rawValue)
      .replacing("YEAR", with: "\(year)")
      .replacing("[Charrette](KIT-URL)", with: kitLink)
  }

  private var kitPlace: String {
    switch kit {
    case .folder(let path): path
    case .url(let url): language == .swift ? url : "../charrette"
    }
  }

  private var kitLink: String {
    if case .url(let url) = kit { "[Charrette](\(url))" } else { "Charrette" }
  }
}

extension Starter.Licence {
  fileprivate var text: String {
    let bytes =
      switch self {
      case .mit: PackageResources.licence_mit_txt
      case .zeroBSD: PackageResources.licence_0bsd_txt
      case .apache: PackageResources.licence_apache_txt
      }
    return String(decoding: bytes, as: UTF8.self)
  }
}

import Foundation

/// A program of this machine that tests start. It is tried before it is trusted: a `rustc` without
/// a toolchain or a compiler without headers is there and of no use, and the tests that need it
/// say so instead of failing.
///
///     @Test(.enabled(if: Tool.make.isUsable, "\(Tool.make.fault): the Makefile is untested"))
package struct Tool: Sendable {
  /// The program, an absolute path; nil where none can be used.
  package let path: String?
  /// Why none can be used: one line without a full stop; empty where one can.
  package let fault: String

  package var isUsable: Bool { path != nil }

  /// The first program of a folder list that passes a trial.
  /// - Parameters:
  ///   - names: what it may be called, the best first.
  ///   - folders: where it is looked for.
  ///   - trial: tries a program, in an empty folder of its own; throws a ``ToolFailure`` if it is
  ///     of no use.
  package init(
    _ names: [String], in folders: [String] = Tool.folders,
    trial: (Tool, String) throws -> Void
  ) {
    var faults: [String] = []
    var seen: Set<String> = []
    for path in names.flatMap({ name in folders.map { "\($0)/\(name)" } })
    where FileManager.default.isExecutableFile(atPath: path) {
      // `/bin` is `/usr/bin`.
      let file = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
      guard seen.insert(file).inserted else { continue }
      let tool = Tool(path: path, fault: "")
      do {
        try Self.inFolder { try trial(tool, $0) }
        self = tool
        return
      } catch let failure as ToolFailure {
        faults.append("\(path) can't be used (\(failure.firstLine))")
      } catch {
        faults.append("\(path) can't be used (\(error.localizedDescription))")
      }
    }
    let missing = "No \(names.joined(separator: " or ")) in \(folders.joined(separator: ":"))"
    self.init(path: nil, fault: faults.isEmpty ? missing : faults.joined(separator: "; "))
  }

  private init(path: String?, fault: String) {
    self.path = path
    self.fault = fault
  }

  /// Runs it to its end, without input.
  /// - Parameter environment: that of the tests where nil.
  /// - Returns: what it wrote, of both its outputs.
  /// - Throws: ``ToolFailure`` if it can't be used or ends with another status than 0.
  @discardableResult
  package func run(
    _ arguments: [String], in folder: String? = nil, environment: [String: String]? = nil
  ) throws -> String {
    guard let path else { throw ToolFailure(words: fault) }
    let process = Process()
    let output = Pipe()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = arguments
    if let folder { process.currentDirectoryURL = URL(fileURLWithPath: folder) }
    if let environment { process.environment = environment }
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = output
    process.standardError = output
    try process.run()
    let said = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    let status = process.terminationStatus
    guard status == 0, process.terminationReason == .exit else {
      throw ToolFailure(words: said.isEmpty ? "it ended with \(status)" : said)
    }
    return said
  }

  /// The search path of whoever runs the tests.
  package static let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "")
    .split(separator: ":").map(String.init)

  private static func inFolder(_ body: (String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("charrette-tool-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try body(folder.path)
  }
}

/// What a tool said when it failed.
package struct ToolFailure: Error, CustomStringConvertible {
  package let words: String

  package var description: String { words }

  /// The first line that says something.
  package var firstLine: String {
    words.split(whereSeparator: \.isNewline).first { !$0.allSatisfy(\.isWhitespace) }
      .map(String.init) ?? "it said nothing"
  }
}

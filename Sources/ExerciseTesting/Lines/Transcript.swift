public import ExerciseKit
import Rendering

/// What was typed in a test and what came of it, as text that people read: each line behind its
/// prompt `› `, below it the exercise's word or its refusal, and views at 80 columns.
struct Transcript {
  private(set) var text = ""
  private let renderer = TerminalRenderer(TerminalStyle(columns: 80))

  static let prompt = "› "

  mutating func add(_ line: String, _ said: String) {
    text += "\(Self.prompt)\(neutralised(line))\n"
    text += renderer.render(View([.note(said, .success)]))
  }

  mutating func add(_ line: String, _ refusal: Refusal) {
    text += "\(Self.prompt)\(neutralised(line))\n"
    text += renderer.render(View([.note(refusal.message, .failure)]))
    if let hint = refusal.hint { text += renderer.render(View([.note(hint, .hint)])) }
  }

  mutating func add(_ view: View, called name: String) -> String {
    let shown = renderer.render(view)
    text += "\(Self.prompt)\(name)\n\(shown)"
    return shown
  }
}

extension Harness {
  /// Everything typed so far with ``enter(_:as:weight:seed:)`` and ``run(_:as:weight:seed:)``, what
  /// came of it, and what ``show(for:)`` showed.
  public var transcript: String { record.text }

  /// The activity as text at 80 columns, without colours; a part of the transcript from here on.
  @discardableResult public func show(for audience: Audience = .facilitator) throws -> String {
    let name = audience == .facilitator ? "/show" : "/show \(audience.rawValue)"
    return record.add(try view(for: audience), called: name)
  }

  /// Plays the lines of a golden transcript again: those behind `› `, where `/show`, `/show room`
  /// and `/show report` show the activity. All that came of them must be what stands in the file.
  ///
  /// With `CHARRETTE_RECORD=1` in the environment the file is written anew instead, for you to read
  /// before you keep it. To begin one, write the lines behind their prompts, and record.
  ///
  /// - Parameters:
  ///   - path: where it is, beside the file of the test unless it is absolute.
  /// - Throws: ``TranscriptMismatch``; ``HarnessFailure``.
  public func play(_ path: String, beside test: String = #filePath) throws {
    let file = TextFile(path, beside: test)
    guard let golden = file.text else { throw TranscriptMismatch(file.path, .missing) }
    for line in golden.split(separator: "\n") where line.hasPrefix(Transcript.prompt) {
      try take(String(line.dropFirst(Transcript.prompt.count)))
    }
    try compare(with: file, golden)
  }

  /// Compares the transcript with a golden one; see ``play(_:beside:)``, for a test whose lines
  /// stand in its code.
  public func expectTranscript(_ path: String, beside test: String = #filePath) throws {
    let file = TextFile(path, beside: test)
    try compare(with: file, file.text)
  }

  private func take(_ line: String) throws {
    let words = line.split(separator: " ")
    if words.first == "/show", words.count <= 2 {
      let audience = words.count == 2 ? Audience(rawValue: String(words[1])) : .facilitator
      if let audience {
        try show(for: audience)
        return
      }
    }
    // A refusal is a part of the transcript as any answer is.
    do { try enter(line) } catch is Refusal {}
  }

  private func compare(with file: TextFile, _ golden: String?) throws(TranscriptMismatch) {
    if TextFile.recordsTranscripts {
      guard file.write(transcript) else { throw TranscriptMismatch(file.path, .unwritable) }
      return
    }
    guard let golden else { throw TranscriptMismatch(file.path, .missing) }
    guard golden != transcript else { return }
    let (expected, found) = (golden.lines, transcript.lines)
    let same = zip(expected, found).prefix { $0 == $1 }.count
    throw TranscriptMismatch(
      file.path,
      .differs(
        line: same + 1, expected: same < expected.count ? expected[same] : nil,
        found: same < found.count ? found[same] : nil))
  }
}

extension String {
  fileprivate var lines: [String] {
    split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }
}

/// A golden transcript that is not what the exercise says today.
public struct TranscriptMismatch: Error, Hashable, Sendable, CustomStringConvertible {
  /// The file's path.
  public var path: String
  /// What is wrong.
  public var kind: Kind

  /// What is wrong with a transcript.
  public enum Kind: Hashable, Sendable {
    /// There is no such file.
    case missing
    /// It could not be written.
    case unwritable
    /// They part at this line, counted from 1; nil: there is no such line.
    case differs(line: Int, expected: String?, found: String?)
  }

  init(_ path: String, _ kind: Kind) { (self.path, self.kind) = (path, kind) }

  public var description: String {
    switch kind {
    case .missing:
      """
      There is no transcript “\(path)”.
      Hint: Write the lines to type into it, each behind “› ”, and run the test once with \
      CHARRETTE_RECORD=1.
      """
    case .unwritable: "The transcript “\(path)” can't be written."
    case .differs(let line, let expected, let found):
      """
      \(path):\(line): it was
        \(expected ?? "(the end)")
      and is now
        \(found ?? "(the end)")
      Hint: If that is right, CHARRETTE_RECORD=1 writes the transcript anew.
      """
    }
  }
}

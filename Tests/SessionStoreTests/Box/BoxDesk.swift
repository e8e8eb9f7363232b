import ExerciseProtocol
import Foundation
import Platform
import Polling
import SessionStore
import SystemPackage
import Workshop

/// A folder with ballot boxes that lasts as long as one test.
final class BoxDesk {
  let path: String

  init() throws {
    path = NSTemporaryDirectory() + "ballot-box-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func boxes(calls: any FolderCalls = QuickCalls()) throws -> FileBallotBoxes {
    try FileBallotBoxes(session: "Day", in: FilePath(path), calls: calls)
  }

  func open(calls: any FolderCalls = QuickCalls()) throws -> any BallotBox {
    guard let box = try boxes(calls: calls).open("a3-1") else { throw Errno.noSuchFileOrDirectory }
    return box
  }

  /// The names inside the one box, sorted, without a look into any file, which would leave a time.
  var boxNames: [String] {
    let box = "\(path)/Day.polls/a3-1"
    let names = FileManager.default.enumerator(atPath: box)?.compactMap { $0 as? String } ?? []
    return names.map { name in
      var isFolder: ObjCBool = false
      _ = FileManager.default.fileExists(atPath: "\(box)/\(name)", isDirectory: &isFolder)
      return isFolder.boolValue ? name + "/" : name
    }.sorted()
  }

  /// Every file under the folder, by its path; folders, with a slash at their end, hold nothing.
  var tree: [String: [UInt8]] {
    var tree: [String: [UInt8]] = [:]
    for case let name as String in FileManager.default.enumerator(atPath: path) ?? .init() {
      var isFolder: ObjCBool = false
      _ = FileManager.default.fileExists(atPath: "\(path)/\(name)", isDirectory: &isFolder)
      tree[isFolder.boolValue ? name + "/" : name] =
        isFolder.boolValue
        ? [] : FileManager.default.contents(atPath: "\(path)/\(name)").map([UInt8].init)
    }
    return tree
  }

  func write(_ tree: [String: [UInt8]]) throws {
    for (name, bytes) in tree.sorted(by: { $0.key < $1.key }) {
      if name.hasSuffix("/") {
        try FileManager.default.createDirectory(
          atPath: "\(path)/\(name)", withIntermediateDirectories: true)
      } else {
        try Data(bytes).write(to: URL(filePath: "\(path)/\(name)"))
      }
    }
  }
}

extension [String: [UInt8]] {
  /// The files of a box without the letter of the generation, and the state that its head tells:
  /// what is in the box. A generation that the head doesn't name is none of it.
  var boxContents: [String: [UInt8]] {
    guard let head = first(where: { $0.key.hasSuffix("/head") }),
      let record = try? JSONValue(parsing: head.value),
      case .string(let generation)? = record["generation"],
      case .string(let state)? = record["state"]
    else { return [:] }
    let folder = head.key.dropLast("head".count) + generation + "/"
    var contents = ["state": Array(state.utf8)]
    for (name, bytes) in self where name.hasPrefix(folder) && !name.hasSuffix("/") {
      contents[String(name.dropFirst(folder.count))] = bytes
    }
    return contents
  }
}

/// A poll for the tests: four people, one question, drawn from a fixed generator.
struct BoxSample {
  var generator = CountingGenerator()
  let terms: PollTerms
  let secrets: PollSecrets
  let codes: [BallotCode]

  /// With codes, so many; else by the names `p1` to `p4`.
  init(codes count: Int = 0) {
    let tie = TieSeed(using: &generator)
    let sheet = CodeSheet("What first?", poll: "a3-1", count: count, using: &generator)
    codes = sheet.codes
    secrets = PollSecrets(tie: tie, codeHashes: sheet.hashes)
    let question = PaperQuestion(
      "choice", "What first?", .chooseOne,
      options: [PaperOption("c1", "Benches"), PaperOption("c2", "Trees")])
    terms = PollTerms(
      "a3-1", activity: "a3", title: "What first?",
      paper: Paper([question], rule: CountingRule("plurality", of: "choice")),
      identification: count == 0
        ? .names : .codes(count: count, digest: BallotCode.digest(of: sheet.hashes)),
      roll: (1...4).map { RollEntry(ParticipantID("p\($0)"), "Person \($0)") },
      receipts: .full, tieCommitment: tie.commitment, allowsHandEntry: true)
  }

  mutating func sealed(_ choice: String) -> SealedBallot {
    SealedBallot(
      sealing: ballot(choice), on: terms.paper, using: &generator)
  }

  func ballot(_ choice: String) -> Ballot { Ballot(.answers(["choice": .string(choice)])) }
}

/// Numbers that look random, the same in every run.
struct CountingGenerator: RandomNumberGenerator {
  private var state: UInt64 = 1

  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return (state >> 32) | (state << 32)
  }
}

import Foundation
import Testing

/// Taste, as tests: every rule with its reason in the message.
@Suite struct TidyTests {
  @Test(arguments: TidyRule.all)
  func `the package keeps the rule`(rule: TidyRule) {
    let report = rule.report(on: SourceFile.all)
    #expect(report.isEmpty, "\(report.joined(separator: "\n"))")
  }

  @Test func `the files were found`() {
    #expect(SourceFile.all.contains { $0.path == "Sources/ExerciseProtocol/Card.swift" })
    #expect(SourceFile.all.count > 100)
  }

  @Test func `each module and each plugin has its tests`() throws {
    for folder in ["Sources", "Plugins"] {
      let url = SourceFile.root.appendingPathComponent(folder)
      let names = try FileManager.default.contentsOfDirectory(atPath: url.path)
      for module in names.map({ "\(folder)/\($0)" }) {
        // A target of mere resources has nothing to test.
        let code = SourceFile.all.filter { $0.isIn([module]) && !$0.isProse }
        guard code.contains(where: { $0.lines.count > 5 }) else { continue }
        let name = module.split(separator: "/").last.map(String.init) ?? ""
        let tests = "Tests/\(House.tests[module] ?? "\(name)Tests")"
        let isTested = SourceFile.all.contains { file in
          file.isIn([tests]) && !file.lines(with: "import Testing").isEmpty
        }
        #expect(
          isTested, "\(module): nothing in \(tests); what no test uses, nobody knows to work.")
      }
    }
  }
}

/// That the rules find what they are for.
@Suite struct RuleTests {
  /// A file that breaks a rule, and where.
  typealias Sample = (path: String, text: String, line: Int, name: String)

  private static let function =
    "struct A {\n  func a(\n  ) {\n" + String(repeating: "    a()\n", count: 70) + "  }\n}\n"

  static let samples: [Sample] = [
    ("Sources/Workshop/A.swift", String(repeating: "\n", count: 301), 301, "A file has"),
    ("Sources/Workshop/A.swift", function, 2, "A function has"),
    ("Tests/A.swift", "// " + String(repeating: "é", count: 98), 1, "A line has"),
    (
      "Sources/ExerciseKit/A.swift", "/// A.\npublic struct A {\n  public static func a() {}\n}", 3,
      "A public"
    ),
    ("Plugins/Voting/Exercises/A.swift", "let a = try! b()", 1, "no try!"),
    ("Tests/ATests/A.swift", "\nif a { print(a) }", 2, "no  print("),
    ("Sources/charrette/A.swift", "try? Output.write(text)", 1, "no try? TerminalOutput"),
    ("Sources/Workshop/A.swift", "// TODO: all", 1, "no TODO"),
    ("Tests/ATests/A.swift", "@testable import Workshop", 1, "no @testable"),
    ("Sources/Workshop/A.yaml", "path: /home/ann/x", 1, "no /home/"),
    ("Sources/Workshop/A.swift", "import Rendering", 1, "A module imports"),
    ("Sources/ExerciseProtocol/A.swift", "public import Workshop", 1, "A module imports"),
    ("Plugins/Voting/Exercises/A.swift", "import Comments", 1, "A module imports"),
    ("Sources/PluginHost/A.swift", "internal import CReadline", 1, "A module imports"),
    ("Sources/Rendering/A.swift", "import Foundation", 1, "No Foundation"),
  ]

  @Test(arguments: samples)
  func `a breach is found in its line`(sample: Sample) throws {
    let file = SourceFile(path: sample.path, text: sample.text)
    let rule = try #require(TidyRule.all.first { $0.name.hasPrefix(sample.name) })
    #expect(rule.breaches(file).map(\.line) == [sample.line])
  }

  @Test func `what is laid out as it should be is no breach`() {
    let text = """
      /// Explained.
      @frozen
      public struct A {
        public var b: Int
        protocol P {
          func a() -> Int
          func b()
        }
      }
      """
    let file = SourceFile(path: "Sources/Workshop/A.swift", text: text)
    for rule in TidyRule.all { #expect(rule.report(on: [file]) == []) }
  }
}

import ExerciseProtocol
import Rendering
import Testing

@Suite("No view can break the terminal")
struct RenderingFuzzTests {
  static let styles = [20, 33, 80].flatMap { columns in
    [
      TerminalStyle(columns: columns), TerminalStyle(columns: columns, usesUnicode: false),
      TerminalStyle(columns: columns, isLinear: true),
    ]
  }

  @Test("whatever its text, no control characters and no line over the width", arguments: styles)
  func terminal(style: TerminalStyle) {
    var random = Chance(seed: Int(style.columns))
    for _ in 0..<120 {
      let output = TerminalRenderer(style).render(RandomView.view(&random))
      #expect(isInert(output))
      for line in output.split(separator: "\n") where columns(of: line) > style.columns {
        let content = line.split(whereSeparator: { " │|├└`-•".contains($0) })
        #expect(content.count <= 1 && content.allSatisfy { $0.count == 1 }, "\(line)")
      }
    }
  }

  @Test("colours are ours alone: taken away, the same text is left")
  func colours() {
    var random = Chance(seed: 3)
    for _ in 0..<120 {
      let view = RandomView.view(&random)
      let plain = TerminalRenderer(TerminalStyle()).render(view)
      var coloured = TerminalRenderer(TerminalStyle(usesColour: true)).render(view)
      for sequence in Role.allCases.map({ Theme.start(of: $0) }) + [Theme.end] {
        coloured = coloured.removing(sequence)
      }
      #expect(Array(coloured.unicodeScalars) == Array(plain.unicodeScalars))
    }
  }

  @Test func markdown() {
    var random = Chance(seed: 5)
    for _ in 0..<300 {
      #expect(isInert(MarkdownRenderer().render(RandomView.view(&random))))
    }
  }

  /// Whether a text holds none of the scalars that are to be neutralised but line feeds.
  private func isInert(_ text: String) -> Bool {
    text.split(separator: "\n").allSatisfy { Array(neutralised(String($0)).utf8) == Array($0.utf8) }
  }
}

extension String {
  /// Scalar by scalar: an escape sequence may share a grapheme cluster with what follows.
  fileprivate func removing(_ sequence: String) -> String {
    var output = String.UnicodeScalarView()
    var rest = unicodeScalars[...]
    while let scalar = rest.first {
      if rest.starts(with: sequence.unicodeScalars) {
        rest = rest.dropFirst(sequence.unicodeScalars.count)
      } else {
        output.append(scalar)
        rest = rest.dropFirst()
      }
    }
    return String(output)
  }
}

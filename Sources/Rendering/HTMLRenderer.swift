package import ExerciseProtocol

/// Writes a view as HTML: a whole page that needs nothing else, or a fragment for somebody's page.
///
/// Every string of the view is neutralised, then escaped: it shows as it was typed, and no markup
/// can come in with it. The page has no script, loads nothing (its content security policy says so)
/// and can be read without its style sheet, without colours, on paper, on a phone and by a screen
/// reader: numbers stand beside bars, signs and words beside colours. It is XML too.
package struct HTMLRenderer: Sendable {
  private let language: String

  /// - Parameter language: the language of the page, as a BCP 47 tag.
  package init(language: String = "en") { self.language = language }

  /// A whole page. `title` is its name in windows and lists; it is also its first heading if the
  /// view has none of level 1.
  package func page(_ view: View, title: String) -> String {
    let name = HTML.text(neutralised(title))
    let hasTitle = view.blocks.contains { if case .heading(_, ...1) = $0 { true } else { false } }
    let heading = hasTitle ? "" : "<header>\n\(HTML.element("h1", name))\n</header>\n"
    return document("\(heading)<main>\n\(content(view))\n</main>", title: title)
  }

  /// The blocks alone, in nothing.
  func content(_ view: View) -> String { blocks(view, headingOffset: 0) }

  /// A page around markup.
  func document(_ inside: String, title: String, style: String = "") -> String {
    let name = HTML.text(neutralised(title))
    return """
      <!DOCTYPE html>
      <html lang="\(HTML.text(neutralised(language)))" xmlns="http://www.w3.org/1999/xhtml">
      <head>
      <meta charset="utf-8" />
      <meta http-equiv="Content-Security-Policy" content="\(Self.policy)" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content="light dark" />
      <meta name="referrer" content="no-referrer" />
      <title>\(name)</title>
      <style>
      \([Self.styleSheet, style].filter { !$0.isEmpty }.joined(separator: "\n"))
      </style>
      </head>
      <body>
      <div class="charrette">
      \(inside)
      </div>
      </body>
      </html>

      """
  }

  /// The blocks alone, in a `div` that `styleSheet` knows.
  ///
  /// - Parameter headingOffset: added to each heading's level, for a view that is part of a page.
  package func fragment(_ view: View, headingOffset: Int = 0) -> String {
    "<div class=\"charrette\">\n\(blocks(view, headingOffset: headingOffset))\n</div>\n"
  }

  /// Styles are the page's own; nothing is loaded, run, sent or framed.
  private static let policy =
    "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"

  private func blocks(_ view: View, headingOffset: Int) -> String {
    view.neutralised.blocks.map { block($0, headingOffset) }.filter { !$0.isEmpty }
      .joined(separator: "\n")
  }

  private func block(_ block: View.Block, _ offset: Int) -> String {
    switch block {
    case .heading(let text, let level): heading(text, level + offset)
    case .text(let text):
      HTML.paragraphs(text).map { HTML.element("p", $0) }.joined(separator: "\n")
    case .note(let text, let tone): note(text, tone)
    case .list(let items, let ordered): list(items, ordered: ordered)
    case .facts(let facts): self.facts(facts)
    case .thread(let nodes): thread(nodes)
    case .table(let table): self.table(table)
    case .bars(let bars): self.bars(bars)
    case .grid(let regions): grid(regions, level: 3 + offset)
    case .matrix(let matrix): self.matrix(matrix)
    }
  }

  private func heading(_ text: String, _ level: Int) -> String {
    HTML.element("h\(max(1, min(6, level)))", HTML.text(text))
  }

  private func note(_ text: String, _ tone: View.Tone) -> String {
    let word = HTML.element("strong", HTML.text(Wording.tone(tone)))
    let paragraphs = HTML.paragraphs(text)
    let first = ([word] + paragraphs.prefix(1)).joined(separator: " ")
    let all = ([first] + paragraphs.dropFirst()).map { HTML.element("p", $0) }
    return HTML.element("div", ["class": "note \(tone.rawValue)"], all.joined())
  }

  private func list(_ items: [String], ordered: Bool) -> String {
    guard !items.isEmpty else { return "" }
    let written = items.map { HTML.element("li", HTML.content($0)) }
    return HTML.element(ordered ? "ol" : "ul", "\n" + written.joined(separator: "\n") + "\n")
  }

  private func facts(_ facts: [View.Fact]) -> String {
    guard !facts.isEmpty else { return "" }
    let written = facts.map {
      HTML.element(
        "div",
        HTML.element("dt", HTML.text($0.name)) + HTML.element("dd", HTML.content($0.value)))
    }
    return HTML.element("dl", "\n" + written.joined(separator: "\n") + "\n")
  }

  private func grid(_ regions: [View.Region], level: Int) -> String {
    guard !regions.isEmpty else { return "" }
    let written = regions.map { region in
      let prompt = region.prompt.map { HTML.element("p", ["class": "prompt"], HTML.text($0)) } ?? ""
      let items = list(region.items, ordered: false)
      return HTML.element("section", heading(region.title, level) + prompt + items)
    }
    let inside = "\n" + written.joined(separator: "\n") + "\n"
    return HTML.element("div", ["class": "grid"], inside)
  }
}

package import ExerciseProtocol

extension HTMLRenderer {
  /// A document to be printed on A4 and signed: each view begins a page, and has a line for each of
  /// those who sign, with their name and the date.
  package func sheets(_ views: [View], title: String, signatures: [String]) -> String {
    let signed = HTML.element("section", ["class": "signatures"], lines(for: signatures))
    let sheets = views.map { view in
      HTML.element("article", ["class": "sheet"], "\n\(content(view))\n\(signed)\n")
    }
    let main = HTML.element("main", "\n" + sheets.joined(separator: "\n") + "\n")
    return document(main, title: title, style: Self.sheetStyle)
  }

  private func lines(for signatures: [String]) -> String {
    let rows = signatures.map { role in
      let cells = [Wording.signature, Wording.printedName, Wording.placeAndDate].map { label in
        HTML.element("div", ["class": "line"], HTML.element("span", HTML.text(label)))
      }
      return HTML.element(
        "div", ["class": "signature"],
        HTML.element("p", HTML.text(neutralised(role))) + cells.joined())
    }
    return HTML.element("h2", HTML.text(Wording.signed)) + rows.joined(separator: "\n")
  }

  private static let sheetStyle = """
    @page { size: A4; margin: 18mm 16mm; }
    .charrette .sheet + .sheet { break-before: page; margin-top: 4em; }
    .charrette .sheet dd { overflow-wrap: anywhere; }
    .charrette .signatures { break-inside: avoid; margin-top: 2em; }
    .charrette .signature { display: grid; grid-template-columns: 3fr 3fr 2fr; gap: 0 1.5em;
      margin-top: 1em; break-inside: avoid; }
    .charrette .signature p { grid-column: 1 / -1; margin: 0; font-weight: 600; }
    .charrette .line { margin-top: 2.6em; border-top: 1px solid currentColor; font-size: .85em; }
    """
}

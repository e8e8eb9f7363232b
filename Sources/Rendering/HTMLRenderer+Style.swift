extension HTMLRenderer {
  /// For whoever puts a fragment into a page of their own. It touches nothing outside of the class
  /// `charrette`, but for the page's background, and draws with borders, which are printed too.
  package static let styleSheet = """
    :root { color-scheme: light dark; }
    body { margin: 0; }
    .charrette { --good: #14652b; --bad: #a3171e; --line: #767676; --soft: #f1f3f5;
      color: #16181b; background: #fff; font: 1.0625rem/1.5 system-ui, sans-serif;
      max-width: 60rem; margin: 0 auto; padding: 1rem; overflow-wrap: break-word; }
    @media (prefers-color-scheme: dark) {
      body { background: #14171a; }
      .charrette { --good: #6fd08c; --bad: #ff9a9a; --line: #8f979e; --soft: #22272c;
        color: #eceff1; background: #14171a; } }
    @media (min-width: 90rem) { .charrette { font-size: 1.5rem; max-width: 66rem; } }
    .charrette h1, .charrette h2, .charrette h3 { line-height: 1.25; margin: 1.5em 0 .5em; }
    .charrette h1 { font-size: 1.75em; margin-top: .5em; }
    .charrette h2 { font-size: 1.4em; border-bottom: 2px solid currentColor; }
    .charrette h3 { font-size: 1.15em; }
    .charrette p, .charrette li, .charrette dd, .charrette td, .charrette th {
      unicode-bidi: plaintext; }
    .charrette p { margin: .5em 0; max-width: 42em; }
    .charrette .note { border-left: .35em solid var(--line); background: var(--soft);
      padding: .25em 1em; margin: 1em 0; }
    .charrette .success { border-color: var(--good); }
    .charrette .success strong { color: var(--good); }
    .charrette .warning, .charrette .failure { border-color: var(--bad); }
    .charrette .warning strong, .charrette .failure strong { color: var(--bad); }
    .charrette dl > div { display: grid; grid-template-columns: minmax(8em, 1fr) 3fr; gap: 1em; }
    .charrette dt { font-weight: 600; }
    .charrette dd { margin: 0; }
    .charrette .wide { overflow-x: auto; margin: 1em 0; }
    .charrette .wide:focus-visible { outline: 3px solid currentColor; outline-offset: 2px; }
    .charrette table { border-collapse: collapse; font-variant-numeric: tabular-nums; }
    .charrette th, .charrette td { text-align: start; vertical-align: top; font-weight: normal;
      padding: .3em .8em .3em 0; border-bottom: 1px solid var(--line); }
    .charrette thead th { font-weight: 600; border-bottom: 2px solid currentColor; }
    .charrette tbody th { min-width: 9em; position: sticky; left: 0; background: inherit; }
    .charrette main, .charrette .wide, .charrette table, .charrette tbody, .charrette tr {
      background: inherit; }
    .charrette .number { text-align: end; white-space: nowrap; }
    .charrette .bars { list-style: none; padding: 0; }
    .charrette .bars li { display: grid; gap: 0 1em; margin: .5em 0; align-items: center;
      grid-template-columns: 28% 1fr minmax(0, 14em); }
    .charrette .bar > span { display: block; border-top: 1.1em solid var(--line); }
    .charrette .chosen { font-weight: 600; }
    .charrette .chosen .bar > span { border-color: var(--good); }
    .charrette .caption { font-variant-numeric: tabular-nums; }
    .charrette .thread, .charrette .thread ul { list-style: none; padding-left: 1em; }
    .charrette .thread ul { border-left: 2px solid var(--line); }
    .charrette .thread { padding-left: 0; }
    .charrette .about { margin-bottom: 0; font-size: .9em; }
    .charrette .grid { display: grid; gap: 1em;
      grid-template-columns: repeat(auto-fit, minmax(min(16em, 100%), 1fr)); }
    .charrette .grid section { border: 1px solid var(--line); padding: 0 1em .5em; }
    .charrette .grid h3 { margin-top: .7em; }
    .charrette .grid ul { padding-left: 1.2em; }
    .charrette .prompt { font-style: italic; }
    .charrette .matrix { display: grid; max-width: 34rem; margin: 1em 0; gap: .3em .8em;
      grid-template-columns: 1fr 1fr; }
    .charrette .matrix .plot { grid-column: 1 / -1; grid-row: 2; position: relative;
      aspect-ratio: 3 / 2; border: 2px solid currentColor; margin: 0;
      background: linear-gradient(var(--line), var(--line)) center / 100% 1px no-repeat,
        linear-gradient(var(--line), var(--line)) center / 1px 100% no-repeat; }
    .charrette .matrix .top, .charrette .matrix .foot { grid-column: 1 / -1; text-align: center; }
    .charrette .matrix .left { grid-row: 3; }
    .charrette .matrix .right { grid-row: 3; text-align: end; }
    .charrette .point { position: absolute; transform: translate(-50%, 50%); font-weight: 600;
      background: var(--soft); border: 1px solid currentColor; border-radius: 1em;
      padding: 0 .45em; white-space: nowrap; }
    .charrette .spoken { position: absolute; width: 1px; height: 1px; overflow: hidden;
      clip-path: inset(50%); white-space: nowrap; }
    @media (max-width: 40rem) {
      .charrette .bars li { grid-template-columns: 1fr auto; }
      .charrette .bar { grid-row: 2; grid-column: 1 / -1; }
      .charrette dl > div { display: block; margin-bottom: .5em; } }
    @media print {
      .charrette { color: #000; background: none; max-width: none; --soft: none; --good: #000;
        --bad: #000; font-size: 11pt; }
      .charrette .wide { overflow: visible; }
      .charrette .wide table { font-size: 8pt; }
      .charrette tr, .charrette .bars li, .charrette section { break-inside: avoid; }
      .charrette h2, .charrette h3 { break-after: avoid; } }
    """
}

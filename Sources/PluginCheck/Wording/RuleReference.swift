/// The reference of the rules, `PluginCheck.md` of the documentation, made from the rules
/// themselves. A test holds the page to it.
package enum RuleReference {
  package static var page: String {
    """
    # The rules of plugin check

    What every plugin keeps to, ours too: why, and what to do where one does not.

    ## Overview

    ```
    $ charrette plugin check libenergy.so
    $ charrette plugin check my-exercise --fix
    $ charrette plugin check my-exercise --format json
    $ charrette plugin check --explain CP006
    ```

    It takes a library, a bundle (a folder with one library in it, its README and its licence), or a
    package, whose library is looked for where a build puts it: `.build/release`, `.build/debug` or
    `build`. Every rule runs the plugin in processes of its own, confined as in a workshop, so that
    a crash, a hang or a leak fails one rule only, and the others are judged all the same.

    The exit status is 0 where every rule is kept (warnings may be), 1 where one is not or could not
    be judged, and 2 where it was asked wrongly. What is random comes from `--seed`, so that a
    finding repeats; `--fuzz` says how many strange requests each exercise gets. The rules about
    behaviour are the suite of ExerciseTesting, which you can run in your own tests:
    `#expect(Conformance(plugin).findings() == [])`.

    `--fix` mends what needs no judgement, and says what it changed: it takes the folders of the
    building machine out of a library's run path, and writes a README from the manifest where there
    is none.

    With `--format json` it writes one object:

    \(members)

    The schemas of both, `report.schema.json` and `manifest.schema.json`, lie in
    `Sources/PluginCheck/Schemas`.

    ## Rules

    \(CheckRule.all.map(\.section).joined(separator: "\n\n"))

    """
  }

  private static let members = """
    | member | meaning |
    | --- | --- |
    | `plugin-check` | the version of this format, 1 |
    | `path`, `library` | what was asked for, and what was found there |
    | `plugin`, `version` | what the manifest says, where there is one |
    | `passes` | `true`: no error, and every rule was judged |
    | `mended` | with `--fix`: what was changed, in words |
    | `rules` | a list, with what follows for each |
    | `id`, `title` | which rule |
    | `outcome` | `passed`, `warned`, `failed` or `not-judged`; then `because` says why |
    | `findings` | each with `severity`, `on`, `what`, and `fixable` where `--fix` can mend it |
    | `mend` | what to do, where there are findings |
    """
}

extension CheckRule {
  fileprivate var section: String {
    """
    ### \(id): \(title)

    \(reason)

    *Mend.* \(mend)

    ```
    \(example)
    ```
    """
  }
}

/// The templates that can be used here, and the folder of the facilitator's own.
///
/// Workshop calls it; the program implements it on files. Nothing is read before it is asked for.
package protocol TemplateLibrary: AnyObject {
  /// Everything that is installed; read again once something was kept.
  var shelf: TemplateShelf { get }
  /// Where the facilitator's own are, for people to read.
  var ownFolder: String { get }

  /// Keeps a template of the facilitator's own.
  ///
  /// - Returns: where it is, for people to read.
  /// - Throws: where there is one of that name already, unless it is to be replaced.
  func keep(_ yaml: String, named name: String, replacing: Bool) throws(Problem) -> String
}

/// Where there are no templates and none can be kept.
package final class NoTemplates: TemplateLibrary {
  package let shelf = TemplateShelf()
  package let ownFolder = ""

  package init() {}

  package func keep(_: String, named _: String, replacing _: Bool) throws(Problem) -> String {
    throw Problem("Templates can't be kept here.")
  }
}

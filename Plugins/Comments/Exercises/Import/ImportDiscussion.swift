/// Reads a page of other people's comments; the format is told by the bytes.
///
/// Called by the `import` action with the file's whole content. Pure: no file is opened and nothing
/// is fetched. Takes time in proportion to the bytes (`n log n` in the comments, for their order).
///
/// - Parameters:
///   - bytes: at most ``SourceText/byteLimit``, UTF-8, with or without a byte order mark.
///   - fileName: what failures call the file; it decides nothing.
///   - post: the title, slug or number of the post to take. Without it the first post that has
///     comments is taken, and the warnings name the others.
package func importDiscussion(
  _ bytes: [UInt8], named fileName: String, post: String? = nil
) throws(ImportFailure) -> ImportedDiscussion {
  let text = try SourceText(bytes, named: fileName)
  let source =
    switch ImportFormat(of: text) {
    case .plainPage: try ImportSource(plainPage: text)
    case .wordPressWXR: try ImportSource(wordPressWXR: text)
    case .wordPressREST: try ImportSource(wordPressREST: text)
    }
  return try source.discussion(of: post)
}

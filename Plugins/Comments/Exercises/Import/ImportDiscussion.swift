/// Reads a page of other people's comments; the format is told by the bytes.
///
/// Called by the importer with the whole content of one file. Pure: no file is opened and nothing
/// is fetched. Takes time in proportion to the bytes (`n log n` in the comments, for their order).
///
/// - Parameters:
///   - bytes: at most ``SourceText/byteLimit``, in any encoding that ``SourceText`` knows.
///   - fileName: what failures call the file; it decides nothing.
///   - post: the title, slug or number of the post to take. Without it the first post that has
///     comments is taken, and the warnings name the others.
package func importDiscussion(
  _ bytes: [UInt8], named fileName: String, post: String? = nil
) throws(ImportFailure) -> ImportedDiscussion {
  try importDiscussion([(fileName, bytes)], ImportOptions(post: post))
}

/// Reads several files as one: what answers a comment of another file stays a reply to it.
///
/// - Parameter files: in the order in which they were named; at least one. Those of one format are
///   read together; where there are several formats, what they hold follows one after the other.
package func importDiscussion(
  _ files: [(name: String, bytes: [UInt8])], _ options: ImportOptions = ImportOptions()
) throws(ImportFailure) -> ImportedDiscussion {
  var groups: [(format: ImportFormat, texts: [SourceText])] = []
  for file in files {
    let text = try SourceText(file.bytes, named: file.name)
    let format =
      options.isOfPeople
      ? ImportFormat.ofPeople(text) : try ImportFormat.chosen(options, for: text)
    if let index = groups.firstIndex(where: { $0.format.id == format.id }) {
      groups[index].texts.append(text)
    } else {
      groups.append((format, [text]))
    }
  }
  var result: ImportedDiscussion?
  for (format, texts) in groups {
    var read = try format.read(texts, options)
    var leftOut = LeftOut()
    for text in texts { leftOut.merge(text.leftOut, of: files.count > 1 ? text.fileName : nil) }
    leftOut.merge(read.leftOut)
    read.leftOut = leftOut
    read.tag(options)
    read.identify(as: texts[0].fileName)
    result = result?.followed(by: read) ?? read
  }
  result?.fit()
  return result ?? ImportedDiscussion()
}

extension ImportFormat {
  fileprivate static func chosen(
    _ options: ImportOptions, for text: SourceText
  ) throws(ImportFailure) -> ImportFormat {
    guard let id = options.format else {
      // Who names a column has a table.
      let format = of(text)
      return options.namesColumns && ["roster", "lines"].contains(format.id)
        ? .table : format
    }
    if let format = all.first(where: { $0.id == id }) { return format }
    throw ImportFailure(
      file: text.fileName, place: .file, problem: .noSuchFormat(id, among: all.map(\.id)))
  }
}

extension ImportedDiscussion {
  /// This one, and after it another: the first title and proposition stay.
  fileprivate func followed(by other: ImportedDiscussion) -> ImportedDiscussion {
    var joined = self
    if joined.title == nil { joined.title = other.title }
    if joined.proposition == nil { joined.proposition = other.proposition }
    if joined.facilitator == nil { joined.facilitator = other.facilitator }
    joined.people += other.people
    let readings = [joined.reading, other.reading].compactMap(\.self)
    joined.reading = readings.isEmpty ? nil : readings.joined(separator: "; then ")
    joined.comments += other.comments.map { comment in
      var comment = comment
      comment.parent = comment.parent.map { $0 + comments.count }
      return comment
    }
    joined.leftOut.merge(other.leftOut)
    return joined
  }
}

// What a line is read into is of no use without the desk that takes it, and the other way round:
// whoever knows the one knows the other.
@_exported public import Lines

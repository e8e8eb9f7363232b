package import SystemPackage

extension SessionFiles {
  /// Becomes readable when another handle appended to the journal or replaced it: poll it, then
  /// ``drainChanges()``, then ``catchUp()``, in this order. What this handle appends does not show.
  ///
  /// Nil where the system has no watch left to give: then call ``catchUp()`` now and again.
  package var changes: FileDescriptor? { watch?.descriptor }

  /// Makes ``changes`` wait for the next change.
  package func drainChanges() {
    if watch?.drain() == true { mustCompare = true }
  }
}

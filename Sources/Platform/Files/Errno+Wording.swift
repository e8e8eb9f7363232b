package import SystemPackage

extension Errno {
  /// What went wrong, to follow “… can't be read:”. The system's own words where they are plain.
  package var words: String {
    switch self {
    case .noPlainFile: "it is a pipe or a device, and no plain file"
    case .isDirectory: "it is a folder"
    case .tooManySymbolicLinkLevels: "it is a link"
    case .fileExists: "something else has its name, perhaps a link that leads nowhere"
    case .noSpace: "the disk is full"
    case .diskQuotaExceeded: "your share of the disk is used up"
    case .fileTooLarge: "the file has reached the largest size allowed"
    case .ioError: "the disk reports a fault"
    case .linkToNothing: "it is a link that leads to nothing"
    case .linkLoop: "it is a link that leads back to itself"
    case .permissionDenied: "permission is denied"
    case .notPermitted: "it is protected against changes"
    case .noLocks: "the disk has no locks to give"
    case .textFileBusy: "another program is running it"
    case .tooManyOpenFiles, .tooManyOpenFilesInSystem: "too many files are open"
    case .noMemory: "there is no memory left"
    case .readOnlyFileSystem: "the disk is read-only"
    case .noSuchFileOrDirectory: "it is not there"
    default: description
    }
  }
}

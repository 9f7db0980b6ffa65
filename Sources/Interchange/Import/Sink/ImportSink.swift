public import Planning

/// What an import goes into: a folder, or a store.
public protocol ImportSink {
  /// The day as it is now, and what is odd about it.
  func day() throws(Faults) -> (scenario: Scenario, warnings: [Fault])
  /// Puts the day that has come of an import in its place, the names of places that were confirmed for it, and before both
  /// new people into the contacts file.
  ///
  /// - Precondition: the outcome is sound.
  func apply(_ outcome: ImportOutcome, of request: ImportRequest) throws(Faults)
}

/// Writes the files of an import that are no part of the day.
public enum ImportFiles {
  /// Writes the mapping file with what is left to confirm; a dry run does so too, since it is there to be answered.
  ///
  /// - Returns: whether there was anything to write.
  public static func writeMapping(_ outcome: ImportOutcome, _ request: ImportRequest) throws(Faults)
    -> Bool
  {
    guard let text = outcome.mappingText, let path = request.mapping else { return false }
    try AtomicFile.write(Array(text.utf8), to: path)
    return true
  }

  /// Writes the contacts file, where it has new people. It comes before the day, so that no pseudonym is in use whose person
  /// nobody knows.
  public static func writeContacts(_ outcome: ImportOutcome, _ request: ImportRequest)
    throws(Faults)
  {
    guard let text = outcome.contactsText, let path = request.contacts else { return }
    try AtomicFile.write(Array(text.utf8), to: path, isPrivate: true)
  }
}

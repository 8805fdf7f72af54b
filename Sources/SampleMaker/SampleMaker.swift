/// Writes the invented data of the samples, the same bytes from the same seed.
///
/// `SampleMaker FOLDER` writes the data files of `samples/bangmac` into a folder that exists.
@main
struct SampleMaker {
  static func main() {
    guard CommandLine.arguments.count == 2 else {
      complain("usage: SampleMaker FOLDER\n")
      leave(2)
    }
    let folder = CommandLine.arguments[1]
    for file in makeSample() {
      guard write(file.text, to: "\(folder)/\(file.name)") else {
        complain("SampleMaker: cannot write \(folder)/\(file.name)\n")
        leave(1)
      }
    }
  }

  /// Every file, in the order written.
  static func makeSample() -> [SampleFile] {
    [
      villageFile(), areaFile(), schoolFile(),
      // Preschools.
      residentFile(), attendanceFile(), facilityFile(), universalisationFile(),
      // General education.
      residentPupilFile(), enrolmentFile(), schoolPupilFile(), graduateFile(), cohortFile(),
      staffFile(), classroomFile(), titleFile(), recognitionFile(),
      // Adults.
      literacyFile(), labourFile(),
      // The commune.
      recognisedLevelFile(), areaLevelFile(), standingFile(), budgetFile(), taskFile(),
      reportFile(),
      supervisionFile(), registerFile(),
    ]
  }
}

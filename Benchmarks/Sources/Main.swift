/// `make bench`: every kernel beside the machine's own reading speed, then whole questions.
@main
struct Main {
  static func main() {
    let reading = KernelBenchmarks.readingSpeed()
    print(reading.line(readingSpeed: nil))
    print("\nKernels, one thread, in the cache: time, bytes a second, part of the reading speed")
    for bench in KernelBenchmarks().run() + TextBenchmarks().run() {
      print(bench.line(readingSpeed: reading.speed))
    }
    print("\nQuestions, a million rows, all threads")
    for bench in QuestionBenchmarks().run() { print(bench.line(readingSpeed: nil)) }
  }
}

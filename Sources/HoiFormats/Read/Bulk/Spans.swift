/// Shows an array as a span that can be written to.
func withSpan<Element, Result>(
  _ elements: inout [Element], _ body: (inout MutableSpan<Element>) -> Result
) -> Result {
  var span = elements.mutableSpan
  return body(&span)
}

/// Shows two arrays as spans that can be written to.
func withSpans<First, Second, Result>(
  _ first: inout [First], _ second: inout [Second],
  _ body: (inout MutableSpan<First>, inout MutableSpan<Second>) -> Result
) -> Result {
  var one = first.mutableSpan
  var other = second.mutableSpan
  return body(&one, &other)
}

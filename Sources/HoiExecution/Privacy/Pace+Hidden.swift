extension Pace {
  /// Forgets all that would tell a count of few people.
  mutating func hide() {
    state = .hidden
    reading.value = nil
    reading.state = .hidden
    (reading.numerator, reading.denominator, reading.known, reading.bounds) = (nil, nil, nil, nil)
    (distance, units, reached, distancePerYear, unitsPerYear, achieved) = (
      nil, nil, nil, nil, nil, nil
    )
  }
}

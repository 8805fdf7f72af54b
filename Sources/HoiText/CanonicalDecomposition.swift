// The only file that reaches for an entry point the standard library does not promise to keep: it
// offers composed text to everyone, the decomposed form to those who ask for its Unicode interface.
@_spi(_Unicode) import Swift

/// The scalars of a text in Unicode Normalization Form D.
func canonicalDecomposition(_ text: String) -> some Sequence<Unicode.Scalar> {
  text._nfd
}

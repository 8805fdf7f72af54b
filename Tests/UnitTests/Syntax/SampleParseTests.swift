import HoiDiagnostics
import HoiSyntax
import Testing

@Suite struct SampleParseTests {}

// What a program that embeds the library reads, so that it imports one module.
@_exported import HoiAnswer
@_exported import HoiAssistance
@_exported import HoiDiagnostics
@_exported import HoiNumbers

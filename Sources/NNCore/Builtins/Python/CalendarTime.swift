// A fence file: the C library's calendar.
import Glibc

/// A moment by its year, month, day and so on.
struct CalendarTime {
  /// Year, month (1...12), day, hour, minute, second, weekday (Monday 0), day of the year (1...366), summer time.
  var fields: [Int]
  var zone = ""
  /// Seconds east of Greenwich.
  var offset = 0

  init(fields: [Int]) { self.fields = fields }

  /// The moment `seconds` after 1970 began; nil beyond the calendar.
  init?(_ seconds: Int, isLocal: Bool) {
    var time = seconds
    var parts = tm()
    guard unsafe (isLocal ? localtime_r(&time, &parts) : gmtime_r(&time, &parts)) != nil else { return nil }
    fields = [
      Int(parts.tm_year) + 1900, Int(parts.tm_mon) + 1, Int(parts.tm_mday), Int(parts.tm_hour), Int(parts.tm_min),
      Int(parts.tm_sec), (Int(parts.tm_wday) + 6) % 7, Int(parts.tm_yday) + 1, Int(parts.tm_isdst),
    ]
    if let name = unsafe parts.tm_zone { unsafe zone = String(cString: name) }
    if !isLocal { zone = "UTC" }
    unsafe offset = parts.tm_gmtoff
  }

  private var parts: tm {
    var parts = tm()
    parts.tm_year = Int32(clamping: fields[0] - 1900)
    parts.tm_mon = Int32(clamping: fields[1] - 1)
    parts.tm_mday = Int32(clamping: fields[2])
    parts.tm_hour = Int32(clamping: fields[3])
    parts.tm_min = Int32(clamping: fields[4])
    parts.tm_sec = Int32(clamping: fields[5])
    parts.tm_wday = Int32(clamping: (fields[6] + 1) % 7)
    parts.tm_yday = Int32(clamping: fields[7] - 1)
    parts.tm_isdst = Int32(clamping: fields[8])
    return parts
  }

  /// The seconds since 1970 of a local moment; nil where there is none.
  var seconds: Int? {
    var parts = self.parts
    parts.tm_wday = -1
    let result = unsafe mktime(&parts)
    return result == -1 && parts.tm_wday == -1 ? nil : result
  }

  /// The moment by a format of `strftime`.
  func text(_ format: String) -> String {
    var parts = self.parts
    let names = CalendarTime.zoneNames
    // The zone's name has to live as long as the call.
    return unsafe (fields[8] > 0 ? names.summer : names.standard).withCString { standard in
      unsafe parts.tm_zone = UnsafePointer(standard)
      unsafe parts.tm_gmtoff = offset
      var buffer = [CChar](repeating: 0, count: 256 + 64 * format.utf8.count)
      // Behind a mark, since an empty text and one that does not fit look the same.
      let count = unsafe strftime(&buffer, buffer.count, "." + format, &parts)
      return String(decoding: buffer.prefix(count).dropFirst().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
  }

  /// The names of the local zone and the seconds west of Greenwich, in winter and in summer.
  static var zoneNames: (standard: String, summer: String, standardWest: Int, summerWest: Int, hasSummer: Bool) {
    let year = CalendarTime(CLibrary.now.seconds, isLocal: true)?.fields[0] ?? 2000
    let winter = CalendarTime((year - 1970) * 31_556_952, isLocal: true)
    let summer = CalendarTime((year - 1970) * 31_556_952 + 15_778_476, isLocal: true)
    guard let winter, let summer else { return ("UTC", "UTC", 0, 0, false) }
    let (low, high) = winter.offset <= summer.offset ? (winter, summer) : (summer, winter)
    return (low.zone, high.zone, -low.offset, -high.offset, low.offset != high.offset)
  }
}

/// Arithmetic of days in the Gregorian calendar, where 1 is the first day of year 1.
enum Gregorian {
  private static let daysBefore: InlineArray<13, Int> = [0, 0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334]

  private static func isLeap(_ year: Int) -> Bool { year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) }

  /// The number of a day; nil for numbers that are far from any date.
  static func ordinal(_ year: Int, _ month: Int, _ day: Int) -> Int? {
    guard year > -10_000, year <= 100_000, month >= 1, month <= 12, day >= 0, day <= 400 else { return nil }
    // Counted from 12,000 years earlier, which are 30 times 400.
    let y = year - 1 + 12_000
    let leap = month > 2 && isLeap(year) ? 1 : 0
    return y * 365 + y / 4 - y / 100 + y / 400 - 30 * 146_097 + daysBefore[month] + leap + day
  }

  /// The day of a number.
  static func date(_ ordinal: Int) -> (year: Int, month: Int, day: Int)? {
    guard ordinal >= -1_000_000, ordinal <= 1 << 40 else { return nil }
    var n = ordinal - 1 + 30 * 146_097
    var year = 1 - 12_000
    // Of each length of years there are so many at most before the rest; the last one has the leap day.
    for (days, years, most) in [(146_097, 400, Int.max), (36_524, 100, 3), (1_461, 4, Int.max), (365, 1, 3)] {
      let count = min(n / days, most)
      year += count * years
      n -= count * days
    }
    var month = min(n / 31 + 1, 12)
    if month < 12, n >= before(month + 1, year) { month += 1 }
    return (year, month, n - before(month, year) + 1)
  }

  private static func before(_ month: Int, _ year: Int) -> Int {
    daysBefore[month] + (month > 2 && isLeap(year) ? 1 : 0)
  }
}

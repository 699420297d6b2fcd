// What an uncaught fault says needs its object, and may run the program's own `__str__`: it is made before the fault
// leaves the machine.

extension Machine {
  /// Fills in the text of an uncaught fault, of its notes, and of the exceptions before it.
  func settle(_ fault: Fault) { settle(fault, seen: []) }

  /// The longest chain of exceptions that is reported.
  private static let longestChain = 200

  private func settle(_ fault: Fault, seen: [Int]) {
    if fault.report != nil { return }
    let report = FaultReport(typeName: fault.kind.name)
    if let exception = fault.object?.owned() {
      report.typeName = reportedName(exception.unowned)
      fault.message = reportedText(.exception(exception.copy())) ?? "<exception str() failed>"
      report.notes = notes(of: exception.unowned)
      let seen = seen + [exception.object.address]
      if let earlier = exception.value.cause.asException {
        report.isCause = true
        report.earlier = settled(earlier.owned(), seen: seen)
      } else if !exception.value.suppressesContext, let earlier = exception.value.context.asException {
        report.earlier = settled(earlier.owned(), seen: seen)
      }
    }
    if fault.kind == .systemExit { noteExit(of: fault, in: report) }
    fault.report = report
  }

  private func settled(_ exception: consuming Ref<ExceptionObject>, seen: [Int]) -> Fault? {
    if seen.contains(exception.object.address) || seen.count > Machine.longestChain { return nil }
    let fault = Fault(raising: exception.unowned)
    settle(fault, seen: seen)
    return fault
  }

  /// Nothing or None is success, an integer the status; any other value is shown and means failure.
  private func noteExit(of fault: Fault, in report: FaultReport) {
    let code = fault.object?.value.field("code") ?? .nothing
    if code.isNone {
      report.exitStatus = 0
      report.isSilent = true
    } else if let status = code.asInt ?? code.asBool.map({ $0 ? 1 : 0 }) {
      report.exitStatus = status & 0xFF
      report.isSilent = true
    } else {
      fault.message = reportedText(code) ?? fault.message
    }
  }

  private func reportedText(_ value: borrowing Value) -> String? {
    do throws(Fault) { return String(decoding: try text(value), as: UTF8.self) } catch { return nil }
  }

  /// The class's name with its module, unless that is the program itself.
  private func reportedName(_ exception: Unowned<ExceptionObject>) -> String {
    guard let type = exception.value.type.asClassObject else { return exception.value.kind.name }
    let name = type.value.name.name
    do throws(Fault) {
      let module = try attribute(exception.value.type, .moduleName)
      guard let text = module.asString?.value.text.string, text != "__main__", text != "builtins" else { return name }
      return text + "." + name
    } catch {
      return name
    }
  }

  private func notes(of exception: Unowned<ExceptionObject>) -> [String] {
    do throws(Fault) {
      guard let value = try exceptionAttribute(exception, Symbol("__notes__")), let list = value.asList else {
        return []
      }
      var notes: [String] = []
      for index in 0..<list.value.items.count {
        notes.append(reportedText(list.value.items[index]) ?? "<note str() failed>")
      }
      return notes
    } catch {
      return []
    }
  }
}

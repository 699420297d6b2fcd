/// The modules of plotting and display, which accept every call without effect: programs that draw run through.
enum PlotPlaceholders {
  /// The modules that programs import.
  private static let names = [
    "matplotlib", "matplotlib.pyplot", "matplotlib.cm", "matplotlib.colors", "matplotlib.animation",
    "matplotlib.patches", "matplotlib.ticker", "matplotlib.gridspec", "matplotlib.lines", "mpl_toolkits",
    "mpl_toolkits.mplot3d", "pylab", "IPython", "IPython.display",
  ]

  /// The functions of pyplot that have bare names.
  static let functions = [
    "plot", "scatter", "figure", "show", "subplot", "subplots", "title", "xlabel", "ylabel", "xlim", "ylim", "legend",
    "contour", "contourf", "imshow", "colorbar", "savefig", "close", "clf", "hist", "bar", "axis", "grid", "text",
    "errorbar", "fill_between", "semilogx", "semilogy", "loglog", "tight_layout", "axhline", "axvline", "xticks",
    "yticks", "suptitle", "annotate", "pcolormesh", "quiver", "boxplot", "pie", "stem", "step", "gca", "gcf", "cla",
    "draw", "pause", "rcParams", "cm", "matshow", "arrow", "barh", "subplots_adjust",
  ]

  /// Makes the modules. `pylab` has NumPy's names too.
  static func install(in machine: Machine) {
    for name in names {
      let module = machine.makeModule(name)
      module.value.acceptsAnyAttribute = true
    }
    guard let pylab = machine.module("pylab"), let numpy = machine.module("numpy") else { return }
    for name in numpy.value.names {
      if let value = numpy.value.value(of: name) { pylab.value.set(name, value) }
    }
    pylab.value.set(Symbol("np"), .module(numpy.copy()))
  }
}

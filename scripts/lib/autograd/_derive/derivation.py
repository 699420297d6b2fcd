"""What derive returns: the text, the names of its gradients, and the means to run it."""




class Derivation:
    """A forward and a backward pass as a program: print it, run() it, or exec its source with the names it reads."""

    def __init__(self, source, names, structure, scope, parameters, function, arguments):
        self.source = source
        # The names of the gradients, in the structure of the arguments they belong to.
        self.names = structure
        self.gradients = names
        self.parameters = parameters
        # What the program reads besides the arguments: constants, captured variables.
        self.constants = scope
        self._function, self._arguments = function, arguments

    def __str__(self):
        return self.source

    def __repr__(self):
        return self.source

    def scope(self, *args):
        """The names that the program reads, for exec: those of the function, and its arguments."""
        names = dict(getattr(self._function, '__globals__', {}))
        names.update(self.constants)
        given = args if args else self._arguments
        names.update(zip(self.parameters, given))
        names.update(self.constants)
        return names

    def run(self, *args):
        """Runs the program on arguments of the same shapes (those that it was derived with if there are none), and
        gives the gradients."""
        scope = self.scope(*args)
        exec(self.source, scope)
        return self.gradients_in(scope)

    def gradients_in(self, scope):
        """The gradients among the names of the program after it has run."""
        return _filled(self.names, scope)


def _filled(names, scope):
    if isinstance(names, str):
        return scope[names]
    if isinstance(names, dict):
        return {key: _filled(item, scope) for key, item in names.items()}
    return type(names)(_filled(item, scope) for item in names)

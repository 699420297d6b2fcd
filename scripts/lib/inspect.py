"""What is known of functions, classes and modules."""

import sys

from collections import namedtuple

__all__ = ['BoundArguments', 'Parameter', 'Signature', 'cleandoc', 'currentframe', 'getdoc', 'getfile',
           'getfullargspec', 'getmembers', 'getmodule', 'getmro', 'getsource', 'getsourcelines', 'isabstract',
           'isbuiltin', 'isclass', 'iscode', 'isdatadescriptor', 'isfunction', 'isgenerator', 'isgeneratorfunction',
           'iscoroutinefunction', 'ismethod', 'ismodule', 'isroutine', 'signature', 'stack', 'unwrap']


def _function():
    pass


class _Class:
    def method(self):
        pass


_function_type = type(_function)
_method_type = type(_Class().method)
_builtin_type = type(len)


def ismodule(object):
    """Whether this is a module."""
    return isinstance(object, type(sys))


def isclass(object):
    """Whether this is a class."""
    return isinstance(object, type)


def ismethod(object):
    """Whether this is a method bound to an object."""
    return isinstance(object, _method_type)


def isfunction(object):
    """Whether this is a function written in the language."""
    return isinstance(object, _function_type)


def isbuiltin(object):
    """Whether this is a builtin function."""
    return isinstance(object, _builtin_type)


def isroutine(object):
    """Whether this is any function or method."""
    return isinstance(object, (_function_type, _method_type, _builtin_type, type(str.join)))


def iscode(object):
    """Whether this is code."""
    return isinstance(object, type(_function.__code__))


def isgenerator(object):
    """Whether this is a generator."""
    return type(object).__name__ == 'generator'


GEN_CREATED, GEN_RUNNING, GEN_SUSPENDED, GEN_CLOSED = 'GEN_CREATED', 'GEN_RUNNING', 'GEN_SUSPENDED', 'GEN_CLOSED'


def getgeneratorstate(generator):
    """What a generator does: one of the four `GEN_` names."""
    if generator.gi_running:
        return GEN_RUNNING
    if generator.gi_suspended:
        return GEN_SUSPENDED
    return GEN_CLOSED if generator.gi_frame is None else GEN_CREATED


def getgeneratorlocals(generator):
    """The variables of a generator that has not ended."""
    return {} if generator.gi_frame is None else generator.gi_frame.f_locals


def isgeneratorfunction(obj):
    """Whether this is a function that makes generators."""
    obj = getattr(obj, '__func__', obj)
    return isfunction(obj) and bool(obj.__code__.co_flags & 0x20)


def iscoroutinefunction(obj):
    return False


iscoroutine = isawaitable = isasyncgen = iscoroutinefunction


def isabstract(object):
    """Whether this is a class with abstract methods."""
    return isinstance(object, type) and bool(getattr(object, '__abstractmethods__', ()))


def isdatadescriptor(object):
    """Whether this is an attribute that can be set."""
    if isclass(object) or ismethod(object) or isfunction(object):
        return False
    cls = type(object)
    return hasattr(cls, '__set__') or hasattr(cls, '__delete__')


def getmro(cls):
    """The bases of a class in the order of looking up."""
    return cls.__mro__


def getmembers(object, predicate=None):
    """The attributes as pairs, sorted by name."""
    result = []
    for name in sorted(dir(object)):
        try:
            value = getattr(object, name)
        except AttributeError:
            continue
        if predicate is None or predicate(value):
            result.append((name, value))
    return result


def unwrap(func, *, stop=None):
    """What a wrapper wraps."""
    while hasattr(func, '__wrapped__') and not (stop is not None and stop(func)):
        func = func.__wrapped__
    return func


def cleandoc(doc):
    """A text without the white space that begins its lines."""
    lines = doc.expandtabs().split('\n')
    margins = [len(line) - len(line.lstrip()) for line in lines[1:] if line.lstrip()]
    margin = min(margins) if margins else 0
    lines = [lines[0].lstrip()] + [line[margin:] for line in lines[1:]]
    while lines and not lines[-1]:
        lines.pop()
    while lines and not lines[0]:
        lines.pop(0)
    return '\n'.join(lines)


def getdoc(object):
    """The doc string, perhaps of a base class."""
    doc = getattr(object, '__doc__', None)
    if doc is None and isclass(object):
        for base in object.__mro__[1:]:
            if base is not type(object) and base.__doc__ is not None and base.__module__ != 'builtins':
                doc = base.__doc__
                break
    elif doc is None and ismethod(object):
        for base in type(object.__self__).__mro__:
            doc = getattr(getattr(base, object.__name__, None), '__doc__', None)
            if doc is not None:
                break
    return cleandoc(doc) if isinstance(doc, str) else None


def getmodule(object, _filename=None):
    """The module that something is defined in."""
    if ismodule(object):
        return object
    return sys.modules.get(getattr(object, '__module__', None))


def getfile(object):
    """The file that something is defined in."""
    if ismodule(object):
        if getattr(object, '__file__', None):
            return object.__file__
        raise TypeError(f'{object!r} is a built-in module')
    if isclass(object):
        module = sys.modules.get(object.__module__)
        if getattr(module, '__file__', None):
            return module.__file__
        if object.__module__ == '__main__':
            raise OSError('source code not available')
        raise TypeError(f'{object!r} is a built-in class')
    object = getattr(object, '__func__', object)
    if isfunction(object):
        return object.__code__.co_filename
    raise TypeError('module, class, method, function, traceback, frame, or code object was expected, got '
                    + type(object).__name__)


getsourcefile = getfile


def getsourcelines(object):
    """The source lines of a function or class, and the number of the first."""
    from linecache import getlines
    object = unwrap(object)
    lines = getlines(getfile(object))
    if not lines:
        raise OSError('could not get source code')
    if ismodule(object):
        return lines, 0
    object = getattr(object, '__func__', object)
    if isclass(object):
        start = next((i for i, line in enumerate(lines) if line.replace('(', ' ').replace(':', ' ').split()[:2]
                      == ['class', object.__name__]), None)
        if start is None:
            raise OSError('could not find class definition')
        while start and lines[start - 1].lstrip().startswith('@'):
            start -= 1
    else:
        start = object.__code__.co_firstlineno - 1
    return _block(lines, start), start + 1


def _block(lines, start):
    """The lines of the statement that begins here."""
    indent = len(lines[start]) - len(lines[start].lstrip())
    end = start
    while end < len(lines) and lines[end].lstrip().startswith('@'):
        end += 1
    # The head may go over several lines.
    depth = 0
    while end < len(lines):
        line = lines[end].split('#')[0]
        depth += sum(line.count(c) for c in '([{') - sum(line.count(c) for c in ')]}')
        end += 1
        if depth <= 0 and line.rstrip().endswith(':'):
            break
        if depth <= 0 and ':' in line:
            return lines[start:end]
    last = end
    while end < len(lines):
        line = lines[end]
        if line.strip() and not line.lstrip().startswith('#'):
            if len(line) - len(line.lstrip()) <= indent:
                break
            last = end + 1
        end += 1
    return lines[start:last]


def getsource(object):
    """The source text of a function, class or module."""
    return ''.join(getsourcelines(object)[0])


def currentframe():
    """The frame that runs now, or None."""
    return sys._getframe(1) if hasattr(sys, '_getframe') else None


FrameInfo = namedtuple('FrameInfo', 'frame filename lineno function code_context index')


def getouterframes(frame, context=1):
    """A frame and those that called it."""
    result = []
    while frame is not None:
        result.append(getframeinfo(frame, context, _frame=True))
        frame = frame.f_back
    return result


def getframeinfo(frame, context=1, *, _frame=False):
    """Where a frame is."""
    from linecache import getline
    code, lineno = frame.f_code, frame.f_lineno
    line = getline(code.co_filename, lineno)
    found = (code.co_filename, lineno, code.co_name, [line] if line and context else None, 0 if line and context else None)
    return FrameInfo(frame, *found) if _frame else Traceback(*found)


Traceback = namedtuple('Traceback', 'filename lineno function code_context index')


def stack(context=1):
    """The frames of the calls in progress, the newest first."""
    return getouterframes(sys._getframe(1), context)


# Signatures

class _Empty:
    """Stands for what is not given."""


_Empty.__name__ = _Empty.__qualname__ = '_empty'


class _Kind(int):
    """What sort of parameter this is."""

    _names = ('POSITIONAL_ONLY', 'POSITIONAL_OR_KEYWORD', 'VAR_POSITIONAL', 'KEYWORD_ONLY', 'VAR_KEYWORD')

    @property
    def name(self):
        return self._names[self]

    @property
    def description(self):
        return ('positional-only', 'positional or keyword', 'variadic positional', 'keyword-only',
                'variadic keyword')[self]

    def __str__(self):
        return self.name

    def __repr__(self):
        return f'<_ParameterKind.{self.name}: {int(self)}>'


def formatannotation(annotation, base_module=None):
    """How an annotation is written."""
    if getattr(annotation, '__module__', None) == 'typing':
        return repr(annotation).replace('typing.', '')
    if isinstance(annotation, type) and not hasattr(annotation, '__args__'):
        if annotation.__module__ in ('builtins', base_module):
            return annotation.__qualname__
        return f'{annotation.__module__}.{annotation.__qualname__}'
    return repr(annotation).replace('typing.', '')


class Parameter:
    """A parameter of a function."""

    POSITIONAL_ONLY = _Kind(0)
    POSITIONAL_OR_KEYWORD = _Kind(1)
    VAR_POSITIONAL = _Kind(2)
    KEYWORD_ONLY = _Kind(3)
    VAR_KEYWORD = _Kind(4)
    empty = _Empty

    def __init__(self, name, kind, *, default=_Empty, annotation=_Empty):
        if default is not _Empty and kind in (2, 4):
            raise ValueError(f'{_Kind(kind).description} parameters cannot have default values')
        if not isinstance(name, str):
            raise TypeError(f'name must be a str, not a {type(name).__name__}')
        if not name.isidentifier():
            raise ValueError(f'{name!r} is not a valid parameter name')
        self.name = name
        self.kind = _Kind(kind)
        self.default = default
        self.annotation = annotation

    def replace(self, *, name=None, kind=None, default=None, annotation=None):
        """The parameter with some parts replaced."""
        return Parameter(self.name if name is None else name, self.kind if kind is None else kind,
                         default=self.default if default is None else default,
                         annotation=self.annotation if annotation is None else annotation)

    def __str__(self):
        text = self.name
        if self.annotation is not _Empty:
            text = f'{text}: {formatannotation(self.annotation)}'
        if self.default is not _Empty:
            text += (' = ' if self.annotation is not _Empty else '=') + repr(self.default)
        return {2: '*', 4: '**'}.get(int(self.kind), '') + text

    def __repr__(self):
        return f'<Parameter "{self}">'

    def __eq__(self, other):
        if not isinstance(other, Parameter):
            return NotImplemented
        return (self.name, int(self.kind), self.default, self.annotation) == \
            (other.name, int(other.kind), other.default, other.annotation)

    def __hash__(self):
        return hash((self.name, int(self.kind)))


class BoundArguments:
    """The arguments of a call by the parameters."""

    def __init__(self, signature, arguments):
        self.signature = signature
        self.arguments = arguments

    @property
    def args(self):
        """The positional arguments."""
        result = []
        for name, p in self.signature.parameters.items():
            if p.kind >= 3 or name not in self.arguments:
                break
            if p.kind == 2:
                result.extend(self.arguments[name])
            else:
                result.append(self.arguments[name])
        return tuple(result)

    @property
    def kwargs(self):
        """The keyword arguments."""
        result, by_keyword = {}, False
        for name, p in self.signature.parameters.items():
            if name not in self.arguments:
                by_keyword = by_keyword or p.kind != 2
                continue
            if p.kind == 4:
                result.update(self.arguments[name])
            elif p.kind == 3 or by_keyword and p.kind != 2:
                result[name] = self.arguments[name]
        return result

    def apply_defaults(self):
        """Adds the defaults of what is not given."""
        arguments = {}
        for name, p in self.signature.parameters.items():
            if name in self.arguments:
                arguments[name] = self.arguments[name]
            elif p.default is not _Empty:
                arguments[name] = p.default
            elif p.kind == 2:
                arguments[name] = ()
            elif p.kind == 4:
                arguments[name] = {}
        self.arguments = arguments

    def __repr__(self):
        return f'<BoundArguments ({", ".join([f"{k}={v!r}" for k, v in self.arguments.items()])})>'


class Signature:
    """The parameters of a function and the annotation of its result."""

    empty = _Empty

    def __init__(self, parameters=None, *, return_annotation=_Empty, __validate_parameters__=True):
        self.parameters = {p.name: p for p in parameters or ()}
        self.return_annotation = return_annotation

    @classmethod
    def from_callable(cls, obj, **options):
        return signature(obj, **options)

    def replace(self, *, parameters=None, return_annotation=None):
        """The signature with some parts replaced."""
        return Signature(self.parameters.values() if parameters is None else parameters,
                         return_annotation=self.return_annotation if return_annotation is None
                         else return_annotation)

    def _bound(self, args, kwargs, partial=False):
        arguments, args, kwargs = {}, list(args), dict(kwargs)
        for name, p in self.parameters.items():
            if p.kind == 2:
                if args:
                    arguments[name] = tuple(args)
                    args = []
            elif p.kind == 4:
                if kwargs:
                    arguments[name] = kwargs
                    kwargs = {}
            elif args and p.kind < 2:
                if name in kwargs and p.kind == 1:
                    raise TypeError(f'multiple values for argument {name!r}')
                arguments[name] = args.pop(0)
            elif name in kwargs and p.kind != 0:
                arguments[name] = kwargs.pop(name)
            elif p.default is _Empty and not partial:
                raise TypeError(f'missing a required argument: {name!r}')
        if args:
            raise TypeError('too many positional arguments')
        if kwargs:
            raise TypeError(f'got an unexpected keyword argument {next(iter(kwargs))!r}')
        return BoundArguments(self, arguments)

    def bind(self, /, *args, **kwargs):
        """The arguments of a call by the parameters."""
        return self._bound(args, kwargs)

    def bind_partial(self, /, *args, **kwargs):
        """`bind` without complaining about missing ones."""
        return self._bound(args, kwargs, True)

    def __str__(self):
        parts = []
        slash = star = False
        for p in self.parameters.values():
            if p.kind == 0:
                slash = True
            elif slash:
                parts.append('/')
                slash = False
            if p.kind == 2:
                star = True
            elif p.kind == 3 and not star:
                parts.append('*')
                star = True
            parts.append(str(p))
        if slash:
            parts.append('/')
        text = f'({", ".join(parts)})'
        if self.return_annotation is not _Empty:
            text += f' -> {formatannotation(self.return_annotation)}'
        return text

    def __repr__(self):
        return f'<{self.__class__.__name__} {self}>'

    def __eq__(self, other):
        if not isinstance(other, Signature):
            return NotImplemented
        return list(self.parameters.values()) == list(other.parameters.values()) \
            and self.return_annotation == other.return_annotation

    def __hash__(self):
        return hash(tuple(self.parameters))


def _of_function(func):
    code = func.__code__
    positional = code.co_argcount
    names = code.co_varnames
    defaults = func.__defaults__ or ()
    keyword_defaults = func.__kwdefaults__ or {}
    annotations = getattr(func, '__annotations__', {})
    parameters = []
    for i, name in enumerate(names[:positional]):
        kind = 0 if i < code.co_posonlyargcount else 1
        j = i - (positional - len(defaults))
        parameters.append(Parameter(name, kind, default=defaults[j] if j >= 0 else _Empty,
                                    annotation=annotations.get(name, _Empty)))
    at = positional + code.co_kwonlyargcount
    if code.co_flags & 0x04:
        parameters.append(Parameter(names[at], 2, annotation=annotations.get(names[at], _Empty)))
        at += 1
    for name in names[positional:positional + code.co_kwonlyargcount]:
        parameters.append(Parameter(name, 3, default=keyword_defaults.get(name, _Empty),
                                    annotation=annotations.get(name, _Empty)))
    if code.co_flags & 0x08:
        parameters.append(Parameter(names[at], 4, annotation=annotations.get(names[at], _Empty)))
    return Signature(parameters, return_annotation=annotations.get('return', _Empty))


def _without_first(sig):
    parameters = list(sig.parameters.values())
    if not parameters or parameters[0].kind in (3, 4):
        raise ValueError('invalid method signature')
    if parameters[0].kind in (0, 1):
        parameters = parameters[1:]
    return sig.replace(parameters=parameters)


class _NoValue:
    """The default of a builtin's parameter that may be left out."""

    def __repr__(self):
        return '<no value>'


def _of_text(text):
    """The signature of a builtin from the text of its parameters."""
    scope = {'_no_value': _NoValue()}
    body = text.strip()
    for mark in ('$module, /, ', '$module, /', '$module, '):
        body = body.replace(mark, '')
    body = body[:body.rindex(')') + 1].replace('$self', 'self').replace('<no value>', '_no_value')
    exec(f'def f{body}: pass', scope)
    return _of_function(scope['f'])


def signature(obj, *, follow_wrapped=True, **options):
    """The signature of what can be called."""
    if not callable(obj):
        raise TypeError(f'{obj!r} is not a callable object')
    if isinstance(obj, _method_type):
        return _without_first(signature(obj.__func__))
    if follow_wrapped and hasattr(obj, '__wrapped__') and not isclass(obj):
        obj = unwrap(obj, stop=lambda f: hasattr(f, '__signature__'))
    own = getattr(obj, '__signature__', None)
    if isinstance(own, Signature):
        return own
    if isfunction(obj):
        return _of_function(obj)
    if type(obj).__name__ == 'partial':
        return _of_partial(obj)
    if isclass(obj):
        return _of_class(obj)
    text = getattr(obj, '__text_signature__', None)
    if text:
        bound = text.startswith('($self') and getattr(obj, '__self__', None) is not None
        return _without_first(_of_text(text)) if bound else _of_text(text)
    call = getattr(type(obj), '__call__', None)
    if isfunction(call):
        return _without_first(_of_function(call))
    raise ValueError(f'no signature found for builtin {obj!r}')


def _of_class(cls):
    call = getattr(type(cls), '__call__', None)
    if isfunction(call):
        return _without_first(_of_function(call))
    for name in ('__new__', '__init__'):
        method = getattr(cls, name, None)
        if isfunction(method):
            sig = _without_first(_of_function(method))
            if hasattr(cls, '__dataclass_fields__') and name == '__init__':
                return _of_dataclass(cls)
            return sig
    if cls.__init__ is object.__init__ and cls.__new__ is object.__new__:
        return Signature()
    text = getattr(cls, '__text_signature__', None)
    if text and cls.__module__ == 'builtins' and cls not in (int, type) and not issubclass(cls, BaseException):
        return _of_text(text)
    raise ValueError(f'no signature found for builtin type {cls!r}')


def _of_dataclass(cls):
    """The signature of `__init__` from the fields."""
    from dataclasses import MISSING, _FACTORY
    parameters = []
    for f in cls.__dataclass_fields__.values():
        if f.init and f._field_type != '_FIELD_CLASSVAR':
            default = _FACTORY if f.default_factory is not MISSING else _Empty if f.default is MISSING else f.default
            parameters.append(Parameter(f.name, 3 if f.kw_only else 1, default=default, annotation=f.type))
    return Signature(sorted(parameters, key=lambda p: int(p.kind)), return_annotation=None)


def _of_partial(obj):
    sig = signature(obj.func)
    parameters = list(sig.parameters.values())
    left = len(obj.args)
    result, by_keyword = [], False
    for p in parameters:
        if left and p.kind < 2:
            left -= 1
            continue
        if p.name in obj.keywords and p.kind in (1, 3):
            by_keyword = True
            result.append(p.replace(kind=3, default=obj.keywords[p.name]))
        elif by_keyword and p.kind == 1:
            result.append(p.replace(kind=3))
        elif by_keyword and p.kind == 2:
            continue
        else:
            result.append(p)
    if left and not any(p.kind == 2 for p in parameters):
        raise ValueError(f'partial object {obj!r} has incorrect arguments')
    return sig.replace(parameters=result)


def getfullargspec(func):
    """The parameters of a function as a named tuple."""
    from collections import namedtuple
    spec = namedtuple('FullArgSpec', 'args varargs varkw defaults kwonlyargs kwonlydefaults annotations',
                      module='inspect')
    plain = getattr(func, '__func__', func)
    sig = _of_function(plain) if isfunction(plain) else signature(func)
    args, varargs, varkw, defaults, keyword_only, keyword_defaults = [], None, None, [], [], {}
    annotations = {}
    if sig.return_annotation is not _Empty:
        annotations['return'] = sig.return_annotation
    for name, p in sig.parameters.items():
        if p.kind < 2:
            args.append(name)
            if p.default is not _Empty:
                defaults.append(p.default)
        elif p.kind == 2:
            varargs = name
        elif p.kind == 3:
            keyword_only.append(name)
            if p.default is not _Empty:
                keyword_defaults[name] = p.default
        else:
            varkw = name
        if p.annotation is not _Empty:
            annotations[name] = p.annotation
    return spec(args, varargs, varkw, tuple(defaults) or None, keyword_only, keyword_defaults or None, annotations)

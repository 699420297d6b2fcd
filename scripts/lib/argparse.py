"""Arguments of command lines."""

import sys

__all__ = ['ArgumentParser', 'ArgumentError', 'ArgumentTypeError', 'BooleanOptionalAction', 'FileType',
           'HelpFormatter', 'ArgumentDefaultsHelpFormatter', 'RawDescriptionHelpFormatter', 'RawTextHelpFormatter',
           'MetavarTypeHelpFormatter', 'Namespace', 'Action', 'ONE_OR_MORE', 'OPTIONAL', 'PARSER', 'REMAINDER',
           'SUPPRESS', 'ZERO_OR_MORE']

SUPPRESS = '==SUPPRESS=='
OPTIONAL = '?'
ZERO_OR_MORE = '*'
ONE_OR_MORE = '+'
PARSER = 'A...'
REMAINDER = '...'


class ArgumentTypeError(Exception):
    """What a `type` function raises for a wrong text."""


class ArgumentError(Exception):
    """What is wrong with an argument."""

    def __init__(self, argument, message):
        self.argument_name = _argument_name(argument)
        self.message = message

    def __str__(self):
        if self.argument_name is None:
            return str(self.message)
        return f'argument {self.argument_name}: {self.message}'


def _argument_name(action):
    if action is None:
        return None
    if action.option_strings:
        return '/'.join(action.option_strings)
    if action.metavar not in (None, SUPPRESS):
        return action.metavar
    if action.dest not in (None, SUPPRESS):
        return action.dest
    if action.choices:
        return '{' + ','.join(map(str, action.choices)) + '}'
    return None


class Namespace:
    """The values of arguments as attributes."""

    def __init__(self, **kwargs):
        for name, value in kwargs.items():
            setattr(self, name, value)

    def __eq__(self, other):
        if not isinstance(other, Namespace):
            return NotImplemented
        return vars(self) == vars(other)

    def __contains__(self, key):
        return key in self.__dict__

    def __repr__(self):
        parts, odd = [], {}
        for name, value in self.__dict__.items():
            if name.isidentifier():
                parts.append(f'{name}={value!r}')
            else:
                odd[name] = value
        if odd:
            parts.append(f'**{odd!r}')
        return f'{type(self).__name__}({", ".join(parts)})'


# Actions

class Action:
    """What is done with an argument."""

    def __init__(self, option_strings, dest, nargs=None, const=None, default=None, type=None, choices=None,
                 required=False, help=None, metavar=None):
        self.option_strings = option_strings
        self.dest = dest
        self.nargs = nargs
        self.const = const
        self.default = default
        self.type = type
        self.choices = choices
        self.required = required
        self.help = help
        self.metavar = metavar

    def format_usage(self):
        return self.option_strings[0]

    def __call__(self, parser, namespace, values, option_string=None):
        raise NotImplementedError('.__call__() not defined')

    def __repr__(self):
        names = ('option_strings', 'dest', 'nargs', 'const', 'default', 'type', 'choices', 'required', 'help',
                 'metavar')
        return f'{type(self).__name__}({", ".join([f"{n}={getattr(self, n)!r}" for n in names])})'


class _Store(Action):
    def __init__(self, option_strings, dest, nargs=None, const=None, **options):
        if nargs == 0:
            raise ValueError('nargs for store actions must be != 0; if you have nothing to store, actions such as '
                             'store true or store const may be more appropriate')
        if const is not None and nargs != OPTIONAL:
            raise ValueError(f'nargs must be {OPTIONAL!r} to supply const')
        super().__init__(option_strings, dest, nargs, const, **options)

    def __call__(self, parser, namespace, values, option_string=None):
        setattr(namespace, self.dest, values)


class _StoreConst(Action):
    def __init__(self, option_strings, dest, const=None, default=None, required=False, help=None, metavar=None):
        super().__init__(option_strings, dest, 0, const, default, required=required, help=help)

    def __call__(self, parser, namespace, values, option_string=None):
        setattr(namespace, self.dest, self.const)


class _StoreTrue(_StoreConst):
    def __init__(self, option_strings, dest, default=False, required=False, help=None):
        super().__init__(option_strings, dest, True, default, required, help)


class _StoreFalse(_StoreConst):
    def __init__(self, option_strings, dest, default=True, required=False, help=None):
        super().__init__(option_strings, dest, False, default, required, help)


def _copied(items):
    return [] if items is None else list(items)


class _Append(_Store):
    def __call__(self, parser, namespace, values, option_string=None):
        items = _copied(getattr(namespace, self.dest, None))
        items.append(values)
        setattr(namespace, self.dest, items)


class _Extend(_Append):
    def __call__(self, parser, namespace, values, option_string=None):
        items = _copied(getattr(namespace, self.dest, None))
        items.extend(values)
        setattr(namespace, self.dest, items)


class _AppendConst(_StoreConst):
    def __call__(self, parser, namespace, values, option_string=None):
        items = _copied(getattr(namespace, self.dest, None))
        items.append(self.const)
        setattr(namespace, self.dest, items)


class _Count(Action):
    def __init__(self, option_strings, dest, default=None, required=False, help=None):
        super().__init__(option_strings, dest, 0, default=default, required=required, help=help)

    def __call__(self, parser, namespace, values, option_string=None):
        setattr(namespace, self.dest, (getattr(namespace, self.dest, None) or 0) + 1)


class _Help(Action):
    def __init__(self, option_strings, dest=SUPPRESS, default=SUPPRESS, help=None):
        super().__init__(option_strings, dest, 0, default=default, help=help)

    def __call__(self, parser, namespace, values, option_string=None):
        parser.print_help()
        parser.exit()


class _Version(Action):
    def __init__(self, option_strings, version=None, dest=SUPPRESS, default=SUPPRESS,
                 help="show program's version number and exit"):
        super().__init__(option_strings, dest, 0, default=default, help=help)
        self.version = version

    def __call__(self, parser, namespace, values, option_string=None):
        version = self.version
        if version is None:
            version = parser.version
        parser._print_message(parser._fill(version % {'prog': parser.prog} if '%' in version else version, '') + '\n',
                              sys.stdout)
        parser.exit()


class BooleanOptionalAction(Action):
    """`--name` and `--no-name`."""

    def __init__(self, option_strings, dest, default=None, type=None, choices=None, required=False, help=None,
                 metavar=None):
        names = []
        for option in option_strings:
            names.append(option)
            if option.startswith('--'):
                names.append('--no-' + option[2:])
        super().__init__(names, dest, 0, None, default, type, choices, required, help, metavar)

    def __call__(self, parser, namespace, values, option_string=None):
        if option_string in self.option_strings:
            setattr(namespace, self.dest, not option_string.startswith('--no-'))

    def format_usage(self):
        return ' | '.join(self.option_strings)


class _Choice(Action):
    """A subcommand as it is listed in the help."""

    def __init__(self, name, aliases, help):
        text = name + (f' ({", ".join(aliases)})' if aliases else '')
        super().__init__([], name, help=help, metavar=text)


class _SubParsers(Action):
    def __init__(self, option_strings, prog, parser_class, dest=SUPPRESS, required=False, help=None, metavar=None):
        self._prog_prefix = prog
        self._parser_class = parser_class
        self._name_parser_map = {}
        self._choices_actions = []
        super().__init__(option_strings, dest, PARSER, choices=self._name_parser_map, required=required, help=help,
                         metavar=metavar)

    def add_parser(self, name, **kwargs):
        """Adds a subcommand; returns its parser."""
        if kwargs.get('prog') is None:
            kwargs['prog'] = f'{self._prog_prefix} {name}'
        aliases = kwargs.pop('aliases', ())
        for key in (name, *aliases):
            if key in self._name_parser_map:
                kind = 'subparser' if key == name else 'subparser alias'
                raise ArgumentError(self, f'conflicting {kind}: {key}')
        if 'help' in kwargs:
            self._choices_actions.append(_Choice(name, aliases, kwargs.pop('help')))
        parser = self._parser_class(**kwargs)
        for key in (name, *aliases):
            self._name_parser_map[key] = parser
        return parser

    def __call__(self, parser, namespace, values, option_string=None):
        name, rest = values[0], values[1:]
        if self.dest is not SUPPRESS:
            setattr(namespace, self.dest, name)
        chosen = self._name_parser_map.get(name)
        if chosen is None:
            raise ArgumentError(self, f'unknown parser {name!r} (choices: {", ".join(self._name_parser_map)})')
        inner, unknown = chosen.parse_known_args(rest, None)
        for key, value in vars(inner).items():
            setattr(namespace, key, value)
        if unknown:
            vars(namespace).setdefault('_unrecognized_args', []).extend(unknown)


_actions = {None: _Store, 'store': _Store, 'store_const': _StoreConst, 'store_true': _StoreTrue,
            'store_false': _StoreFalse, 'append': _Append, 'append_const': _AppendConst, 'count': _Count,
            'help': _Help, 'version': _Version, 'extend': _Extend, 'parsers': _SubParsers}


class FileType:
    """Opens a file of the name in an argument."""

    def __init__(self, mode='r', bufsize=-1, encoding=None, errors=None):
        self._mode, self._bufsize, self._encoding, self._errors = mode, bufsize, encoding, errors

    def __call__(self, string):
        if string == '-':
            return sys.stdin if 'r' in self._mode else sys.stdout
        try:
            return open(string, self._mode, self._bufsize, self._encoding, self._errors)
        except OSError as error:
            raise ArgumentTypeError(f"can't open '{string}': {error}")

    def __repr__(self):
        return f'{type(self).__name__}({self._mode!r})'


# Groups

class _Group:
    """Arguments with a title; the parser is one too."""

    def _setup(self, conflict_handler='error', prefix_chars='-', argument_default=None):
        self.prefix_chars = prefix_chars
        self.argument_default = argument_default
        self._actions = []
        self._option_string_actions = {}
        self._group_actions = []
        self._defaults = {}
        self._registries = {}

    def register(self, registry_name, value, object):
        """Names an action or type."""
        self._registries.setdefault(registry_name, {})[value] = object

    def _registered(self, registry_name, value, default=None):
        return self._registries.get(registry_name, {}).get(value, default)

    def set_defaults(self, **kwargs):
        """Values of arguments that are not given."""
        self._defaults.update(kwargs)
        for action in self._actions:
            if action.dest in kwargs:
                action.default = kwargs[action.dest]

    def get_default(self, dest):
        """The default of an argument."""
        for action in self._actions:
            if action.dest == dest and action.default is not None:
                return action.default
        return self._defaults.get(dest)

    def add_argument(self, *args, **kwargs):
        """Adds an argument: a name, or the texts of an option."""
        if not args or len(args) == 1 and args[0][0] not in self.prefix_chars:
            if args and 'dest' in kwargs:
                raise ValueError('dest supplied twice for positional argument')
            kwargs = self._positional(*args, **kwargs)
        else:
            kwargs = self._optional(*args, **kwargs)
        if 'default' not in kwargs:
            dest = kwargs['dest']
            if dest in self._defaults:
                kwargs['default'] = self._defaults[dest]
            elif self.argument_default is not None:
                kwargs['default'] = self.argument_default
        name = kwargs.pop('action', None)
        cls = self._registered('action', name) or (_actions.get(name) if not isinstance(name, type) else name)
        if not callable(cls):
            raise ValueError(f'unknown action "{name}"')
        action = cls(**kwargs)
        if not callable(self._registered('type', action.type, action.type)) and action.type is not None:
            raise ValueError(f'{action.type!r} is not callable')
        return self._add_action(action)

    def _positional(self, dest, **kwargs):
        if 'required' in kwargs:
            raise TypeError("'required' is an invalid argument for positionals")
        if kwargs.get('nargs') not in (OPTIONAL, ZERO_OR_MORE, REMAINDER, SUPPRESS):
            kwargs['required'] = True
        if kwargs.get('nargs') == ZERO_OR_MORE and 'default' not in kwargs:
            kwargs['required'] = True
        return dict(kwargs, dest=dest, option_strings=[])

    def _optional(self, *args, **kwargs):
        for option in args:
            if option[0] not in self.prefix_chars:
                raise ValueError(f'invalid option string {option!r}: must start with a character '
                                 f'{self.prefix_chars!r}')
        dest = kwargs.pop('dest', None)
        if dest is None:
            long = [o for o in args if len(o) > 1 and o[1] in self.prefix_chars]
            dest = (long or list(args))[0].lstrip(self.prefix_chars)
            if not dest:
                raise ValueError(f'dest= is required for options like {args[0]!r}')
            dest = dest.replace('-', '_')
        return dict(kwargs, dest=dest, option_strings=list(args))

    def _add_action(self, action):
        conflicts = [o for o in action.option_strings if o in self._option_string_actions]
        if conflicts:
            if self._root().conflict_handler == 'resolve':
                for option in conflicts:
                    old = self._option_string_actions.pop(option)
                    old.option_strings.remove(option)
                    if not old.option_strings:
                        old.container._actions.remove(old)
                        if old in old.container._group_actions:
                            old.container._group_actions.remove(old)
            else:
                plural = 's' if len(conflicts) > 1 else ''
                raise ArgumentError(action, f'conflicting option string{plural}: {", ".join(conflicts)}')
        self._actions.append(action)
        self._group_actions.append(action)
        action.container = self
        for option in action.option_strings:
            self._option_string_actions[option] = action
        return action

    def _root(self):
        return self

    def add_argument_group(self, *args, **kwargs):
        """A group of arguments with a title in the help."""
        group = _ArgumentGroup(self._root(), *args, **kwargs)
        self._root()._action_groups.append(group)
        return group

    def add_mutually_exclusive_group(self, required=False):
        """A group of arguments of which only one may be given."""
        group = _ExclusiveGroup(self, required)
        self._root()._mutually_exclusive_groups.append(group)
        return group


class _ArgumentGroup(_Group):
    def __init__(self, parser, title=None, description=None, **kwargs):
        self._setup(prefix_chars=parser.prefix_chars, argument_default=kwargs.get('argument_default',
                                                                                 parser.argument_default))
        self.title = title
        self.description = description
        self._parser = parser
        self._actions = parser._actions
        self._option_string_actions = parser._option_string_actions
        self._defaults = parser._defaults
        self._registries = parser._registries

    def _root(self):
        return self._parser


class _ExclusiveGroup(_ArgumentGroup):
    def __init__(self, container, required):
        super().__init__(container._root())
        self.required = required
        self._container = container

    def _add_action(self, action):
        if action.required:
            raise ValueError('mutually exclusive arguments must be optional')
        action = self._container._add_action(action)
        self._group_actions.append(action)
        return action


# The parser

class ArgumentParser(_Group):
    """Reads command lines."""

    def __init__(self, prog=None, usage=None, description=None, epilog=None, parents=(), formatter_class=None,
                 prefix_chars='-', fromfile_prefix_chars=None, argument_default=None, conflict_handler='error',
                 add_help=True, allow_abbrev=True, exit_on_error=True):
        self._setup(prefix_chars=prefix_chars, argument_default=argument_default)
        if prog is None:
            prog = sys.argv[0].rpartition('/')[2] if sys.argv else ''
        self.prog = prog
        self.usage = usage
        self.description = description
        self.epilog = epilog
        self.formatter_class = formatter_class or HelpFormatter
        self.fromfile_prefix_chars = fromfile_prefix_chars
        self.conflict_handler = conflict_handler
        self.add_help = add_help
        self.allow_abbrev = allow_abbrev
        self.exit_on_error = exit_on_error
        self._action_groups = []
        self._mutually_exclusive_groups = []
        self._subparsers = None
        self._positionals = self.add_argument_group('positional arguments')
        self._optionals = self.add_argument_group('options')
        mark = '-' if '-' in prefix_chars else prefix_chars[0]
        if add_help:
            self.add_argument(mark + 'h', mark * 2 + 'help', action='help', default=SUPPRESS,
                              help='show this help message and exit')
        for parent in parents:
            for action in parent._actions:
                if not any(option in self._option_string_actions for option in action.option_strings):
                    container = action.container
                    self._add_action(action)
                    action.container = container
            self._defaults.update(parent._defaults)

    def _add_action(self, action):
        group = self._optionals if action.option_strings else self._positionals
        return _Group._add_action(group, action)

    def add_subparsers(self, **kwargs):
        """Adds subcommands; returns an object with `add_parser`."""
        if self._subparsers is not None:
            self.error('cannot have multiple subparser arguments')
        kwargs.setdefault('parser_class', type(self))
        if 'title' in kwargs or 'description' in kwargs:
            self._subparsers = self.add_argument_group(kwargs.pop('title', 'subcommands'),
                                                       kwargs.pop('description', None))
        else:
            self._subparsers = self._positionals
        if kwargs.get('prog') is None:
            formatter = self._formatter()
            before = [a for a in self._actions if not a.option_strings]
            kwargs['prog'] = formatter._usage(self.usage, before, [], '').strip()
        action = _SubParsers(option_strings=[], **{k: v for k, v in kwargs.items() if k != 'action'})
        self._subparsers._add_action(action)
        return action

    def parse_args(self, args=None, namespace=None):
        """The values of a command line, the program's by default; ends the program when it is wrong."""
        namespace, unknown = self.parse_known_args(args, namespace)
        if unknown:
            self.error('unrecognized arguments: ' + ' '.join(unknown))
        return namespace

    def parse_known_args(self, args=None, namespace=None):
        """The values of a command line, and the arguments that are not known."""
        args = sys.argv[1:] if args is None else list(args)
        if namespace is None:
            namespace = Namespace()
        for action in self._actions:
            if action.dest is not SUPPRESS and not hasattr(namespace, action.dest) and action.default is not SUPPRESS:
                setattr(namespace, action.dest, action.default)
        for dest, value in self._defaults.items():
            if not hasattr(namespace, dest):
                setattr(namespace, dest, value)
        if self.exit_on_error:
            try:
                unknown = _Reading(self, args, namespace).run()
            except ArgumentError as error:
                self.error(str(error))
        else:
            unknown = _Reading(self, args, namespace).run()
        more = vars(namespace).pop('_unrecognized_args', [])
        return namespace, unknown + more

    parse_intermixed_args = parse_args
    parse_known_intermixed_args = parse_known_args

    # Texts

    def _formatter(self):
        return self.formatter_class(prog=self.prog)

    def _fill(self, text, indent):
        formatter = self._formatter()
        return formatter._fill_text(text, formatter._width, indent)

    def format_usage(self):
        """The line that says how the program is called."""
        return self._formatter()._usage(self.usage, self._actions, self._mutually_exclusive_groups, 'usage: ')

    def format_help(self):
        """The help."""
        formatter = self._formatter()
        parts = [formatter._usage(self.usage, self._actions, self._mutually_exclusive_groups, 'usage: ') + '\n']
        if self.description:
            parts.append(formatter._paragraph(self.description) + '\n')
        for group in self._action_groups:
            text = formatter._section(group, self._action_groups)
            if text:
                parts.append(text + '\n')
        if self.epilog:
            parts.append(formatter._paragraph(self.epilog) + '\n')
        return ''.join(parts).strip('\n') + '\n'

    def print_usage(self, file=None):
        """Prints how the program is called."""
        self._print_message(self.format_usage(), file or sys.stdout)

    def print_help(self, file=None):
        """Prints the help."""
        self._print_message(self.format_help(), file or sys.stdout)

    def _print_message(self, message, file=None):
        if message:
            (file or sys.stderr).write(message)

    def exit(self, status=0, message=None):
        """Ends the program."""
        if message:
            self._print_message(message, sys.stderr)
        sys.exit(status)

    def error(self, message):
        """Says what is wrong and ends the program with status 2."""
        self.print_usage(sys.stderr)
        self.exit(2, f'{self.prog}: error: {message}\n')

    # Values

    def _value(self, action, text):
        function = self._registered('type', action.type, action.type) or str
        try:
            return function(text)
        except ArgumentTypeError as error:
            raise ArgumentError(action, str(error)) from None
        except (TypeError, ValueError):
            name = getattr(action.type, '__name__', repr(action.type))
            raise ArgumentError(action, f'invalid {name} value: {text!r}') from None

    def _check(self, action, value):
        if action.choices is not None and value not in action.choices:
            raise ArgumentError(action, f'invalid choice: {value!r} (choose from '
                                f'{", ".join(map(repr, action.choices))})')

    def _values(self, action, texts):
        """The value of an action for its texts."""
        if action.nargs not in (PARSER, REMAINDER) and '--' in texts:
            texts = list(texts)
            texts.remove('--')
        if not texts and action.nargs == OPTIONAL:
            value = action.const if action.option_strings else action.default
            if isinstance(value, str):
                value = self._value(action, value)
                self._check(action, value)
            return value
        if not texts and action.nargs == ZERO_OR_MORE and not action.option_strings:
            return action.default if action.default is not None else texts
        if len(texts) == 1 and action.nargs in (None, OPTIONAL):
            value = self._value(action, texts[0])
            self._check(action, value)
            return value
        if action.nargs == REMAINDER:
            return [self._value(action, t) for t in texts]
        values = [self._value(action, t) for t in texts]
        if action.nargs == PARSER:
            self._check(action, values[0])
            return values
        if action.nargs == SUPPRESS:
            return SUPPRESS
        for value in values:
            self._check(action, value)
        return values


def _bounds(nargs):
    """The least and the largest number of texts."""
    if nargs is None:
        return 1, 1
    if nargs == OPTIONAL:
        return 0, 1
    if nargs in (ZERO_OR_MORE, REMAINDER, SUPPRESS):
        return 0, 10 ** 9
    if nargs in (ONE_OR_MORE, PARSER):
        return 1, 10 ** 9
    return nargs, nargs


class _Reading:
    """One command line while it is read."""

    def __init__(self, parser, args, namespace):
        self.parser = parser
        self.args = self._expanded(args)
        self.namespace = namespace
        self.positionals = [a for a in parser._actions if not a.option_strings]
        self.unknown = []
        self.seen = set()
        self.seen_given = set()
        self.kinds = self._kinds()

    def _expanded(self, args):
        marks = self.parser.fromfile_prefix_chars
        if marks is None:
            return args
        result = []
        for arg in args:
            if arg and arg[0] in marks:
                try:
                    with open(arg[1:]) as f:
                        result += self._expanded(f.read().splitlines())
                except OSError as error:
                    self.parser.error(str(error))
            else:
                result.append(arg)
        return result

    def _kinds(self):
        """For each text None, or the (action, option, explicit value) of an option."""
        kinds = []
        for i, arg in enumerate(self.args):
            if arg == '--':
                kinds.append('--')
                kinds += [None] * (len(self.args) - i - 1)
                break
            kinds.append(self._option(arg))
        return kinds

    def _option(self, arg):
        parser = self.parser
        if not arg or arg[0] not in parser.prefix_chars:
            return None
        if arg in parser._option_string_actions:
            return parser._option_string_actions[arg], arg, None
        if len(arg) == 1:
            return None
        if '=' in arg:
            name, _, value = arg.partition('=')
            if name in parser._option_string_actions:
                return parser._option_string_actions[name], name, value
        found = self._abbreviated(arg)
        if len(found) > 1:
            options = ', '.join([option for _, option, _ in found])
            parser.error(f'ambiguous option: {arg} could match {options}')
        if found:
            return found[0]
        if _is_number(arg) and not any(_is_number(o) for o in parser._option_string_actions):
            return None
        if ' ' in arg:
            return None
        return None, arg, None

    def _abbreviated(self, arg):
        parser = self.parser
        found = []
        if arg[1] in parser.prefix_chars:
            if parser.allow_abbrev:
                name, mark, value = arg.partition('=')
                for option, action in parser._option_string_actions.items():
                    if option.startswith(name):
                        found.append((action, option, value if mark else None))
            return found
        short, rest = arg[:2], arg[2:]
        for option, action in parser._option_string_actions.items():
            if option == short:
                found.append((action, option, rest))
            elif option.startswith(arg):
                found.append((action, option, None))
        return found

    def run(self):
        """Reads everything; returns the texts that are not known."""
        args, kinds = self.args, self.kinds
        options = [i for i, kind in enumerate(kinds) if isinstance(kind, tuple)]
        last = options[-1] if options else -1
        at = 0
        while at <= last:
            upcoming = next(i for i in options if i >= at)
            if at != upcoming:
                end = self._take_positionals(at)
                if end > at:
                    at = end
                    continue
            if at not in options:
                next_option = next(i for i in options if i >= at)
                self.unknown += args[at:next_option]
                at = next_option
            at = self._take_option(at)
        end = self._take_positionals(at)
        self.unknown += args[end:]
        self._check_required()
        return self.unknown

    def _plain_count(self, at):
        """How many texts from here on are not options."""
        n = 0
        while at + n < len(self.kinds) and not isinstance(self.kinds[at + n], tuple):
            n += 1
        return n

    def _do(self, action, texts, option=None):
        self.seen.add(action)
        value = self.parser._values(action, texts)
        if value is not action.default:
            self.seen_given.add(action)
            for group in self.parser._mutually_exclusive_groups:
                if action in group._group_actions:
                    for other in group._group_actions:
                        if other is not action and other in self.seen_given:
                            raise ArgumentError(action, f'not allowed with argument {_argument_name(other)}')
        if value is not SUPPRESS:
            action(self.parser, self.namespace, value, option)

    def _take_option(self, at):
        action, option, explicit = self.kinds[at]
        if action is None:
            self.unknown.append(self.args[at])
            return at + 1
        if explicit is not None:
            return self._take_explicit(action, option, explicit, at)
        least, most = _bounds(action.nargs)
        start = at + 1
        if action.nargs in (PARSER, REMAINDER):
            count = len(self.args) - start
        else:
            count = self._plain_count(start)
            if '--' in self.args[start:start + count] and least == most:
                most += 1
        if count < least:
            raise ArgumentError(action, _wanted(action.nargs))
        end = start + min(count, most)
        self._do(action, self.args[start:end], option)
        return end

    def _take_explicit(self, action, option, explicit, at):
        parser = self.parser
        while True:
            least, most = _bounds(action.nargs)
            if most >= 1 and least <= 1:
                self._do(action, [explicit], option)
                return at + 1
            if most == 0 and option[1] not in parser.prefix_chars and explicit != '':
                # Single letters behind one mark.
                self._do(action, [], option)
                option = option[0] + explicit[0]
                rest = explicit[1:] or None
                action = parser._option_string_actions.get(option)
                if action is None:
                    raise ArgumentError(self.kinds[at][0], f'ignored explicit argument {explicit!r}')
                if rest is None:
                    self.kinds[at] = action, option, None
                    return self._take_option(at)
                explicit = rest[1:] if rest.startswith('=') else rest
                continue
            if most == 0:
                raise ArgumentError(action, f'ignored explicit argument {explicit!r}')
            raise ArgumentError(action, _wanted(action.nargs))

    def _take_positionals(self, at):
        """Gives the texts from here up to the next option to as many positionals as can be."""
        count = self._plain_count(at)
        has_mark = '--' in self.kinds[at:at + count]
        plain = count - 1 if has_mark else count
        chosen = self._shares(plain, len(self.args) - at)
        for action, n in chosen:
            end = at
            taken = 0
            while taken < n:
                if self.kinds[end] != '--' or action.nargs in (PARSER, REMAINDER):
                    taken += 1
                end += 1
            if n and end < len(self.kinds) and self.kinds[end] == '--' and action is chosen[-1][0]:
                end += 1
            self._do(action, self.args[at:end])
            at = end
        del self.positionals[:len(chosen)]
        return at

    def _shares(self, count, everything):
        """How many texts each of the next positionals takes: the first as many as they can."""
        for length in range(len(self.positionals), 0, -1):
            actions = self.positionals[:length]
            least = [_bounds(a.nargs)[0] for a in actions]
            if sum(least) > count and not any(a.nargs in (PARSER, REMAINDER) for a in actions):
                continue
            if sum(least) > count:
                continue
            shares = []
            left = count
            for i, action in enumerate(actions):
                if action.nargs in (PARSER, REMAINDER):
                    taken = everything - (count - left)
                else:
                    taken = min(_bounds(action.nargs)[1], left - sum(least[i + 1:]))
                shares.append((action, taken))
                left -= taken
            return shares
        return []

    def _check_required(self):
        parser = self.parser
        missing = []
        for action in parser._actions:
            if action in self.seen:
                continue
            if action.required:
                missing.append(_argument_name(action))
            elif isinstance(action.default, str) and hasattr(self.namespace, action.dest) \
                    and action.default is getattr(self.namespace, action.dest):
                setattr(self.namespace, action.dest, parser._value(action, action.default))
        if missing:
            parser.error('the following arguments are required: ' + ', '.join(map(str, missing)))
        for group in parser._mutually_exclusive_groups:
            if group.required and not any(a in self.seen_given for a in group._group_actions):
                names = [_argument_name(a) for a in group._group_actions if a.help is not SUPPRESS]
                parser.error(f'one of the arguments {" ".join(names)} is required')


def _wanted(nargs):
    if nargs is None:
        return 'expected one argument'
    if nargs == OPTIONAL:
        return 'expected at most one argument'
    if nargs == ONE_OR_MORE:
        return 'expected at least one argument'
    return f'expected {nargs} argument{"" if nargs == 1 else "s"}'


def _is_number(text):
    digits = text[1:] if text.startswith('-') else ''
    whole, point, rest = digits.partition('.')
    if point:
        return rest.isdigit() and (not whole or whole.isdigit())
    return whole.isdigit()


# Help

class HelpFormatter:
    """Makes the texts of help."""

    def __init__(self, prog, indent_increment=2, max_help_position=24, width=None):
        if width is None:
            import shutil
            width = shutil.get_terminal_size().columns - 2
        self._prog = prog
        self._width = width
        self._max_help_position = min(max_help_position, max(width - 20, indent_increment * 2))

    # Usage

    def _usage(self, usage, actions, groups, prefix):
        if usage is not None:
            return f'{prefix}{usage % {"prog": self._prog}}\n'
        if not actions:
            return f'{prefix}{self._prog}\n'
        optionals = [a for a in actions if a.option_strings]
        positionals = [a for a in actions if not a.option_strings]
        parts = self._usage_parts(optionals, groups), self._usage_parts(positionals, groups)
        line = ' '.join([self._prog] + parts[0] + parts[1])
        if len(prefix) + len(line) <= self._width:
            return f'{prefix}{line}\n'
        return f'{prefix}{self._broken(parts, prefix)}\n'

    def _broken(self, parts, prefix):
        optionals, positionals = parts
        if len(prefix) + len(self._prog) <= 0.75 * self._width:
            indent = ' ' * (len(prefix) + len(self._prog) + 1)
            if optionals:
                lines = self._lines([self._prog] + optionals, indent, prefix)
                lines += self._lines(positionals, indent, None)
            elif positionals:
                lines = self._lines([self._prog] + positionals, indent, prefix)
            else:
                lines = [self._prog]
        else:
            indent = ' ' * len(prefix)
            lines = self._lines(optionals + positionals, indent, None)
            if len(lines) > 1:
                lines = self._lines(optionals, indent, None) + self._lines(positionals, indent, None)
            lines = [self._prog] + lines
        return '\n'.join(lines)

    def _lines(self, parts, indent, prefix):
        lines, line = [], []
        length = (len(prefix) if prefix is not None else len(indent)) - 1
        for part in parts:
            if length + 1 + len(part) > self._width and line:
                lines.append(indent + ' '.join(line))
                line = []
                length = len(indent) - 1
            line.append(part)
            length += len(part) + 1
        if line:
            lines.append(indent + ' '.join(line))
        if prefix is not None and lines:
            lines[0] = lines[0][len(indent):]
        return lines

    def _usage_parts(self, actions, groups):
        parts = []
        i = 0
        while i < len(actions):
            for group in groups:
                members = group._group_actions
                shown = [a for a in members if a.help is not SUPPRESS]
                if members and actions[i:i + len(members)] == members and members[0] is actions[i]:
                    inside = ' | '.join([self._usage_part(a, True) for a in shown])
                    if shown:
                        opening, closing = ('(', ')') if group.required else ('[', ']')
                        if len(shown) == 1 and group.required:
                            opening = closing = ''
                        parts += _pieces(f'{opening}{inside}{closing}')
                    i += len(members)
                    break
            else:
                if actions[i].help is not SUPPRESS:
                    parts.append(self._usage_part(actions[i], False))
                i += 1
        return parts

    def _usage_part(self, action, in_group):
        if not action.option_strings:
            default = self._default_metavar_for_positional(action)
            text = self._args(action, default)
            return text[1:-1] if in_group and text.startswith('[') and text.endswith(']') else text
        if action.nargs == 0:
            text = action.format_usage()
        else:
            text = f'{action.option_strings[0]} {self._args(action, self._default_metavar_for_optional(action))}'
        return text if action.required or in_group else f'[{text}]'

    # Arguments

    def _metavar(self, action, default):
        if action.metavar is not None:
            return action.metavar
        if action.choices is not None:
            return '{' + ','.join([str(choice) for choice in action.choices]) + '}'
        return default

    def _args(self, action, default):
        metavar = self._metavar(action, default)

        def names(n):
            return metavar if isinstance(metavar, tuple) else (metavar,) * n
        if action.nargs is None:
            return names(1)[0]
        if action.nargs == OPTIONAL:
            return f'[{names(1)[0]}]'
        if action.nargs == ZERO_OR_MORE:
            if isinstance(metavar, tuple) and len(metavar) == 2:
                return f'[{metavar[0]} [{metavar[1]} ...]]'
            return f'[{names(1)[0]} ...]'
        if action.nargs == ONE_OR_MORE:
            first, second = names(2)[:2]
            return f'{first} [{second} ...]'
        if action.nargs == REMAINDER:
            return '...'
        if action.nargs == PARSER:
            return f'{names(1)[0]} ...'
        if action.nargs == SUPPRESS:
            return ''
        return ' '.join(names(action.nargs))

    def _default_metavar_for_optional(self, action):
        return action.dest.upper()

    def _default_metavar_for_positional(self, action):
        return action.dest

    def _invocation(self, action):
        if not action.option_strings:
            return self._metavar_text(action)
        if action.nargs == 0:
            return ', '.join(action.option_strings)
        args = self._args(action, self._default_metavar_for_optional(action))
        return ', '.join([f'{option} {args}' for option in action.option_strings])

    def _metavar_text(self, action):
        metavar = self._metavar(action, self._default_metavar_for_positional(action))
        return metavar[0] if isinstance(metavar, tuple) else metavar

    # Sections

    def _section(self, group, groups):
        body = []
        if group.description and group.description is not SUPPRESS:
            body.append(self._fill_text(self._with_prog(group.description), max(self._width - 2, 11), '  ') + '\n')
            body.append('\n')
        position = self._help_position(groups)
        entries = [self._entry(a, 2, position) for a in group._group_actions if a.help is not SUPPRESS]
        body += entries
        text = ''.join(body)
        if not text:
            return ''
        if group.title and group.title is not SUPPRESS:
            text = f'{group.title}:\n{text}'
        return text.rstrip('\n') + '\n'

    def _help_position(self, groups):
        longest = 0
        for group in groups:
            for action in group._group_actions:
                if action.help is SUPPRESS:
                    continue
                lengths = [len(self._invocation(action)) + 2]
                lengths += [len(self._invocation(a)) + 4 for a in getattr(action, '_choices_actions', ())]
                longest = max(longest, *lengths)
        return min(longest + 2, self._max_help_position)

    def _entry(self, action, indent, position):
        help_width = max(self._width - position, 11)
        width = position - indent - 2
        header = self._invocation(action)
        if not action.help:
            parts = [' ' * indent + header + '\n']
        elif len(header) <= width:
            parts = [' ' * indent + header.ljust(width) + '  ']
            first = 0
        else:
            parts = [' ' * indent + header + '\n']
            first = position
        if action.help and action.help.strip():
            lines = self._split_lines(self._expand_help(action), help_width)
            if lines:
                parts.append(' ' * first + lines[0] + '\n')
                parts += [' ' * position + line + '\n' for line in lines[1:]]
        elif action.help:
            parts.append('\n')
        for inner in getattr(action, '_choices_actions', ()):
            parts.append(self._entry(inner, indent + 2, position))
        return ''.join(parts)

    def _with_prog(self, text):
        return text % {'prog': self._prog} if '%(prog)' in text else text

    def _paragraph(self, text):
        return self._fill_text(self._with_prog(text), max(self._width, 11), '') + '\n'

    def _expand_help(self, action):
        values = dict(vars(action), prog=self._prog)
        for name in list(values):
            if values[name] is SUPPRESS:
                del values[name]
            elif hasattr(values[name], '__name__'):
                values[name] = values[name].__name__
        if values.get('choices') is not None:
            values['choices'] = ', '.join([str(c) for c in values['choices']])
        return self._get_help_string(action) % values

    def _get_help_string(self, action):
        return action.help

    def _split_lines(self, text, width):
        import textwrap
        return textwrap.wrap(' '.join(text.split()), width)

    def _fill_text(self, text, width, indent):
        import textwrap
        return textwrap.fill(' '.join(text.split()), width, initial_indent=indent, subsequent_indent=indent)


def _pieces(text):
    """The parts of a group's usage between which a line may be broken."""
    parts, depth, start = [], 0, 0
    opening = text[:1] in '[(' and text[:1] != ''
    for i, c in enumerate(text):
        if c in '[(':
            depth += 1
        elif c in '])':
            depth -= 1
        elif c == ' ' and depth <= (1 if opening else 0) and i + 1 < len(text):
            previous = text[start:i]
            if text[i + 1] == '|' or previous == '|' or previous.endswith('|'):
                parts.append(previous)
                start = i + 1
    parts.append(text[start:])
    return [p for p in parts if p]


class RawDescriptionHelpFormatter(HelpFormatter):
    """Keeps the lines of descriptions."""

    def _fill_text(self, text, width, indent):
        return ''.join([indent + line for line in text.splitlines(keepends=True)])


class RawTextHelpFormatter(RawDescriptionHelpFormatter):
    """Keeps the lines of all texts."""

    def _split_lines(self, text, width):
        return text.splitlines()


class ArgumentDefaultsHelpFormatter(HelpFormatter):
    """Adds the defaults to the help of arguments."""

    def _get_help_string(self, action):
        text = action.help or ''
        if '%(default)' not in text and action.default is not SUPPRESS:
            if action.option_strings or action.nargs in (OPTIONAL, ZERO_OR_MORE):
                text += ' (default: %(default)s)'
        return text


class MetavarTypeHelpFormatter(HelpFormatter):
    """Names arguments by their types."""

    def _default_metavar_for_optional(self, action):
        return action.type.__name__

    def _default_metavar_for_positional(self, action):
        return action.type.__name__

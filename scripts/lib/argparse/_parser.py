"""The parser of a command's arguments."""

import sys
from argparse._actions import _SubParsers
from argparse._errors import (
    ArgumentError, ArgumentTypeError, Namespace, OPTIONAL, PARSER, REMAINDER, SUPPRESS, ZERO_OR_MORE)
from argparse._formatters import HelpFormatter
from argparse._groups import _Group
from argparse._reading import _Reading

__name__ = 'argparse'


class ArgumentParser(_Group):
    """Reads command lines."""

    def __repr__(self):
        names = 'prog', 'usage', 'description', 'formatter_class', 'conflict_handler', 'add_help'
        return f'{type(self).__name__}({", ".join([f"{name}={getattr(self, name)!r}" for name in names])})'

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
        values = [self._value(action, t) for t in texts]
        if action.nargs == REMAINDER:
            return values
        if action.nargs == PARSER:
            self._check(action, values[0])
            return values
        if action.nargs == SUPPRESS:
            return SUPPRESS
        for value in values:
            self._check(action, value)
        return values

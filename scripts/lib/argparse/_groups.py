"""Groups of arguments."""

from argparse._actions import _actions
from argparse._errors import ArgumentError, OPTIONAL, REMAINDER, SUPPRESS, ZERO_OR_MORE

__name__ = 'argparse'


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
            action.default = kwargs.get(action.dest, action.default)

    def get_default(self, dest):
        """The default of an argument."""
        own = [action.default for action in self._actions if action.dest == dest and action.default is not None]
        return own[0] if own else self._defaults.get(dest)

    def add_argument(self, *args, **kwargs):
        """Adds an argument: a name, or the texts of an option."""
        if not args or len(args) == 1 and args[0][0] not in self.prefix_chars:
            if args and 'dest' in kwargs:
                raise ValueError('dest supplied twice for positional argument')
            kwargs = self._positional(*args, **kwargs)
        else:
            kwargs = self._optional(*args, **kwargs)
        if 'default' not in kwargs:
            if kwargs['dest'] in self._defaults or self.argument_default is not None:
                kwargs['default'] = self._defaults.get(kwargs['dest'], self.argument_default)
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

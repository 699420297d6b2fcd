"""How the arguments of a command are read."""

from argparse._errors import (
    ArgumentError, ONE_OR_MORE, OPTIONAL, PARSER, REMAINDER, SUPPRESS, ZERO_OR_MORE, _argument_name)

__name__ = 'argparse'


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

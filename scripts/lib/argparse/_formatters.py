"""The text of `--help`."""

from argparse._errors import ONE_OR_MORE, OPTIONAL, PARSER, REMAINDER, SUPPRESS, ZERO_OR_MORE

__name__ = 'argparse'


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

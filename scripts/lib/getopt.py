"""Options of command lines, as C's getopt reads them."""

__all__ = ['GetoptError', 'error', 'getopt', 'gnu_getopt']


class GetoptError(Exception):
    """A wrong option."""

    def __init__(self, msg, opt=''):
        self.msg = msg
        self.opt = opt
        Exception.__init__(self, msg, opt)

    def __str__(self):
        return self.msg


error = GetoptError


def getopt(args, shortopts, longopts=[]):
    """The options with their values, and what follows them."""
    longopts = [longopts] if isinstance(longopts, str) else list(longopts)
    found = []
    while args and args[0].startswith('-') and args[0] != '-':
        if args[0] == '--':
            args = args[1:]
            break
        args = _one(found, args, shortopts, longopts)
    return found, args


def gnu_getopt(args, shortopts, longopts=[]):
    """The same, with options between the other arguments too."""
    longopts = [longopts] if isinstance(longopts, str) else list(longopts)
    found, others = [], []
    import os
    all_first = shortopts.startswith('+')
    if all_first:
        shortopts = shortopts[1:]
    all_first = all_first or bool(os.environ.get('POSIXLY_CORRECT'))
    while args:
        if args[0] == '--':
            others += args[1:]
            break
        if args[0][:1] == '-' and args[0] != '-':
            args = _one(found, args, shortopts, longopts)
        elif all_first:
            others += args
            break
        else:
            others.append(args[0])
            args = args[1:]
    return found, others


def _one(found, args, shortopts, longopts):
    if args[0][:2] == '--':
        return _long(found, args[0][2:], longopts, args[1:])
    return _short(found, args[0][1:], shortopts, args[1:])


def _long(found, text, longopts, args):
    name, sign, value = text.partition('=')
    value = value if sign else None
    fitting = [option for option in longopts if option.startswith(name)]
    if not fitting:
        raise GetoptError('option --%s not recognized' % name, name)
    if name in fitting:
        takes = False
    elif name + '=' in fitting:
        takes = True
    else:
        if len(fitting) > 1:
            raise GetoptError('option --%s not a unique prefix' % name, name)
        takes = fitting[0].endswith('=')
        name = fitting[0].rstrip('=')
    if takes:
        if value is None:
            if not args:
                raise GetoptError('option --%s requires argument' % name, name)
            value, args = args[0], args[1:]
    elif value is not None:
        raise GetoptError('option --%s must not have an argument' % name, name)
    found.append(('--' + name, value or ''))
    return args


def _short(found, text, shortopts, args):
    while text:
        letter, text = text[0], text[1:]
        place = shortopts.find(letter)
        if place < 0 or letter == ':':
            raise GetoptError('option -%s not recognized' % letter, letter)
        value = ''
        if shortopts.startswith(':', place + 1):
            if not text:
                if not args:
                    raise GetoptError('option -%s requires argument' % letter, letter)
                text, args = args[0], args[1:]
            value, text = text, ''
        found.append(('-' + letter, value))
    return args

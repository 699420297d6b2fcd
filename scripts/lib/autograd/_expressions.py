"""Texts of expressions taken apart: names, commas, brackets and operators outside strings, and how tightly they
bind."""

import re

# A name in a text.
word_pattern = re.compile(r'[A-Za-z_][A-Za-z_0-9]*')


def outside_strings(text):
    """The places and characters outside strings, with the number of brackets around each; a bracket is inside its own
    only where it closes."""
    depth, quote, place = 0, '', 0
    while place < len(text):
        character = text[place]
        if quote:
            if character == '\\':
                place += 1
            elif character == quote:
                quote = ''
        elif character in '"\'':
            quote = character
        else:
            yield place, character, depth
            if character in '([{':
                depth += 1
            elif character in ')]}':
                depth -= 1
        place += 1


def top_level(text):
    """The places and characters outside brackets and strings."""
    for place, character, depth in outside_strings(text):
        if depth == 0 and character not in '([{)]}':
            yield place, character


def split_commas(text):
    parts, start = [], 0
    for place, character in top_level(text):
        if character == ',':
            parts.append(text[start:place].strip())
            start = place + 1
    rest = text[start:].strip()
    return parts + ([rest] if rest else [])


def stripped(text):
    """Without brackets around the whole."""
    text = text.strip()
    while text.startswith('(') and text.endswith(')') and not list(top_level(text)) and ',' not in text:
        text = text[1:-1].strip()
    return text


def split_binary(text, operator):
    """The texts left and right of the operator that is computed last; None where it is another one."""
    text = stripped(text)
    found = None
    for place, character in top_level(text):
        if text[place:place + len(operator)] != operator:
            continue
        if operator == '*' and (text[place:place + 2] == '**' or text[place - 1:place] == '*'):
            continue
        if operator == '/' and (text[place:place + 2] == '//' or text[place - 1:place] == '/'):
            continue
        if operator in '+-':
            before = text[:place].rstrip()
            if not before or before[-1] in '+-*/%@(,=<>&|^':
                continue
            if before[-1] in 'eE' and re.search(r'(^|[^A-Za-z_0-9])[0-9.]+[eE]$', before):
                continue
        found = place
        if operator == '**':
            break
    if found is None:
        return None
    return text[:found].strip(), text[found + len(operator):].strip()


def split_last_bracket(text, opening):
    """The text before the bracket that ends the text, and inside it."""
    text = text.strip()
    closing = {'(': ')', '[': ']'}[opening]
    if not text.endswith(closing):
        return None
    found = None
    for place, character, depth in outside_strings(text):
        if depth == 0 and character in '([{':
            found = place
    return (text[:found], text[found + 1:-1]) if found is not None and text[found] == opening else None


def stripped_list(text):
    text = text.strip()
    return text[1:-1] if text[:1] in '[(' and text[-1:] in '])' else text


def binding(text):
    """How tightly an expression binds: 1 a sum, 2 a product, 2.5 a sign, 3 a power, 4 a name, a call or a bracket."""
    text = text.strip()
    if re.match(r'^[A-Za-z_0-9.]+$', text) or stripped(text) != text:
        return 4
    for operator in (' if ', ' or ', ' and ', ' not ', '==', '!=', '<', '>', '&', '|'):
        for place, _ in top_level(text):
            if text[place:place + len(operator)] == operator:
                return 0
    if split_binary(text, '+') or split_binary(text, '-') and split_binary(text, '-')[0]:
        return 1
    if split_binary(text, '*') or split_binary(text, '/') or split_binary(text, '@') or split_binary(text, '%'):
        return 2
    if text[:1] in '+-~':
        return 2.5
    if split_binary(text, '**'):
        return 3
    return 4


def axis_text(axes):
    return str(axes[0]) if len(axes) == 1 else str(tuple(axes))

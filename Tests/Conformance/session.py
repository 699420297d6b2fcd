"""Runs examples and prints what each of them printed: by Python and by `nn` alike.

    session.py SESSIONS

SESSIONS is a JSON file: a list of [name, setup, [source, …]]. For each a line is printed: [name, [text, …]].
"""
import io
import json
import sys
import warnings


def run(setup, sources):
    """The text that each source prints, an error as its last line."""
    scope = {'__name__': '__main__', '__builtins__': __builtins__}
    exec(setup, scope)
    texts = []
    for source in sources:
        stdout, sys.stdout = sys.stdout, io.StringIO()
        try:
            exec(compile(source, '<example>', 'single'), scope)
            text = sys.stdout.getvalue()
        except KeyboardInterrupt:
            raise
        except BaseException as error:
            name, message = type(error).__name__, str(error)
            text = sys.stdout.getvalue() + f'! {name}: {message}' if message else f'! {name}'
        finally:
            sys.stdout = stdout
        texts.append(text)
    return texts


with open(sys.argv[1]) as file:
    sessions = json.load(file)
warnings.simplefilter('ignore')
for name, setup, sources in sessions:
    print(json.dumps([name, run(setup, sources)]), flush=True)

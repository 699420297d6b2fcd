"""`-m json.tool [INFILE [OUTFILE]]`: shows JSON with one item a line."""

import argparse
import json
import sys


def main():
    parser = argparse.ArgumentParser(prog='json.tool')
    parser.add_argument('infile', nargs='?')
    parser.add_argument('outfile', nargs='?')
    parser.add_argument('--sort-keys', action='store_true')
    parser.add_argument('--no-ensure-ascii', dest='ensure_ascii', action='store_false')
    parser.add_argument('--json-lines', action='store_true')
    parser.add_argument('--indent', type=int, default=4)
    parser.add_argument('--compact', action='store_true')
    options = parser.parse_args()
    try:
        text = open(options.infile).read() if options.infile and options.infile != '-' else sys.stdin.read()
        values = [json.loads(line) for line in text.splitlines()] if options.json_lines else [json.loads(text)]
    except ValueError as error:
        raise SystemExit(error)
    style = {'indent': None, 'separators': (',', ':')} if options.compact else {'indent': options.indent}
    shown = ''.join(json.dumps(value, sort_keys=options.sort_keys, ensure_ascii=options.ensure_ascii, **style) + '\n'
                    for value in values)
    if options.outfile:
        with open(options.outfile, 'w') as file:
            file.write(shown)
    else:
        sys.stdout.write(shown)


if __name__ == '__main__':
    main()

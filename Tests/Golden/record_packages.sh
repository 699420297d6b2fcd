#!/bin/sh
# Records what CPython answers to the programs of packages/: main.out, and for one that fails main.err (its exit code and
# the last line of its errors, paths without their folder).
cd "$(dirname "$0")/packages"
for folder in *; do
  [ -f "$folder/main.py" ] || continue
  errors=$(mktemp)
  PYTHONDONTWRITEBYTECODE=1 python3 "$folder/main.py" > "$folder/main.out" 2> "$errors"
  code=$?
  rm -f "$folder/main.err"
  [ $code = 0 ] || { echo $code; tail -1 "$errors" | sed "s|$PWD/||"; } > "$folder/main.err"
done

#!/bin/sh
# record.sh BINARY: runs the golden programs with an interpreter that counts how often each piece of its code runs, and stores
# the counts in scripts/profile/nn.profdata. `make profile` builds that interpreter first.
set -eu
cd "$(dirname "$0")/../.."
root=$PWD
nn=$root/$1
counts=$root/.build-profile/counts
profdata=$(clang -print-prog-name=llvm-profdata)

rm -rf "$counts"
mkdir -p "$counts"
gather() { # gather NAME: one file instead of those that the programs have left
  "$profdata" merge -sparse -o "$counts/$1.profdata" "$counts"/*.profraw
  rm "$counts"/*.profraw
}
cd Tests/Golden/programs
number=0
for program in *.py; do
  LLVM_PROFILE_FILE="$counts/%p.profraw" timeout 60 "$nn" "$program" < /dev/null > /dev/null 2>&1 || true
  number=$((number + 1))
  if [ $((number % 40)) = 0 ]; then gather $number; fi
done
if [ $((number % 40)) != 0 ]; then gather rest; fi
cd "$root"

# Without outlined copies (WO…) and accessors of witness tables (Wl, WL): each object file has them anew, under one name, and
# their counts are added up once for each.
"$profdata" merge -sparse --no-function='(WO[a-z]_?[0-9]*_?|W[lL])$' -o scripts/profile/nn.profdata "$counts"/*.profdata
echo "profile: counts of $number programs in scripts/profile/nn.profdata"

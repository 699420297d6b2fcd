#!/bin/sh
# Builds an interpreter that counts how often each piece of its code runs, runs the golden programs with it, and stores the
# counts in scripts/profile/nn.profdata: by them the optimiser lays out release builds. A function that has changed since is
# built without them, which for the machine's loop costs a tenth of its speed.
set -eu
cd "$(dirname "$0")/../.."
root=$PWD
folder=$root/.build-profile
profdata=$(clang -print-prog-name=llvm-profdata)

NN_PROFILE=record swift build -c release --static-swift-stdlib --scratch-path "$folder" --product nn

counts=$folder/counts
rm -rf "$counts"
mkdir -p "$counts"
gather() { # gather NAME: one file instead of those that the programs have left
  "$profdata" merge -sparse -o "$counts/$1.profdata" "$counts"/*.profraw
  rm "$counts"/*.profraw
}
cd Tests/Golden/programs
number=0
for program in *.py; do
  LLVM_PROFILE_FILE="$counts/%p.profraw" timeout 60 "$folder/release/nn" "$program" < /dev/null > /dev/null 2>&1 || true
  number=$((number + 1))
  if [ $((number % 40)) = 0 ]; then gather $number; fi
done
gather rest
cd "$root"

# Without the small functions that each object file has anew: their counts are added up once for each.
"$profdata" merge -sparse --no-function='(WO[a-z]_?[0-9]*_?|W[lL])$' -o scripts/profile/nn.profdata "$counts"/*.profdata
# The compiler keeps an object file whose source has not changed, whatever its flags say.
rm -f .build/release/NN*.build/*.o
echo "profile: counts of $number programs in scripts/profile/nn.profdata"

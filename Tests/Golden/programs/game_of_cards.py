import random
from collections import Counter
from itertools import combinations

RANKS = "23456789TJQKA"
SUITS = "♠♥♦♣"


class Card:
    def __init__(self, text):
        self.rank, self.suit = RANKS.index(text[0]), text[1]

    def __repr__(self):
        return RANKS[self.rank] + self.suit

    def __lt__(self, other):
        return (self.rank, self.suit) < (other.rank, other.suit)

    def __eq__(self, other):
        return (self.rank, self.suit) == (other.rank, other.suit)

    def __hash__(self):
        return hash((self.rank, 7))


def rank(hand):
    ranks = sorted((c.rank for c in hand), reverse=True)
    counts = sorted(Counter(ranks).items(), key=lambda kv: (-kv[1], -kv[0]))
    shape = [n for _, n in counts]
    flush = len({c.suit for c in hand}) == 1
    straight = len(set(ranks)) == 5 and ranks[0] - ranks[4] == 4
    order = [r for r, _ in counts]
    if straight and flush:
        return "straight flush", 8, order
    if shape[0] == 4:
        return "four", 7, order
    if shape == [3, 2]:
        return "full house", 6, order
    if flush:
        return "flush", 5, order
    if straight:
        return "straight", 4, order
    if shape[0] == 3:
        return "three", 3, order
    if shape == [2, 2, 1]:
        return "two pairs", 2, order
    return ("pair", 1, order) if shape[0] == 2 else ("high card", 0, order)


def hand(text):
    return [Card(t) for t in text.split()]


for text in ("T♠ J♠ Q♠ K♠ A♠", "9♠ 9♥ 9♦ 9♣ 2♠", "3♠ 3♥ 3♦ K♣ K♠", "2♠ 5♠ 9♠ J♠ A♠", "4♠ 5♥ 6♦ 7♣ 8♠", "2♠ 2♥ 5♦ 5♣ K♠", "2♠ 2♥ 5♦ 7♣ K♠", "2♠ 4♥ 5♦ 7♣ K♠"):
    print(text, *rank(hand(text)))
rng = random.Random(12)
deck = [Card(r + s) for r in RANKS for s in SUITS]
rng.shuffle(deck)
seven = deck[:7]
best = max(combinations(seven, 5), key=lambda h: rank(h)[1:])
print(seven, sorted(best), rank(best)[0])
tally = Counter(rank(rng.sample(deck, 5))[0] for _ in range(300))
print(sorted(tally.items(), key=lambda kv: (-kv[1], kv[0])))
print(len(set(deck)), min(deck), max(deck), Card("A♠") in deck)

class Guesser:
    """Plays by bisection; the answers come through send()."""

    def __init__(self, low, high):
        self.low, self.high = low, high

    def play(self):
        low, high = self.low, self.high
        attempts = 0
        while low <= high:
            guess = (low + high) // 2
            attempts += 1
            answer = yield guess
            if answer == "correct":
                return attempts
            elif answer == "higher":
                low = guess + 1
            elif answer == "lower":
                high = guess - 1
            else:
                raise ValueError(f"what is {answer!r}?")
        raise RuntimeError("you cheated")


def referee(secret, low=1, high=100):
    game = Guesser(low, high).play()
    guess = next(game)
    trail = [guess]
    while True:
        answer = "correct" if guess == secret else "higher" if guess < secret else "lower"
        try:
            guess = game.send(answer)
        except StopIteration as done:
            return done.value, trail
        trail.append(guess)


for secret in (50, 1, 100, 37):
    print(secret, *referee(secret))
game = Guesser(1, 3).play()
next(game)
try:
    while True:
        print(game.send("higher"))
except RuntimeError as e:
    print(type(e).__name__, e)
game = Guesser(1, 9).play()
next(game)
try:
    game.send("maybe")
except ValueError as e:
    print(e)
print(next(game, "finished"))
worst = max(range(1, 101), key=lambda s: referee(s)[0])
print(referee(worst)[0], sum(referee(s)[0] for s in range(1, 101)) / 100)

memo = {}


def fib(n):
    if n in memo:
        return memo[n]
    result = n if n < 2 else fib(n - 1) + fib(n - 2)
    memo[n] = result
    return result


print(fib(90))
print(len(memo))
print(sorted(memo)[:5], memo[50])


def ways(amount, coins):
    table = {}

    def count(amount, i):
        if amount == 0:
            return 1
        if amount < 0 or i == len(coins):
            return 0
        key = (amount, i)
        if key not in table:
            table[key] = count(amount - coins[i], i) + count(amount, i + 1)
        return table[key]

    return count(amount, 0), len(table)


print(ways(100, [1, 5, 10, 25, 50]))

def multiply(A, B):
    return [[sum([a * b for a, b in zip(row, col)]) for col in zip(*B)] for row in A]


def power(M, n):
    result = [[int(i == j) for j in range(len(M))] for i in range(len(M))]
    while n:
        if n % 2:
            result = multiply(result, M)
        M = multiply(M, M)
        n //= 2
    return result


F = [[1, 1], [1, 0]]
for n in [1, 10, 50, 100, 300]:
    print(n, power(F, n)[0][1])
print(multiply([[1, 2], [3, 4]], [[5], [6]]))


def determinant(M):
    if len(M) == 1:
        return M[0][0]
    return sum([(-1) ** j * M[0][j] * determinant([r[:j] + r[j + 1:] for r in M[1:]]) for j in range(len(M))])


print(determinant([[2, 0, 1], [1, 3, 2], [1, 1, 1]]), determinant([[1, 2], [3, 4]]))
pascal = [[1]]
for _ in range(8):
    row = pascal[-1]
    pascal.append([1] + [a + b for a, b in zip(row, row[1:])] + [1])
for row in pascal:
    print(" ".join(map(str, row)).center(30).rstrip())

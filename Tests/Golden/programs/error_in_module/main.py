import worker

print(worker.work([1, 2, 3]))
worker.work([1, 0])

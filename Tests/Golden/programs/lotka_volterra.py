import numpy as np

state = np.array([10.0, 5.0])
dt = 0.01
for i in range(1001):
    prey, predator = state
    if i % 200 == 0:
        print("%5.2f %9.5f %9.5f" % (i * dt, prey, predator))
    state = state + dt * np.array([1.1 * prey - 0.4 * prey * predator, 0.1 * prey * predator - 0.4 * predator])

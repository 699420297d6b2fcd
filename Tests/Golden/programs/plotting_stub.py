import matplotlib.pyplot as plt
import numpy as np

plt.rcParams["image.cmap"] = "gray"
x = np.linspace(0, 1, 5)
fig = plt.figure()
plt.plot(x, x ** 2, label="square")
plt.scatter(x, x, c=x, s=40, cmap=plt.cm.Spectral)
plt.xlabel("x")
plt.ylabel("y")
plt.title("a title")
plt.legend()
plt.xlim([0, 1])
plt.ylim(0, 1)
plt.xticks(())
plt.contourf(np.zeros((2, 2)), np.zeros((2, 2)), np.eye(2), cmap=plt.cm.Paired, alpha=0.8)
plt.show()
print("plotted", x)

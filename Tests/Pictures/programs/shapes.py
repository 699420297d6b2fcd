import matplotlib.pyplot as plt
from matplotlib.patches import Circle, Polygon, Rectangle
fig, ax = plt.subplots()
ax.add_patch(Circle((0.5, 0.5), 0.3, color='g', alpha=0.5))
ax.add_patch(Rectangle((0.1, 0.1), 0.3, 0.2, fill=False, lw=2))
ax.add_patch(Polygon([[0.6, 0.1], [0.9, 0.2], [0.7, 0.4]], facecolor='orange', edgecolor='k'))
ax.set_aspect('equal')
ax.spines['top'].set_visible(False)
ax.spines['right'].set_visible(False)

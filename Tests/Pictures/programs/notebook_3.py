import matplotlib.pyplot as plt
from notebook_data import plot_model
plot_model(plt, 1)

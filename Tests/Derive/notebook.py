"""The loss of the notebook: a hidden layer, softmax and log loss, with regularization."""
import numpy as np
from check import show
np.random.seed(0)
m, n, h, num_classes = 12, 2, 5, 3
X = np.random.randn(m, n); y = np.random.randint(0, 3, m)
lambda_val = 1e-3
def relu(z):
    return np.maximum(0, z)
W1 = 0.01 * np.random.randn(n,h)
b1 = np.zeros((1,h))
W2 = 0.01 * np.random.randn(h,num_classes)
b2 = np.zeros((1,num_classes))
def compute_loss(params):
    W1, b1, W2, b2 = params

    # Compute scores
    hidden = relu(np.dot(X, W1) + b1)
    scores = np.dot(hidden, W2) + b2

    # Compute probabilities
    exp_scores = np.exp(scores)
    probs = exp_scores / np.sum(exp_scores, axis=1, keepdims=True)

    # Compute cross-entropy loss
    logprob_correct_class = -np.log(probs[range(m),y])
    data_loss = np.sum(logprob_correct_class)/m # cross-entropy

    # Compute regularization loss
    reg_loss = 0.5 * lambda_val * (np.sum(W1*W1) + np.sum(W2*W2))
    return data_loss + reg_loss
show(compute_loss, (W1, b1, W2, b2))

# A point at the origin, whose hidden units are all at the kink: grad gives each side a half.
X[0] = 0
show(compute_loss, (W1, b1, W2, b2))

# ~ 1e-9 1e-11
"""The notebook's cell that trains by gradients: its losses."""
import autograd.numpy as np
from autograd import grad
np.random.seed(0)
m=300;n=2;num_classes=3
X = np.zeros((m,n)); y = np.zeros(m, dtype='uint8')
N=100
for j in range(3):
    ix = range(N*j,N*(j+1))
    r = np.linspace(0.0,1,N)
    t = np.linspace(j*4,(j+1)*4,N) + np.random.randn(N)*0.2
    X[ix] = np.c_[r*np.sin(t), r*np.cos(t)]
    y[ix] = j
def relu(z): return np.maximum(0, z)
h=100
W1 = 0.01 * np.random.randn(n,h)
b1 = np.zeros((1,h))
W2 = 0.01 * np.random.randn(h,num_classes)
b2 = np.zeros((1,num_classes))
iters = 2001
step_size = 1e-0
lambda_val = 1e-3
def compute_loss(params):
    W1, b1, W2, b2 = params
    hidden = relu(np.dot(X, W1) + b1)
    scores = np.dot(hidden, W2) + b2
    exp_scores = np.exp(scores)
    probs = exp_scores / np.sum(exp_scores, axis=1, keepdims=True)
    logprob_correct_class = -np.log(probs[range(m),y])
    data_loss = np.sum(logprob_correct_class)/m # cross-entropy
    reg_loss = 0.5 * lambda_val * (np.sum(W1*W1) + np.sum(W2*W2))
    return data_loss + reg_loss
gradient = grad(compute_loss)
for i in range(iters):
    loss = compute_loss((W1, b1, W2, b2))
    if i % 1000 == 0:
        print("iteration %d: loss %.15f" % (i, loss))
    dW1, db1, dW2, db2 = gradient((W1, b1, W2, b2))
    W1 += -step_size * dW1
    b1 += -step_size * db1
    W2 += -step_size * dW2
    b2 += -step_size * db2

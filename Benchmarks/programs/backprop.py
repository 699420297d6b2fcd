# The notebook's backprop loop, as the notebook writes it: 2000 iterations.
# ~ 1e-9
import time

import numpy as np

np.random.seed(0)
n = 2 # dimensionality
points_per_class = 100 # number of points per class
num_classes = 3 # number of classes
m = points_per_class*num_classes
X = np.zeros((m,n))
y = np.zeros(m, dtype='uint8')
for j in range(num_classes):
    inds = range(points_per_class*j, points_per_class*(j+1))
    # Generate radius and angle for each point
    r = np.linspace(0.0, 1, points_per_class) # radius
    t = np.linspace(j*4,(j+1)*4,points_per_class) + np.random.randn(points_per_class)*0.2 # theta
    X[inds] = np.c_[r*np.sin(t), r*np.cos(t)]
    y[inds] = j # class label

# ReLU: "rectified linear unit" nonlinearity
def relu(z):
    return np.maximum(0, z)

# Derivative of relu wrt its input (for backprop)
def relu_prime(z):
    d = np.zeros_like(z)
    d[z > 0] = 1.
    return d

# Initialize parameters randomly
h = 100 # size of hidden layer
W1 = 0.01 * np.random.randn(n,h)
b1 = np.zeros((1,h))
W2 = 0.01 * np.random.randn(h,num_classes)
b2 = np.zeros((1,num_classes))

# Select hyperparameters
iters = 2000
step_size = 1e-0
lambda_val = 1e-3 # regularization strength

# Select nonlinearity
g = relu
g_prime = relu_prime

# Gradient descent loop
start = time.perf_counter()
for i in range(iters):
    '''
    FORWARD PROPAGATION
    '''
    # Compute class scores
    hidden_layer = g(np.dot(X, W1) + b1) # shape (m, h)
    scores = np.dot(hidden_layer, W2) + b2 # shape (m, num_classes)

    # Compute class probabilities
    exp_scores = np.exp(scores) # shape (m, num_classes)
    probs = exp_scores / np.sum(exp_scores, axis=1, keepdims=True)

    # Compute the loss function
    logprob_correct_class = -np.log(probs[range(m),y])
    data_loss = np.sum(logprob_correct_class)/m # cross-entropy
    reg_loss = 0.5 * lambda_val * (np.sum(W1*W1) + np.sum(W2*W2)) # regularization
    loss = data_loss + reg_loss # total

    # Print diagnostic
    if i % 500 == 0:
        print("iteration %d: loss %f" % (i, loss))

    '''
    BACKWARD PROPAGATION
    '''
    # Compute gradient of cross-entropy wrt class scores
    dscores = probs
    dscores[range(m),y] -= 1
    dscores /= m

    # Now backpropagate to get gradient of cross-entropy wrt parameters (W2,b2)
    # and hidden layer outputs
    dW2 = np.dot(hidden_layer.T, dscores)
    db2 = np.sum(dscores, axis=0)
    dhidden = np.dot(dscores, W2.T)

    # Backprop through the nonlinearity
    dhidden = dhidden * g_prime(hidden_layer)

    # Backprop to (W1,b1)
    dW1 = np.dot(X.T, dhidden)
    db1 = np.sum(dhidden, axis=0)

    # Add regularization gradient contribution
    dW2 += lambda_val * W2
    dW1 += lambda_val * W1

    '''
    UPDATE PARAMETERS
    '''
    # perform a parameter update
    W1 += -step_size * dW1
    b1 += -step_size * db1
    W2 += -step_size * dW2
    b2 += -step_size * db2

seconds = time.perf_counter() - start
print("loss %f" % loss)
print("seconds", seconds)

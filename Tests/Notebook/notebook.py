# A bit of setup
import numpy as np
import matplotlib.pyplot as plt
plt.rcParams['image.interpolation'] = 'nearest'
plt.rcParams['image.cmap'] = 'gray'
# for auto-reloading extenrnal modules
# see http://stackoverflow.com/questions/1907993/autoreload-of-modules-in-ipython

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
fig = plt.figure()
plt.scatter(X[:, 0], X[:, 1], c=y, s=40, cmap=plt.cm.Spectral)
plt.xlim([-1,1])
plt.ylim([-1,1])

h = 0.05
x_min, x_max = X[:, 0].min() - 1, X[:, 0].max() + 1
y_min, y_max = X[:, 1].min() - 1, X[:, 1].max() + 1
xx, yy = np.meshgrid(np.arange(x_min, x_max, h),
                     np.arange(y_min, y_max, h))
X_test = np.c_[xx.ravel(), yy.ravel()]

def plot_model(scores):
    # Put the result into a color plot
    Z = scores.reshape(xx.shape)
    plt.contourf(xx, yy, Z, cmap=plt.cm.Paired, alpha=0.8)
    # Plot also the training points
    plt.scatter(X[:, 0], X[:, 1], c=y, cmap=plt.cm.Paired)
    plt.xlabel('x1')
    plt.ylabel('x2')
    plt.xlim(xx.min(), xx.max())
    plt.ylim(yy.min(), yy.max())
    plt.xticks(())
    plt.yticks(())

# ReLU: "rectified linear unit" nonlinearity
def relu(z):
    return np.maximum(0, z)

# Derivative of relu wrt its input (for backprop)
def relu_prime(z):
    d = np.zeros_like(z)
    d[z > 0] = 1.
    return d

# Logistic function (aka "sigmoid") nonlinearity
def logistic(z):
    return 1./(1+np.exp(-z))

# Derivative of logistic function wrt its input
def logistic_prime(z):
    p = logistic(z)
    return p*(1-p)

# Initialize parameters randomly
h = 100 # size of hidden layer
W1 = 0.01 * np.random.randn(n,h)
b1 = np.zeros((1,h))
W2 = 0.01 * np.random.randn(h,num_classes)
b2 = np.zeros((1,num_classes))

# Select hyperparameters
iters = 10000
step_size = 1e-0
lambda_val = 1e-3 # regularization strength

# Select nonlinearity
g = relu
g_prime = relu_prime
#g = logistic
#g_prime = logistic_prime

# Gradient descent loop
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
    if i % 1000 == 0:
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

def predict(X):
    hidden_layer = g(np.dot(X, W1) + b1)
    scores = np.dot(hidden_layer, W2) + b2
    pred = np.argmax(scores, axis=1)
    return pred

plot_model(predict(X_test))

# Initialize parameters randomly
W = 0.01 * np.random.randn(n, num_classes)
b = np.zeros((1,num_classes))

# Gradient descent loop
iters = 200
step_size = 1e-0
lambda_val = 1e-3 # regularization strength
for i in range(iters):
    '''
    FORWARD PROPAGATION
    '''
    # Compute class probabilities
    scores = np.dot(X, W) + b # shape (m, num_classes)
    exp_scores = np.exp(scores) # shape (m, num_classes)
    probs = exp_scores / np.sum(exp_scores, axis=1, keepdims=True) # shape (m, num_classes)

    # Compute the loss function
    logprob_correct_class = -np.log(probs[range(m),y])
    data_loss = np.sum(logprob_correct_class)/m # cross-entropy
    reg_loss = 0.5 * lambda_val * np.sum(W*W) # regularization
    loss = data_loss + reg_loss # total

    # Print diagnostic
    if i % 10 == 0:
        print("iteration %d: loss %f" % (i, loss))

    '''
    BACKWARD PROPAGATION
    '''
    # Compute gradient of cross-entropy wrt class scores
    dscores = probs
    dscores[range(m),y] -= 1
    dscores /= m # shape (m, num_classes)

    # Now backpropate get gradient of cross-entropy wrt parameters (W,b)
    dW = np.dot(X.T, dscores)
    db = np.sum(dscores, axis=0, keepdims=True)

    # Add gradient of regularization term
    dW += lambda_val * W

    '''
    UPDATE PARAMETERS
    '''
    W += -step_size * dW
    b += -step_size * db

# evaluate training set accuracy
scores = np.dot(X, W) + b
predicted_class = np.argmax(scores, axis=1)
print('training accuracy: %.2f' % (np.mean(predicted_class == y)))
scores_test = np.dot(X_test, W) + b
pred = np.argmax(scores_test, axis=1)
plot_model(pred)

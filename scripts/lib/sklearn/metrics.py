"""Scores of predictions."""

import numpy as np


def accuracy_score(y_true, y_pred, *, normalize=True, sample_weight=None):
    """Return the share of predictions that are right."""
    right = np.asarray(y_true) == np.asarray(y_pred)
    if right.ndim > 1:
        right = right.all(axis=1)
    if normalize:
        return float(np.average(right, weights=sample_weight))
    return float(right.sum() if sample_weight is None else np.dot(right, sample_weight))


def confusion_matrix(y_true, y_pred, *, labels=None):
    """Return how often each class was taken for each."""
    y_true, y_pred = np.asarray(y_true), np.asarray(y_pred)
    labels = np.unique(np.concatenate([y_true, y_pred])) if labels is None else np.asarray(labels)
    return np.array([[int(np.sum((y_true == one) & (y_pred == other))) for other in labels] for one in labels])


def mean_squared_error(y_true, y_pred):
    """Return the mean of the squared differences."""
    return float(np.mean((np.asarray(y_true) - np.asarray(y_pred)) ** 2))


def mean_absolute_error(y_true, y_pred):
    """Return the mean of the differences' magnitudes."""
    return float(np.mean(np.abs(np.asarray(y_true) - np.asarray(y_pred))))


def r2_score(y_true, y_pred):
    """Return how much of the variance is explained."""
    y_true, y_pred = np.asarray(y_true, dtype=float), np.asarray(y_pred, dtype=float)
    return float(1 - np.sum((y_true - y_pred) ** 2) / np.sum((y_true - np.mean(y_true)) ** 2))

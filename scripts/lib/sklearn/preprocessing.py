"""Data on other scales."""

import numpy as np


class StandardScaler:
    """Scale columns to mean 0 and variance 1."""

    def __init__(self, *, copy=True, with_mean=True, with_std=True):
        self.copy, self.with_mean, self.with_std = copy, with_mean, with_std

    def fit(self, X, y=None):
        """Learn the means and variances."""
        X = np.asarray(X, dtype=float)
        self.mean_ = X.mean(axis=0)
        self.var_ = X.var(axis=0)
        self.scale_ = np.where(self.var_ == 0, 1.0, np.sqrt(self.var_))
        self.n_features_in_ = X.shape[1]
        self.n_samples_seen_ = X.shape[0]
        return self

    def transform(self, X):
        """Return scaled data."""
        X = np.array(X, dtype=float)
        if self.with_mean:
            X -= self.mean_
        if self.with_std:
            X /= self.scale_
        return X

    def fit_transform(self, X, y=None):
        """Learn, and return scaled data."""
        return self.fit(X).transform(X)

    def inverse_transform(self, X):
        """Return data on their old scale."""
        X = np.array(X, dtype=float)
        if self.with_std:
            X *= self.scale_
        if self.with_mean:
            X += self.mean_
        return X


class MinMaxScaler:
    """Scale columns to a range."""

    def __init__(self, feature_range=(0, 1), *, copy=True, clip=False):
        self.feature_range, self.copy, self.clip = feature_range, copy, clip

    def fit(self, X, y=None):
        """Learn the ranges."""
        X = np.asarray(X, dtype=float)
        self.data_min_, self.data_max_ = X.min(axis=0), X.max(axis=0)
        self.data_range_ = self.data_max_ - self.data_min_
        spread = np.where(self.data_range_ == 0, 1.0, self.data_range_)
        self.scale_ = (self.feature_range[1] - self.feature_range[0]) / spread
        self.min_ = self.feature_range[0] - self.data_min_ * self.scale_
        return self

    def transform(self, X):
        """Return scaled data."""
        X = np.array(X, dtype=float)
        X *= self.scale_
        X += self.min_
        return X

    def fit_transform(self, X, y=None):
        """Learn, and return scaled data."""
        return self.fit(X).transform(X)

    def inverse_transform(self, X):
        """Return data on their old scale."""
        return (np.array(X, dtype=float) - self.min_) / self.scale_

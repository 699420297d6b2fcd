"""Parts of data to train with and to test with."""

import math
import numbers

import numpy as np
from sklearn.utils import check_random_state


def _sizes(n_samples, test_size, train_size, default=0.25):
    if test_size is None and train_size is None:
        test_size = default
    for size, name in ((test_size, 'test_size'), (train_size, 'train_size')):
        if isinstance(size, numbers.Integral) and not isinstance(size, bool):
            if size >= n_samples or size <= 0:
                raise ValueError(
                    f'{name}={size} should be either positive and smaller than the number of samples {n_samples} or a '
                    'float in the (0, 1) range')
        elif size is not None and (size <= 0 or size >= 1):
            raise ValueError(
                f'{name}={size} should be either positive and smaller than the number of samples {n_samples} or a '
                'float in the (0, 1) range')
    if isinstance(train_size, float) and isinstance(test_size, float) and train_size + test_size > 1:
        raise ValueError(f'The sum of test_size and train_size = {train_size + test_size}, should be in the (0, 1) range. '
                         'Reduce test_size and/or train_size.')
    n_test = math.ceil(test_size * n_samples) if isinstance(test_size, float) else test_size
    n_train = math.floor(train_size * n_samples) if isinstance(train_size, float) else train_size
    if train_size is None:
        n_train = n_samples - n_test
    elif test_size is None:
        n_test = n_samples - n_train
    if n_train + n_test > n_samples:
        raise ValueError(f'The sum of train_size and test_size = {n_train + n_test}, should be smaller than the number of '
                         f'samples {n_samples}. Reduce test_size and/or train_size.')
    n_train, n_test = int(n_train), int(n_test)
    if n_train == 0:
        raise ValueError(f'With n_samples={n_samples}, test_size={test_size} and train_size={train_size}, the resulting '
                         'train set will be empty. Adjust any of the aforementioned parameters.')
    return n_train, n_test


def _shares(counts, draws, stream):
    """How many to draw of each class, rounded so that they sum up."""
    exact = counts / counts.sum() * draws
    floored = np.floor(exact)
    missing = int(draws - floored.sum())
    if missing > 0:
        rest = exact - floored
        for value in np.sort(np.unique(rest))[::-1]:
            places, = np.where(rest == value)
            now = min(len(places), missing)
            floored[stream.choice(places, size=now, replace=False)] += 1
            missing -= now
            if missing == 0:
                break
    return floored.astype(int)


def _stratified(y, n_train, n_test, stream):
    y = np.asarray(y)
    classes, numbers_of = np.unique(y, return_inverse=True)
    counts = np.bincount(numbers_of)
    if np.min(counts) < 2:
        raise ValueError('The least populated class in y has only 1 member, which is too few. The minimum number of groups '
                         'for any class cannot be less than 2.')
    if n_train < len(classes):
        raise ValueError(f'The train_size = {n_train} should be greater or equal to the number of classes = {len(classes)}')
    if n_test < len(classes):
        raise ValueError(f'The test_size = {n_test} should be greater or equal to the number of classes = {len(classes)}')
    members = np.split(np.argsort(numbers_of, kind='mergesort'), np.cumsum(counts)[:-1])
    for_train = _shares(counts, n_train, stream)
    for_test = _shares(counts - for_train, n_test, stream)
    train, test = [], []
    for place in range(len(classes)):
        order = members[place].take(stream.permutation(counts[place]), mode='clip')
        train.extend(order[:for_train[place]])
        test.extend(order[for_train[place]:for_train[place] + for_test[place]])
    return stream.permutation(train), stream.permutation(test)


def train_test_split(*arrays, test_size=None, train_size=None, random_state=None, shuffle=True, stratify=None):
    """Split arrays into random parts to train and to test with: train and test of the first, of the second, and so on."""
    if not arrays:
        raise ValueError('At least one array required as input')
    lengths = [len(one) for one in arrays]
    if len(set(lengths)) > 1:
        raise ValueError(f'Found input variables with inconsistent numbers of samples: {lengths}')
    n_train, n_test = _sizes(lengths[0], test_size, train_size)
    if not shuffle:
        if stratify is not None:
            raise ValueError('Stratified train/test split is not implemented for shuffle=False')
        train, test = np.arange(n_train), np.arange(n_train, n_train + n_test)
    else:
        stream = check_random_state(random_state)
        if stratify is not None:
            train, test = _stratified(stratify, n_train, n_test, stream)
        else:
            order = stream.permutation(lengths[0])
            test, train = order[:n_test], order[n_test:n_test + n_train]
    parts = []
    for one in arrays:
        for rows in (train, test):
            parts.append(one[rows] if isinstance(one, np.ndarray) else [one[place] for place in rows.tolist()])
    return parts


class KFold:
    """Split data into folds, each of which is the test part once."""

    def __init__(self, n_splits=5, *, shuffle=False, random_state=None):
        self.n_splits, self.shuffle, self.random_state = n_splits, shuffle, random_state

    def get_n_splits(self, X=None, y=None, groups=None):
        """Return the number of folds."""
        return self.n_splits

    def split(self, X, y=None, groups=None):
        """Yield the places of the train and test part of each fold."""
        count = len(X)
        order = np.arange(count)
        if self.shuffle:
            check_random_state(self.random_state).shuffle(order)
        start = 0
        for place in range(self.n_splits):
            stop = start + count // self.n_splits + (place < count % self.n_splits)
            test = np.zeros(count, dtype=bool)
            test[order[start:stop]] = True
            yield np.arange(count)[~test], np.arange(count)[test]
            start = stop

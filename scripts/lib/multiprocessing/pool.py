"""Pools of processes and threads."""

from multiprocessing import Pool

__all__ = ['Pool', 'ThreadPool']


class ThreadPool(Pool):
    """What makes calls in threads elsewhere."""

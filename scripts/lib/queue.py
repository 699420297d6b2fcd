"""Queues; threads run one after the other, so nothing waits for long."""

import sys

__all__ = ['Empty', 'Full', 'Queue', 'PriorityQueue', 'LifoQueue', 'SimpleQueue']


class Empty(Exception):
    """Raised when there is nothing to get."""


class Full(Exception):
    """Raised when nothing can be put."""


class Queue:
    """First in, first out."""

    def __init__(self, maxsize=0):
        self.maxsize = maxsize
        self.unfinished_tasks = 0
        self._init(maxsize)

    def _init(self, maxsize):
        from collections import deque
        self.queue = deque()

    def _put(self, item):
        self.queue.append(item)

    def _get(self):
        return self.queue.popleft()

    def qsize(self):
        """The number of items."""
        return len(self.queue)

    def empty(self):
        """Whether there are no items."""
        return not self.queue

    def full(self):
        """Whether there is no room."""
        return 0 < self.maxsize <= len(self.queue)

    def put(self, item, block=True, timeout=None):
        """Puts an item."""
        if self.full():
            raise Full
        self._put(item)
        self.unfinished_tasks += 1

    def get(self, block=True, timeout=None):
        """Takes an item."""
        if timeout is not None and block and timeout < 0:
            raise ValueError("'timeout' must be a non-negative number")
        if not self.queue:
            threading = sys.modules.get('threading')
            if block and threading is not None:
                threading._run_waiting()
                if not self.queue and timeout is None and threading._running:
                    # A thread that waits for work which will not come has ended.
                    raise SystemExit
            if not self.queue:
                raise Empty
        return self._get()

    def put_nowait(self, item):
        """Puts an item."""
        self.put(item, block=False)

    def get_nowait(self):
        """Takes an item."""
        return self.get(block=False)

    def task_done(self):
        """Says that an item taken was dealt with."""
        if self.unfinished_tasks <= 0:
            raise ValueError('task_done() called too many times')
        self.unfinished_tasks -= 1

    def join(self):
        """Lets those threads run that are still to do so."""
        if self.unfinished_tasks and 'threading' in sys.modules:
            sys.modules['threading']._run_waiting()


class PriorityQueue(Queue):
    """The least first."""

    def _init(self, maxsize):
        self.queue = []

    def _put(self, item):
        from heapq import heappush
        heappush(self.queue, item)

    def _get(self):
        from heapq import heappop
        return heappop(self.queue)


class LifoQueue(Queue):
    """Last in, first out."""

    def _init(self, maxsize):
        self.queue = []

    def _get(self):
        return self.queue.pop()


class SimpleQueue(Queue):
    """First in, first out, without an end."""

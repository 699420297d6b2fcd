"""One run of a function, as the steps that it took, with the names that its own text gives to values."""

from autograd._recording.steps import Constant, Step, Value, flat, refuse
from autograd._recording.literals import literal_of
from autograd._recording.recording import Recording

"""Progress bars: the same everywhere here."""

from tqdm import tqdm, trange

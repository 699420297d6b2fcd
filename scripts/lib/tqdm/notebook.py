"""Progress bars: the same everywhere here."""

from tqdm.std import tqdm, trange

tqdm_notebook, tnrange, tqdm_auto = tqdm, trange, tqdm

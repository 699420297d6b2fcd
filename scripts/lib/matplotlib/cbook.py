"""Small helpers that programs import."""

from matplotlib._lists import SilentList as silent_list


def flatten(seq, scalarp=lambda x: isinstance(x, (str, bytes)) or not hasattr(x, '__iter__')):
    """The entries of lists within lists."""
    for item in seq:
        if scalarp(item) or item is None:
            yield item
        else:
            yield from flatten(item, scalarp)


def get_sample_data(fname, asfileobj=True):
    raise FileNotFoundError(f'the sample file {fname!r} is not there')


def index_of(y):
    """Places and values of what `plot` is given."""
    import numpy as np
    y = np.atleast_1d(y)
    return np.arange(len(y), dtype=float), y


def is_math_text(s):
    """Whether a text has formulas."""
    dollars = str(s).count('$') - str(s).count('\\$')
    return dollars > 0 and dollars % 2 == 0


def boxplot_stats(X, whis=1.5, bootstrap=None, labels=None, autorange=False):
    """What a box shows of data: a dictionary for each set."""
    import numpy as np
    from matplotlib.axes._statistics import StatisticPlots, _columns
    made = []
    for i, values in enumerate(_columns(X)):
        q1, med, q3 = np.percentile(values, [25, 50, 75])
        low, high = StatisticPlots._whiskers(values, q1, q3, whis)
        made.append({'mean': values.mean(), 'q1': q1, 'med': med, 'q3': q3, 'iqr': q3 - q1, 'whislo': low, 'whishi': high,
                     'fliers': values[(values < low) | (values > high)]})
        if labels is not None:
            made[-1]['label'] = labels[i]
    return made

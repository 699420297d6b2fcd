from .. import AREA_NAMES as names
from ..deep.core import describe as d


def parent_names():
    return names, d.__name__

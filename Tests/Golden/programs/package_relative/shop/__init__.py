from . import catalog
from .orders import total

"""The masked element, `np.ma.masked`."""

import numpy as np
from _numpy.ma.arrays import MaskedArray as _MaskedArray
from _numpy.ma.masks import masked_print_option as _print_option

__name__ = 'numpy.ma'


class MaskedConstant(_MaskedArray):
    """The one masked element, `masked`."""

    _singleton = None

    def __new__(cls):
        if cls._singleton is None:
            data = np.array(0.0)
            mask = np.array(True)
            data.flags.writeable = False
            mask.flags.writeable = False
            made = data.view(cls)
            object.__setattr__(made, '_mask', mask)
            object.__setattr__(made, '_fill_value', None)
            cls._singleton = made
        return cls._singleton

    def __array_wrap__(self, obj, context=None, return_scalar=False):
        return np.asarray(obj).view(_MaskedArray).__array_wrap__(obj, context, return_scalar)

    def __str__(self):
        return str(_print_option._text)

    def __repr__(self):
        return 'masked' if self is MaskedConstant._singleton else np.ndarray.__repr__(self)

    def __format__(self, format_spec):
        return object.__format__(self, format_spec) if not format_spec else str(self).__format__('')

    def __reduce__(self):
        return (type(self), ())

    def __iop__(self, other):
        return self

    __iadd__ = __isub__ = __imul__ = __ifloordiv__ = __itruediv__ = __ipow__ = __iop__

    def copy(self, *args, **kwargs):
        return self

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self

    def __setattr__(self, name, value):
        if MaskedConstant._singleton is None:
            object.__setattr__(self, name, value)
        elif self is MaskedConstant._singleton:
            raise AttributeError(f"attributes of {self!r} are not writeable")
        else:
            object.__setattr__(self, name, value)


masked = MaskedConstant()
masked_singleton = masked

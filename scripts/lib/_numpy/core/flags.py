"""How arrays lie in memory."""

__name__ = 'numpy._core.multiarray'

_NAMES = {
    'C': 'c_contiguous', 'CONTIGUOUS': 'c_contiguous', 'F': 'f_contiguous', 'FORTRAN': 'f_contiguous',
    'O': 'owndata', 'W': 'writeable', 'A': 'aligned', 'X': 'writebackifcopy', 'B': 'behaved', 'CA': 'carray',
    'FA': 'farray',
}


class flagsobj:
    """The flags of one array; `writeable` can be set."""

    def __init__(self, array, c_contiguous, f_contiguous, owndata, writeable):
        self.__dict__.update(
            _array=array, c_contiguous=c_contiguous, f_contiguous=f_contiguous, contiguous=c_contiguous,
            owndata=owndata, aligned=True, writebackifcopy=False, _writeable=writeable)
        self.__dict__['fortran'] = f_contiguous

    @property
    def writeable(self):
        return self._writeable

    @property
    def behaved(self):
        return self._writeable

    @property
    def carray(self):
        return self._writeable and self.c_contiguous

    @property
    def farray(self):
        return self._writeable and self.f_contiguous and not self.c_contiguous

    @property
    def fnc(self):
        return self.f_contiguous and not self.c_contiguous

    @property
    def forc(self):
        return self.f_contiguous or self.c_contiguous

    @property
    def num(self):
        return self.c_contiguous + 2 * self.f_contiguous + 4 * self.owndata + 256 + 1024 * self._writeable

    def __setattr__(self, name, value):
        if name != 'writeable':
            raise AttributeError(f"attribute '{name}' of 'numpy._core.multiarray.flagsobj' objects is not writable")
        self._array.setflags(write=value)
        self.__dict__['_writeable'] = bool(value)

    def __getitem__(self, name):
        if not isinstance(name, str) or not hasattr(self, _NAMES.get(name, name.lower())):
            raise KeyError('Unknown flag')
        return getattr(self, _NAMES.get(name, name.lower()))

    def __setitem__(self, name, value):
        if _NAMES.get(name, name.lower()) != 'writeable':
            raise KeyError('Unknown flag')
        self.writeable = value

    def __eq__(self, other):
        return isinstance(other, flagsobj) and self.num == other.num

    def __repr__(self):
        names = ['C_CONTIGUOUS', 'F_CONTIGUOUS', 'OWNDATA', 'WRITEABLE', 'ALIGNED', 'WRITEBACKIFCOPY']
        return ''.join(f'  {name} : {self[name]}\n' for name in names)

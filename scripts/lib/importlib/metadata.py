"""What is known of installed distributions: of those that come along, their versions."""

__all__ = ['PackageNotFoundError', 'version', 'metadata', 'distributions', 'entry_points', 'files', 'requires']


class PackageNotFoundError(ModuleNotFoundError):
    """A distribution that is not installed."""

    def __str__(self):
        return f'No package metadata was found for {self.args[0]}'


_modules = {'numpy', 'scipy', 'matplotlib', 'autograd', 'tqdm', 'scikit-learn', 'cycler'}


def version(distribution_name):
    """The version of a distribution."""
    if not distribution_name:
        raise ValueError('A distribution name is required.')
    name = distribution_name.lower().replace('_', '-')
    if name in _modules:
        module = __import__({'scikit-learn': 'sklearn'}.get(name, name))
        found = getattr(module, '__version__', None)
        if found is not None:
            return found
    raise PackageNotFoundError(distribution_name)


def metadata(distribution_name):
    """The name and the version."""
    return {'Name': distribution_name, 'Version': version(distribution_name)}


def distributions(**kwargs):
    return iter(())


def entry_points(**params):
    return []


def files(distribution_name):
    version(distribution_name)
    return None


def requires(distribution_name):
    version(distribution_name)
    return None

"""Settings in files: sections of names and values."""

from configparser._errors import (DEFAULTSECT, MAX_INTERPOLATION_DEPTH, DuplicateOptionError, DuplicateSectionError, Error,
                                  InterpolationDepthError, InterpolationError, InterpolationMissingOptionError,
                                  InterpolationSyntaxError, MissingSectionHeaderError, NoOptionError, NoSectionError,
                                  ParsingError)
from configparser._interpolation import BasicInterpolation, ExtendedInterpolation, Interpolation
from configparser._parser import ConfigParser, ConverterMapping, RawConfigParser, SectionProxy

__all__ = ['NoSectionError', 'DuplicateOptionError', 'DuplicateSectionError', 'NoOptionError', 'InterpolationError',
           'InterpolationDepthError', 'InterpolationMissingOptionError', 'InterpolationSyntaxError', 'ParsingError',
           'MissingSectionHeaderError', 'ConfigParser', 'RawConfigParser', 'Interpolation', 'BasicInterpolation',
           'ExtendedInterpolation', 'SectionProxy', 'ConverterMapping', 'DEFAULTSECT', 'MAX_INTERPOLATION_DEPTH']

SafeConfigParser = ConfigParser

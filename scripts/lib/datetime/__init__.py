"""Dates, times and the spans between them."""

from datetime._delta import timedelta
from datetime._zones import timezone, tzinfo
from datetime._dates import date
from datetime._times import time
from datetime._moments import datetime

__all__ = ['date', 'datetime', 'time', 'timedelta', 'timezone', 'tzinfo', 'MINYEAR', 'MAXYEAR', 'UTC']

MINYEAR = 1
MAXYEAR = 9999
UTC = timezone.utc

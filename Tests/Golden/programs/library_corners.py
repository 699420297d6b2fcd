# Corners of the library: files in memory and of several members, texts of several encodings, zones that lie.
import argparse
import calendar
import copy
import dataclasses
import datetime
import gzip
import json
import os
import pickle
import queue
import re
import secrets
import tempfile
import traceback
import typing

spooled = tempfile.SpooledTemporaryFile(max_size=4)
print(spooled.write(b'abc'), spooled.write(b'defg'), spooled.seek(2), spooled.read(), spooled.mode)
with tempfile.SpooledTemporaryFile(mode='w+') as text:
    text.write('line 1\nline 2\n')
    text.seek(0)
    print(list(text))
print(tempfile.gettempdirb() == tempfile.gettempdir().encode(), tempfile.gettempprefix())
with tempfile.TemporaryDirectory() as folder:
    path = os.path.join(folder, 'a.gz')
    for mode, data in (('wb', b'x'), ('ab', b'x'), ('ab', b'yz' * 500)):
        with gzip.open(path, mode) as file:
            file.write(data)
    print(len(gzip.open(path).read()), gzip.open(path).read()[:4])
print(json.loads('["\xe9"]'.encode('utf-16')), json.loads('[1]'.encode('utf-32-le')), json.loads(b'\xef\xbb\xbf2'))
print(calendar.Calendar().yeardatescalendar(2020, 3)[0][0][0][0], calendar.Calendar().yeardays2calendar(2021, 4)[1][0][0])


class Zone(datetime.tzinfo):
    def __init__(self, offset):
        self.offset = offset

    def utcoffset(self, dt):
        return self.offset


for offset in (5, datetime.timedelta(days=2), datetime.timedelta(hours=-3), None):
    try:
        print(datetime.datetime(2000, 1, 1, tzinfo=Zone(offset)).utcoffset())
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
print(pickle.loads(pickle.dumps(datetime.date(2000, 1, 1).isocalendar())))
pattern = re.compile('a+', re.I)
print(copy.copy(pattern), copy.deepcopy([pattern]), pickle.loads(pickle.dumps(pattern)) == pattern)


class Named(typing.Protocol):
    name: str


@dataclasses.dataclass
class Person(Named):
    name: str


class Plain(Named):
    pass


print(Person('Ann'), Plain().__class__.__name__)
try:
    Named()
except TypeError as error:
    print(error)
print(typing.Union[int, str] == int | str, int | str == typing.Union[str, int], typing.Union[int, str] == int | float)
for call in (lambda: queue.Queue().get(timeout=-1), lambda: secrets.compare_digest('a', b'a'),
             lambda: secrets.compare_digest('a', '\xe9')):
    try:
        call()
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
print(secrets.compare_digest(b'ab', b'ab'), traceback.format_exception_only(None, None))
print(argparse.ArgumentParser(prog='x', description='d'))
print(os.path.expandvars(b'$NOT_SET_AT_ALL'), os.getcwdb() == os.getcwd().encode())

import io
import logging
import os
import tempfile


def attempt(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)


out = io.StringIO()
logging.basicConfig(stream=out, level=logging.INFO, format='%(levelname)s:%(name)s:%(message)s')
logging.debug('hidden')
logging.info('shown %d', 5)
logging.warning('careful: %s and %s', 'a', [1])
logging.error('%(k)s', {'k': 'v'})
log = logging.getLogger('app.db')
log.info('child')
log.setLevel('ERROR')
log.warning('not shown')
log.critical('bad %s', 'news')
try:
    1 / 0
except ZeroDivisionError:
    log.exception('failed')
print([line for line in out.getvalue().splitlines() if not line.startswith('  ')])
print(log, logging.getLogger(), logging.getLogger('app'), log.parent, logging.getLogger('app.db') is log, log.getEffectiveLevel(), log.isEnabledFor(30))
logging.getLogger('app').setLevel(logging.DEBUG)
print(log.parent.name, logging.getLogger('app.x').getEffectiveLevel(), log.getChild('y').name, log.hasHandlers())
print(logging.getLevelName(20), logging.getLevelName('ERROR'), logging.getLevelName(33), logging.WARN, logging.NOTSET)
logging.addLevelName(25, 'NOTICE')
out.truncate(0)
out.seek(0)
logging.log(25, 'noted')
own = logging.getLogger('own')
own.propagate = False
stream = io.StringIO()
handler = logging.StreamHandler(stream)
handler.setLevel(logging.WARNING)
handler.setFormatter(logging.Formatter('{levelname:>8}|{message}|{funcName}', style='{'))
own.addHandler(handler)
own.addFilter(lambda record: 'secret' not in record.getMessage())


def work():
    own.warning('in work')
    own.warning('a secret')
    own.info('too low')


work()
print(out.getvalue(), stream.getvalue(), handler)
own.removeHandler(handler)
print(own.handlers, own.hasHandlers())
with tempfile.TemporaryDirectory() as folder:
    path = os.path.join(folder, 'x.log')
    file = logging.FileHandler(path, mode='w')
    file.setFormatter(logging.Formatter('%(asctime)s %(levelname)-8s %(lineno)d %(message)s', datefmt='DATE'))
    own.addHandler(file)
    own.error('to file')
    own.removeHandler(file)
    file.close()
    print(open(path).read())
record = logging.LogRecord('n', 20, '/a/b.py', 7, 'm %s', ('x',), None)
print(logging.Formatter().format(record), record, record.filename, record.module, logging.Formatter('$name $message', style='$').format(record))
print(logging.Formatter('%(name)s').usesTime(), logging.Formatter('%(asctime)s').usesTime(), len(logging.Formatter('%(asctime)s').format(record)))
adapter = logging.LoggerAdapter(logging.getLogger('adapted'), {'user': 'me'})
out.truncate(0)
out.seek(0)
adapter.warning('hello')
logging.disable(logging.CRITICAL)
logging.error('disabled')
logging.disable(logging.NOTSET)
print(out.getvalue())
attempt(lambda: log.setLevel('NOPE'))
attempt(lambda: log.setLevel(1.5))
attempt(lambda: log.log('x', 'y'))
attempt(lambda: logging.getLogger(3))
attempt(lambda: logging.basicConfig(force=True, nope=1))
attempt(lambda: logging.basicConfig(force=True, filename='a', stream=out))
attempt(lambda: logging.Formatter('x', style='!'))
attempt(lambda: logging.Formatter('plain'))
attempt(lambda: own.warning('x', extra={'name': 1}))
logging.basicConfig(stream=out, force=True)
logging.warning('default format')
print(out.getvalue())

"""Arrays that go to files and come back."""
import os
import tempfile

import numpy as np

folder = tempfile.mkdtemp()


def path(name):
    return os.path.join(folder, name)


weights = {'W1': np.arange(6.0).reshape(2, 3), 'b1': np.array([0.5, -0.5]), 'steps': np.array(7)}
np.savez(path('model'), **weights)
np.savez_compressed(path('packed.npz'), **weights)
for name in ('model.npz', 'packed.npz'):
    with np.load(path(name)) as data:
        print(name, sorted(data.files))
        for key in sorted(data.files):
            print(' ', key, data[key].dtype, data[key].shape, np.array_equal(data[key], weights[key]))

np.save(path('grid.npy'), np.arange(12).reshape(3, 4).T)
grid = np.load(path('grid.npy'))
print(grid, grid.dtype)

table = np.array([[1, 2.5], [3, 4.25], [-1, 0]])
np.savetxt(path('table.csv'), table, delimiter=',', fmt='%.3f', header='a,b')
print(open(path('table.csv')).read(), end='')
print(np.loadtxt(path('table.csv'), delimiter=','))
print(np.loadtxt(path('table.csv'), delimiter=',', unpack=True, skiprows=1)[1])
print(np.genfromtxt(path('table.csv'), delimiter=',', comments='#'))

table.tofile(path('raw'))
print(os.path.getsize(path('raw')), np.fromfile(path('raw')).reshape(3, 2)[1])
with open(path('cut.npy'), 'wb') as f:
    f.write(open(path('grid.npy'), 'rb').read()[:-8])
try:
    np.load(path('cut.npy'))
except ValueError as e:
    print('ValueError', str(e).split('.')[0])
zeros = np.zeros((100, 100))
np.savez_compressed(path('zeros'), z=zeros)
print(os.path.getsize(path('zeros.npz')) < 2000, np.load(path('zeros.npz'))['z'].sum())
for name in sorted(os.listdir(folder)):
    os.remove(path(name))
os.rmdir(folder)

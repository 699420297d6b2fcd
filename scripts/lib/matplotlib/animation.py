"""Pictures that move."""

import os
import sys

import _canvas
import numpy as np
from matplotlib import _saving


class Animation:
    """Figures that are drawn again and again."""

    def __init__(self, fig, event_source=None, blit=False):
        self._fig = fig
        fig._animations = [*getattr(fig, '_animations', []), self]

    def _frames(self):
        raise NotImplementedError

    def _draw_frames(self, dpi=None, progress=None):
        """The pictures of all frames."""
        for number, _ in enumerate(self._frames()):
            if progress is not None:
                progress(number, self._count())
            yield _saving.pixels(self._fig, dpi)

    def _count(self):
        return None

    def save(self, filename, writer=None, fps=None, dpi=None, codec=None, bitrate=None, extra_args=None, metadata=None,
             extra_anim=None, savefig_kwargs=None, *, progress_callback=None):
        """Write the frames as a PNG that moves, or a GIF."""
        fps = fps or getattr(writer, 'fps', None) or 1000.0 / max(self._interval, 1)
        frames = list(self._draw_frames(dpi, progress_callback))
        if not frames:
            return
        path = os.fspath(filename)
        tail = os.path.splitext(path)[1].lower()
        if tail == '.gif':
            data = gif(frames, 100.0 / fps)
        elif tail in ('.png', '.apng'):
            data = _canvas.encode_frames(frames, int(round(1000.0 / fps)), 0)
        else:
            from matplotlib.artist import warn_once
            warn_once(f'animations are written as GIF or PNG: {path} becomes {os.path.splitext(path)[0]}.png')
            path = os.path.splitext(path)[0] + '.png'
            data = _canvas.encode_frames(frames, int(round(1000.0 / fps)), 0)
        _saving._write(path, data)
        self._fig._was_saved = True

    def to_html5_video(self, embed_limit=None):
        import base64
        frames = list(self._draw_frames())
        data = base64.b64encode(_canvas.encode_frames(frames, int(self._interval), 0)).decode()
        return f'<img src="data:image/png;base64,{data}">'

    to_jshtml = _repr_html_ = to_html5_video

    def pause(self):
        pass

    resume = pause

    def _show_live(self):
        """Play once at a terminal."""
        import time
        from matplotlib import _terminal
        for _ in self._frames():
            _terminal.show_figure(self._fig, again=True)
            time.sleep(min(self._interval, 1000) / 1000)


class FuncAnimation(Animation):
    """Frames made by calls of a function."""

    def __init__(self, fig, func, frames=None, init_func=None, fargs=None, save_count=None, *, interval=200,
                 repeat=True, repeat_delay=0, blit=False, cache_frame_data=True, **kwargs):
        self._func, self._given, self._init, self._args = func, frames, init_func, tuple(fargs or ())
        self._interval, self._save_count = interval, save_count
        Animation.__init__(self, fig)

    def _count(self):
        if isinstance(self._given, (int, np.integer)):
            return int(self._given)
        return len(self._given) if hasattr(self._given, '__len__') else self._save_count or 100

    def new_frame_seq(self):
        given = self._given
        if given is None:
            return iter(range(self._save_count or 100))
        if isinstance(given, (int, np.integer)):
            return iter(range(int(given)))
        if callable(given):
            return iter(given())
        return iter(given)

    def _frames(self):
        if self._init is not None:
            self._init()
        limit = self._save_count or (100 if callable(self._given) or not hasattr(self._given, '__len__')
                                     and not isinstance(self._given, (int, np.integer)) else None)
        for number, frame in enumerate(self.new_frame_seq()):
            if limit is not None and number >= limit:
                break
            self._func(frame, *self._args)
            yield frame


class ArtistAnimation(Animation):
    """Frames that are lists of artists."""

    def __init__(self, fig, artists, *, interval=200, repeat=True, repeat_delay=0, blit=False, **kwargs):
        self._lists, self._interval = [list(one) for one in artists], interval
        Animation.__init__(self, fig)

    def _count(self):
        return len(self._lists)

    def _frames(self):
        every = [a for one in self._lists for a in one]
        for one in self._lists:
            for artist in every:
                artist.set_visible(False)
            for artist in one:
                artist.set_visible(True)
            yield one


class _Writer:
    """How fast, and otherwise what the program wants."""

    def __init__(self, fps=5, codec=None, bitrate=None, extra_args=None, metadata=None, **kwargs):
        self.fps = fps

    @classmethod
    def isAvailable(cls):
        return True


class PillowWriter(_Writer):
    pass


class FFMpegWriter(_Writer):
    pass


class ImageMagickWriter(_Writer):
    pass


class _Writers(dict):
    def is_available(self, name):
        return name in self

    def list(self):
        return list(self)


writers = _Writers(pillow=PillowWriter, ffmpeg=FFMpegWriter, imagemagick=ImageMagickWriter)


def gif(frames, hundredths):
    """A GIF of frames in the 216 colours of a cube."""
    height, width = frames[0].shape[:2]
    out = bytearray(b'GIF89a')
    out += width.to_bytes(2, 'little') + height.to_bytes(2, 'little') + bytes([0xF7, 0, 0])
    for i in range(256):
        out += bytes([i // 36 * 51, i // 6 % 6 * 51, i % 6 * 51]) if i < 216 else bytes(3)
    out += b'\x21\xff\x0bNETSCAPE2.0\x03\x01\x00\x00\x00'
    delay = min(max(2, int(round(hundredths))), 65535)
    for frame in frames:
        levels = np.round(frame[..., :3] / 51).astype(int)
        index = (levels[..., 0] * 36 + levels[..., 1] * 6 + levels[..., 2]).astype(np.uint8).tobytes()
        out += b'\x21\xf9\x04\x04' + delay.to_bytes(2, 'little') + b'\x00\x00'
        out += b'\x2c\x00\x00\x00\x00' + width.to_bytes(2, 'little') + height.to_bytes(2, 'little') + b'\x00\x08'
        packed = _lzw(index)
        for start in range(0, len(packed), 255):
            part = packed[start:start + 255]
            out += bytes([len(part)]) + part
        out += b'\x00'
    return bytes(out + b'\x3b')


def _lzw(data):
    """Bytes packed as GIF has them."""
    out, bits, count = bytearray(), 0, 0
    width, codes, following = 9, {}, 258

    def emit(code):
        nonlocal bits, count
        bits |= code << count
        count += width
        while count >= 8:
            out.append(bits & 255)
            bits >>= 8
            count -= 8

    emit(256)
    prefix = -1
    for byte in data:
        if prefix < 0:
            prefix = byte
            continue
        key = prefix << 8 | byte
        found = codes.get(key)
        if found is not None:
            prefix = found
            continue
        emit(prefix)
        if following < 4096:
            codes[key] = following
            if following == 1 << width and width < 12:
                width += 1
            following += 1
        else:
            emit(256)
            codes, following, width = {}, 258, 9
        prefix = byte
    if prefix >= 0:
        emit(prefix)
    emit(257)
    if count:
        out.append(bits & 255)
    return bytes(out)

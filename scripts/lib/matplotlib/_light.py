"""Light on surfaces."""

import numpy as np
from matplotlib.cm import get_cmap
from matplotlib._norms import Normalize
from matplotlib._rgba import hsv_to_rgb, rgb_to_hsv


class LightSource:
    """A light from a direction, for heights shaded as hills."""

    def __init__(self, azdeg=315, altdeg=45, hsv_min_val=0, hsv_max_val=1, hsv_min_sat=1, hsv_max_sat=0):
        self.azdeg, self.altdeg = azdeg, altdeg
        self.hsv_min_val, self.hsv_max_val, self.hsv_min_sat, self.hsv_max_sat = (hsv_min_val, hsv_max_val, hsv_min_sat,
                                                                                  hsv_max_sat)

    @property
    def direction(self):
        """The way to the light."""
        az, alt = np.radians(90 - self.azdeg), np.radians(self.altdeg)
        return np.array([np.cos(az) * np.cos(alt), np.sin(az) * np.cos(alt), np.sin(alt)])

    def hillshade(self, elevation, vert_exag=1, dx=1, dy=1, fraction=1.):
        """How bright the ground is, in 0...1."""
        down, across = np.gradient(vert_exag * np.asarray(elevation, dtype=float), -dy, dx)
        normal = np.stack([-across, -down, np.ones_like(down)], axis=-1)
        normal /= np.linalg.norm(normal, axis=-1, keepdims=True)
        return self.shade_normals(normal, fraction)

    def shade_normals(self, normals, fraction=1.):
        intensity = normals @ self.direction * fraction
        low, high = intensity.min(), intensity.max()
        if high - low > 1e-6:
            intensity = (intensity - low) / (high - low)
        return np.clip(intensity, 0, 1)

    def shade(self, data, cmap, norm=None, blend_mode='overlay', vmin=None, vmax=None, vert_exag=1, dx=1, dy=1, fraction=1,
              **kwargs):
        """Colours of heights with light on them."""
        norm = Normalize(vmin, vmax) if norm is None else norm
        norm.autoscale_None(data)
        rgb = get_cmap(cmap)(norm(data))
        rgb[..., :3] = self.shade_rgb(rgb, data, fraction, blend_mode, vert_exag, dx, dy)
        return rgb

    def shade_rgb(self, rgb, elevation, fraction=1., blend_mode='hsv', vert_exag=1, dx=1, dy=1, **kwargs):
        light = self.hillshade(elevation, vert_exag, dx, dy, fraction)[..., None]
        blend = {'hsv': self.blend_hsv, 'soft': self.blend_soft_light, 'overlay': self.blend_overlay}.get(blend_mode,
                                                                                                          blend_mode)
        return blend(np.asarray(rgb)[..., :3], light)

    def blend_hsv(self, rgb, intensity, **kwargs):
        hsv = rgb_to_hsv(rgb)
        light = 2 * intensity[..., 0] - 1
        h, s, v = (hsv[..., i].copy() for i in range(3))
        bright, dark = light > 0, light < 0
        s = np.where(bright & (s > 1e-10), (1 - light) * s + light * self.hsv_max_sat, s)
        s = np.where(dark & (s > 1e-10), (1 + light) * s - light * self.hsv_min_sat, s)
        v = np.where(bright, (1 - light) * v + light * self.hsv_max_val, v)
        v = np.where(dark, (1 + light) * v - light * self.hsv_min_val, v)
        return hsv_to_rgb(np.stack([h, np.clip(s, 0, 1), np.clip(v, 0, 1)], axis=-1))

    def blend_soft_light(self, rgb, intensity):
        return 2 * intensity * rgb + (1 - 2 * intensity) * rgb ** 2

    def blend_overlay(self, rgb, intensity):
        return np.where(rgb <= 0.5, 2 * intensity * rgb, 1 - 2 * (1 - intensity) * (1 - rgb))

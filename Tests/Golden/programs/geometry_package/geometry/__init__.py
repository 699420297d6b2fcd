"""Plane geometry."""
from .point import Point, distance
from .shapes import Polygon

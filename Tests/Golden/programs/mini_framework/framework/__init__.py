from .app import App
from .response import Response, NotFound

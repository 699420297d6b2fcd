import config
import service
from config import settings

service.configure(debug=True)
print(config.settings, settings is config.settings)
config.level = 5
print(service.level(), config.level)
service.replace({"new": 1})
print(settings, config.settings)

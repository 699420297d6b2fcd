import json

json.loads("[1, 2]")
json.loads("[1, 2")

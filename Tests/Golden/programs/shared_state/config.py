settings = {"debug": False}
level = 1

def load():
    import missing_helper
    return missing_helper


load()

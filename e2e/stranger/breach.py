"""What makes a record refused."""


class Breach(Exception):
    """A rule that a record breaks: its code, the entry where it was found, the entry that contradicts it."""

    def __init__(self, code, at, other=0):
        super().__init__(code)
        self.code, self.at, self.other = code, at, other

"""What giving and taking roles can fail with; the text is fit to be shown."""


class NotAllowed(Exception):
    """Somebody acts outside their own nodes or above their own role."""


class NoReview(Exception):
    """The page is under review already, or no review is set up for it."""


class WrongNode(ValueError):
    """The role does not go with this kind of page."""

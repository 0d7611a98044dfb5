"""What could not be read in a "when", as a sentence in the reader's language."""

from django.utils.translation import gettext as _

from chinese.when import WhenError


def sentence_of(error: WhenError) -> str:
    """Return what is wrong and what to do about it."""
    message = _(WhenError.MESSAGES[error.code]) % error.params
    suggestion = WhenError.SUGGESTIONS.get(error.code)
    return f"{message} {_(suggestion) % error.params}" if suggestion else message

"""Form widgets of the menu editor."""

from django.forms import DateInput, Media, TextInput


class WhenInput(TextInput):
    """A line of text below which a script shows the dates it means, while it is typed."""

    def __init__(self, attrs=None):
        super().__init__({"data-when": "", "autocomplete": "off", **(attrs or {})})

    @property
    def media(self):
        return Media(
            js=["js/admin/when.js", "js/admin/paste.js"], css={"all": ["css/admin/menu.css"]}
        )


class SuggestingInput(TextInput):
    """A line of text that suggests from the list with this id, and takes anything else too."""

    def __init__(self, suggestions: str, attrs=None):
        super().__init__({"list": suggestions, "autocomplete": "off", **(attrs or {})})


class MonthInput(DateInput):
    """The browser's own month picker; where there is none, a text such as 2026-12."""

    input_type = "month"

    def __init__(self, attrs=None):
        super().__init__(attrs, format="%Y-%m")

"""What the editor's form of an area or a centre checks before it is saved."""

from django.core.exceptions import ValidationError

from inspection.forms import InspectedForm


class NodeForm(InspectedForm):
    """A code is for life: once public it stays, and it is not taken from another place.

    A new page has no place in the tree yet, so its code is compared with the parent in hand.
    """

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.instance.first_published_at and "code" in self.fields:
            self.fields["code"].disabled = True

    def clean(self):
        cleaned = super().clean()
        if (code := cleaned.get("code")) and "code" in self.changed_data:
            self.instance.code = code
            try:
                self.instance.refuse_foreign_code(self.parent_page.path)
            except ValidationError as error:
                self.add_error(None, error)
        return cleaned

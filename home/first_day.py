"""What a new editor does, step by step; docs/first-day.md says the same with pictures."""

from django.utils.translation import gettext_lazy as _

# (heading, what to do)
STEPS = (
    (
        _("Sign in"),
        _(
            "Your administrator gives you a user name and a one-time link; open it and choose a "
            "password. Then the desk shows your centre: this month, next month, what came back."
        ),
    ),
    (
        _("Upload the month's sheet"),
        _(
            "On the desk choose “Upload a month's sheet”. Excel, WPS and CSV are fine, with the "
            "columns in any order: name and time are needed, the rest may follow."
        ),
    ),
    (
        _("Look through what was read"),
        _(
            "Red must be corrected, yellow wants a look. Correct it on the spot, or leave the row "
            "out. Nothing is stored yet."
        ),
    ),
    (
        _("Save it as a draft"),
        _(
            "Now the menu is there. Drag activities to another place, duplicate what is alike; "
            "below “When” stand the days that your words mean."
        ),
    ),
    (
        _("Look at the preview and submit"),
        _(
            "The preview is what residents will see. Then choose “Submit” in the menu beside “Save "
            "draft”: the reviewer reads it, then the approver. Nobody approves their own menu. "
            "Unless you choose another moment under “Publication date”, it goes out on the 1st at "
            "08:00."
        ),
    ),
    (
        _("See it come back, or go public"),
        _(
            "What came back stands on your desk with the remark: correct it and submit again. Once "
            "approved and its moment has come, the site, the search and the calendars in "
            "residents' telephones change together. A row that you change before that loses "
            "its approval when you send it; the others go out."
        ),
    ),
    (
        _("Cancel and move"),
        _(
            "Do not delete a row that is public. Set its state to “cancelled” and say why; readers "
            "see the reason beside the activity."
        ),
    ),
    (
        _("Notices and livestreams"),
        _(
            "Both are written from the desk and go the same way through review: a talent notice "
            "with positions and a last day, a livestream with its beginning and its address. "
            "When a notice cannot wait, say why: one step may put it out, the next confirms it."
        ),
    ),
)

# As the sheet and the menu take them.
TIMES = (
    "12月5日 14:00-15:30",
    "每周二、四 14:00-15:30",
    "隔周三 19:00-20:30",
    "每月第二个周六 9:30-11:00",
    "12月1日至12月31日 8:30-17:30",
    "12月28日 全天",
    "12月31日 22:00-次日00:30",
)

"""How long the texts of a menu's row may be, in characters: sheet, form and table agree."""

LIMITS = {
    "title": 120,
    "when": 300,
    "place": 120,
    "audience": 120,
    "capacity": 60,
    "fee": 60,
    "sign_up": 120,
    "presenter": 120,
    "contact": 60,
    "series": 60,
    "summary": 2000,
    "reason": 200,
}

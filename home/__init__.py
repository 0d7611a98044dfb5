"""The front page, and pages of plain text such as "about"."""
